import type { ReactNode } from 'react'
import { deleteRows, insertRow } from '../actions/change-rows.ts'
import { clearCells } from '../actions/clear-cells.ts'
import { clipboardTable, copyBlock, cutBlock, pasteTable } from '../actions/copy-paste.ts'
import { fillDown } from '../actions/fill-cells.ts'
import { activeCell, selectedRows } from '../actions/selected-cells.ts'
import type { GridStore } from '../grid-store.ts'
import { fill } from '../labels.ts'
import { useGrid } from './grid-context.ts'

async function writeClipboard(block: { readonly text: string; readonly html: string } | null): Promise<void> {
  if (block === null) return
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([block.text], { type: 'text/plain' }),
      'text/html': new Blob([block.html], { type: 'text/html' }),
    }),
  ])
}

/** Reading the clipboard without a key press needs the person's leave; a refusal says what to do. */
async function pasteFromMenu(store: GridStore): Promise<void> {
  try {
    const [item] = await navigator.clipboard.read()
    const text = async (type: string): Promise<string> =>
      item?.types.includes(type) === true ? (await item.getType(type)).text() : ''
    pasteTable(store, clipboardTable(await text('text/html'), await text('text/plain')))
  } catch {
    store.announce(store.labels.pasteDenied, { isShown: true })
  }
}

/** What can be done with the selected cells, by pointer. Every item has its key. */
export function CellMenu({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { store, focus } = useGrid()
  const { labels, props } = store
  const rows = selectedRows(store).length
  const canWrite = props.readOnly === undefined
  const cell = activeCell(store)
  const hasMark =
    cell !== null && cell.row.marks?.[cell.column.field] !== undefined && props.onMarkOpen !== undefined
  const item = (label: string, keys: string, run: () => void, isEnabled = true): ReactNode => (
    <button
      type="button"
      className="yg-item"
      disabled={!isEnabled}
      onClick={() => {
        onDone()
        run()
        focus()
      }}
    >
      <span>{label}</span>
      <kbd>{keys}</kbd>
    </button>
  )
  return (
    <>
      {hasMark ? item(labels.openMark, '', () => props.onMarkOpen?.(cell.row.id, cell.column.field)) : null}
      {item(labels.copy, 'Ctrl+C', () => void writeClipboard(copyBlock(store)), rows > 0)}
      {item(labels.cutAction, 'Ctrl+X', () => void writeClipboard(cutBlock(store)), rows > 0 && canWrite)}
      {item(labels.paste, 'Ctrl+V', () => void pasteFromMenu(store), canWrite)}
      {item(labels.clear, 'Delete', () => clearCells(store, 'clear'), rows > 0 && canWrite)}
      {item(labels.fillDown, 'Ctrl+D', () => fillDown(store), rows > 0 && canWrite)}
      <hr />
      {item(
        labels.insertAbove,
        '',
        () => void insertRow(store, 'above'),
        canWrite && props.onInsertRows !== undefined,
      )}
      {item(
        labels.insertBelow,
        'Ctrl+Enter',
        () => void insertRow(store, 'below'),
        canWrite && props.onInsertRows !== undefined,
      )}
      {item(
        fill(labels.deleteRows, { n: rows }),
        'Ctrl+-',
        () => deleteRows(store),
        rows > 0 && canWrite && props.onDeleteRows !== undefined,
      )}
    </>
  )
}
