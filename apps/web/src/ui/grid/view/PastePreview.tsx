import { useEffect, useRef, type ReactNode } from 'react'
import { cellErrorText } from '../cell-error-text.ts'
import { acceptPaste } from '../actions/copy-paste.ts'
import { fill } from '../labels.ts'
import { useGrid, useTopics } from './grid-context.ts'

/** Bad cells listed; the rest is counted. */
const MAX_LISTED = 100

/** Cells of a paste that their columns cannot read, before anything is written. */
export function PastePreview(): ReactNode {
  const { store, id, focus } = useGrid()
  useTopics(store, 'panel')
  const dialog = useRef<HTMLDialogElement>(null)
  const plan = store.panel?.kind === 'paste' ? store.panel.plan : null
  useEffect(() => {
    if (plan === null) return
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('.yg-primary')?.focus()
  }, [plan])
  if (plan === null) return null
  const { labels } = store
  const good =
    plan.writes.length + plan.appended.reduce((sum, row) => sum + Object.keys(row.values).length, 0)
  // Closed before the focus moves: what lies behind an open modal dialog cannot take it.
  const close = (): void => {
    dialog.current?.close()
    store.openPanel(null)
    focus()
  }
  const accept = (bad: 'skip' | 'keepText') => (): void => {
    dialog.current?.close()
    void acceptPaste(store, plan, bad)
    focus()
  }
  const canKeep = plan.bad.some((cell) => cell.column.required !== true)
  return (
    <dialog
      ref={dialog}
      className="yg-dialog"
      aria-labelledby={`${id}-paste`}
      onClose={close}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id={`${id}-paste`}>{fill(labels.pasteTitle, { n: plan.bad.length })}</h2>
      <p>
        {fill(labels.pasteSummary, { good })}
        {plan.appended.length === 0 ? null : fill(labels.pasteSummaryRows, { n: plan.appended.length })}
      </p>
      {plan.droppedColumns > 0 ? (
        <p className="yg-error-text">{fill(labels.droppedColumns, { n: plan.droppedColumns })}</p>
      ) : null}
      {plan.droppedRows > 0 ? (
        <p className="yg-error-text">{fill(labels.droppedRows, { n: plan.droppedRows })}</p>
      ) : null}
      <div
        className="yg-scroll-list"
        tabIndex={0}
        role="region"
        aria-label={fill(labels.pasteTitle, { n: plan.bad.length })}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{labels.pasteColumnCell}</th>
              <th scope="col">{labels.pasteColumnText}</th>
              <th scope="col">{labels.pasteColumnWhy}</th>
            </tr>
          </thead>
          <tbody>
            {plan.bad.slice(0, MAX_LISTED).map((cell, index) => (
              <tr key={index}>
                <td>
                  {cell.rowNumber === null
                    ? `${labels.pasteNewRow} ${(cell.appendedIndex ?? 0) + 1}`
                    : `${labels.rowNumber} ${cell.rowNumber}`}{' '}
                  · {cell.column.title}
                </td>
                <td>{cell.text === '' ? labels.anyValue : cell.text}</td>
                <td>{cellErrorText(labels, cell.column, cell.code)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {plan.bad.length > MAX_LISTED ? (
        <p>{fill(labels.pasteMore, { n: plan.bad.length - MAX_LISTED })}</p>
      ) : null}
      {canKeep ? <p className="yg-small">{labels.pasteKeepTextHint}</p> : null}
      <div className="yg-dialog-actions">
        <button type="button" className="yg-button" onClick={close}>
          {labels.pasteCancel}
        </button>
        <button type="button" className="yg-button" disabled={!canKeep} onClick={accept('keepText')}>
          {labels.pasteKeepText}
        </button>
        <button type="button" className="yg-button yg-primary" onClick={accept('skip')}>
          {fill(labels.pasteSkip, { n: good })}
        </button>
      </div>
    </dialog>
  )
}
