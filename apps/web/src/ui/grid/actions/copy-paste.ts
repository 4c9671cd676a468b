import type { GridStore } from '../grid-store.ts'
import { fill } from '../labels.ts'
import { copyText, excelFormat } from '../model/cell-format.ts'
import { readHtmlTable, writeHtmlTable } from '../model/clipboard-html.ts'
import { readTsv, writeTsv, type TextTable } from '../model/clipboard-text.ts'
import { planPaste, settlePaste, type PastePlan } from '../model/paste-plan.ts'
import { allRanges, currentRange, type CellRange, type GridSelection } from '../model/selection.ts'
import { parseCell } from '../parse-cell.ts'
import { clearCells } from './clear-cells.ts'
import { readContext } from './read-context.ts'
import { writeCells } from './write-cells.ts'

/** Both flavours of a copied block. */
export interface ClipboardBlock {
  readonly text: string
  readonly html: string
}

/** Ranges that stand side by side over the same lines (or columns) copy as one block; others cannot. */
function copyColumns(
  selection: GridSelection,
): { readonly range: CellRange; readonly columns: readonly number[] } | null {
  const ranges = allRanges(selection)
  const range = currentRange(selection)
  if (ranges.some((other) => other.top !== range.top || other.bottom !== range.bottom)) return null
  const columns = new Set<number>()
  for (const { left, right } of ranges)
    for (let column = left; column <= right; column += 1) columns.add(column)
  return { range, columns: [...columns].sort((a, b) => a - b) }
}

/** The selected block as TSV and HTML; null when nothing can be copied (and why is said). */
export function copyBlock(store: GridStore): ClipboardBlock | null {
  if (store.selection === null) return null
  const chosen = copyColumns(store.selection)
  if (chosen === null) {
    store.announce(store.labels.oneRange, { isShown: true })
    return null
  }
  const columns = chosen.columns.flatMap((index) => store.placed(index)?.column ?? [])
  const rows = store.lines
    .slice(chosen.range.top, chosen.range.bottom + 1)
    .flatMap((line) => (line.kind === 'row' ? [line.row] : []))
  if (rows.length === 0) return null
  const table = rows.map((row) => columns.map((column) => copyText(column, row, store.format)))
  store.copied = { range: chosen.range }
  store.emit('selection')
  store.say(store.labels.copied, { rows: rows.length, columns: columns.length })
  return {
    text: writeTsv(table),
    html: writeHtmlTable(
      table.map((cells) =>
        cells.map((text, index) => {
          const column = columns[index]
          return { text, format: column === undefined ? '@' : excelFormat(column) }
        }),
      ),
    ),
  }
}

/** Copy, then empty what may be emptied. */
export function cutBlock(store: GridStore): ClipboardBlock | null {
  const block = copyBlock(store)
  if (block !== null && store.selection !== null) clearCells(store, 'cut')
  return block
}

/** Cells of a clipboard: its table when it carries one (merged cells expanded), else its tab-separated text. */
export function clipboardTable(html: string, text: string): TextTable {
  const table = html === '' ? null : readHtmlTable(html, new DOMParser())
  return table ?? (text === '' ? [] : readTsv(text))
}

/** Paste over the selection. Cells that cannot be read, or columns without room, are shown first. */
export function pasteTable(store: GridStore, table: TextTable): void {
  const { selection, labels } = store
  if (selection === null) return
  if (table.length === 0) {
    store.announce(labels.nothingToPaste, { isShown: true })
    return
  }
  if (store.props.readOnly !== undefined) {
    store.say(labels.lockedCell, { reason: store.props.readOnly }, true)
    return
  }
  const plan = planPaste({
    table,
    ranges: allRanges(selection),
    lines: store.lines,
    columns: store.layout.columns,
    read: (column, cell, row) => parseCell(column, cell, readContext(store, row, column.field)),
    canAppend: store.props.onInsertRows !== undefined,
    untitled: labels.untitled,
  })
  if (plan.bad.length > 0) store.openPanel({ kind: 'paste', plan })
  else void acceptPaste(store, plan, 'skip')
}

/** Carry a plan out as the person said, and say what was left out. */
export async function acceptPaste(
  store: GridStore,
  plan: PastePlan,
  bad: 'skip' | 'keepText',
): Promise<void> {
  const { labels } = store
  store.openPanel(null)
  const { writes, appended } = settlePaste(plan, bad)
  const last = store.lines.at(-1)
  const groupId = last?.kind === 'append' ? last.groupId : null
  const n = writes.length + appended.reduce((sum, row) => sum + Object.keys(row.values).length, 0)
  store.select({
    active: { line: plan.target.top, column: plan.target.left },
    anchor: { line: plan.target.top, column: plan.target.left },
    head: { line: plan.target.bottom, column: plan.target.right },
    others: [],
    tabColumn: null,
  })
  await writeCells(store, writes, 'paste', fill(labels.stepPaste, { n }), appended, groupId)
  const parts = [fill(labels.pasted, { n })]
  if (appended.length > 0) parts.push(fill(labels.added, { n: appended.length }))
  const locked = [...plan.locked.values()].reduce((sum, count) => sum + count, 0)
  if (locked > 0)
    parts.push(fill(labels.skippedLocked, { n: locked, titles: [...plan.locked.keys()].join(labels.comma) }))
  if (plan.droppedColumns > 0) parts.push(fill(labels.droppedColumns, { n: plan.droppedColumns }))
  if (plan.droppedRows > 0) parts.push(fill(labels.droppedRows, { n: plan.droppedRows }))
  store.announce(parts.join(labels.joiner), { isShown: locked + plan.droppedColumns + plan.droppedRows > 0 })
}
