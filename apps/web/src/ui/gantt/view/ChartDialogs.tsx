import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import type { GanttLink } from '../gantt-types.ts'
import type { GanttLabels } from '../labels/gantt-labels.ts'
import { formatDay, parseDay } from '../model/day-number.ts'
import { rowName } from '../model/describe.ts'
import type { GanttRow, TaskRow } from '../model/rows.ts'

/** A small modal dialog: Esc and the backdrop close it, the focus goes back to where it was. */
function ChartDialog({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current!
    if (!element.open) element.showModal()
    return () => element.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="yg-dialog"
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div>
        <h2 id={titleId}>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}

interface DatesDialogProps {
  row: GanttRow
  suggested: LocalDate
  labels: GanttLabels
  onSave: (start: number, end: number) => void
  onClose: () => void
}

/** Typing the dates: the way without dragging (WCAG 2.5.7), and to the day exactly. */
export function DatesDialog({ row, suggested, labels, onSave, onClose }: DatesDialogProps) {
  const isMilestone = row.kind === 'task' && row.task.isMilestone
  const [start, setStart] = useState(row.days.start === null ? suggested : formatDay(row.days.start))
  const [end, setEnd] = useState(row.days.end === null ? suggested : formatDay(row.days.end))
  const errorId = useId()
  const from = parseDay(isMilestone ? end : start)
  const to = parseDay(end)
  const isInverted = from !== null && to !== null && to < from
  return (
    <ChartDialog title={rowName(row, labels)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (from === null || to === null || isInverted) return
          onSave(from, to)
          onClose()
        }}
      >
        <div className="yg-fields">
          {!isMilestone && (
            <label>
              {labels.from}
              <input type="date" required value={start} onChange={(event) => setStart(event.target.value)} />
            </label>
          )}
          <label>
            {isMilestone ? labels.milestone : labels.to}
            <input
              type="date"
              required
              value={end}
              onChange={(event) => setEnd(event.target.value)}
              aria-invalid={isInverted}
              aria-describedby={errorId}
            />
          </label>
        </div>
        <p id={errorId} className="yg-error">
          {isInverted ? labels.endBeforeStart : ''}
        </p>
        <div className="yg-actions">
          <button type="button" className="yg-button" onClick={onClose}>
            {labels.cancel}
          </button>
          <button type="submit" className="yg-button is-primary">
            {labels.save}
          </button>
        </div>
      </form>
    </ChartDialog>
  )
}

interface LinksDialogProps {
  row: TaskRow
  predecessors: readonly GanttLink[]
  successors: readonly GanttLink[]
  nameOf: (taskId: string) => string
  labels: GanttLabels
  onDelete: ((id: string) => void) | null
  /** start picking a successor; null where links cannot be created */
  onAdd: (() => void) | null
  onClose: () => void
}

/** The dependencies of a task as a list, with the keyboard's way to add and delete them. */
export function LinksDialog({
  row,
  predecessors,
  successors,
  nameOf,
  labels,
  onDelete,
  onAdd,
  onClose,
}: LinksDialogProps) {
  const list = (title: string, links: readonly GanttLink[], other: (link: GanttLink) => string) => (
    <>
      <h3>{title}</h3>
      {links.length === 0 ? (
        <p className="yg-none">—</p>
      ) : (
        <ul>
          {links.map((link) => (
            <li key={link.id}>
              <span>{nameOf(other(link))}</span>
              <small>
                {labels.linkType[link.type]}
                {link.lagDays === 0 ? '' : ` · ${labels.lag(link.lagDays)}`}
              </small>
              {onDelete && (
                <button
                  type="button"
                  className="yg-button"
                  aria-label={`${labels.remove} ${nameOf(other(link))}`}
                  onClick={() => onDelete(link.id)}
                >
                  {labels.remove}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
  return (
    <ChartDialog title={row.task.name} onClose={onClose}>
      <div className="yg-linklist">
        {list(labels.predecessors, predecessors, ({ from }) => from)}
        {list(labels.successors, successors, ({ to }) => to)}
      </div>
      <div className="yg-actions">
        {onAdd && (
          <button type="button" className="yg-button" onClick={onAdd}>
            {labels.addSuccessor}
          </button>
        )}
        <button type="button" className="yg-button is-primary" onClick={onClose}>
          {labels.close}
        </button>
      </div>
    </ChartDialog>
  )
}

export function KeysDialog({ labels, onClose }: { labels: GanttLabels; onClose: () => void }) {
  return (
    <ChartDialog title={labels.keysTitle} onClose={onClose}>
      <dl className="yg-keys">
        {labels.keys.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </ChartDialog>
  )
}
