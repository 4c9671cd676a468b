import { useCallback, useRef, useState } from 'react'
import type { GanttProps } from '../gantt-types.ts'
import { formatDay } from '../model/day-number.ts'
import { rowName } from '../model/describe.ts'
import { changesOf, overrideOf, reasonOf, type DayEdit } from '../model/drag.ts'
import { loopClosedBy } from '../model/link-loop.ts'
import { linkTypeOf } from '../model/link-type.ts'
import type { GanttRow, TaskRow } from '../model/rows.ts'
import type { ChartRows } from './use-rows.ts'

export interface Edits {
  /** spoken by screen readers, and shown where `isShown` */
  message: string
  /** a refusal or outcome that is also shown for a few seconds */
  notice: string | null
  announce: (text: string) => void
  notify: (text: string) => void
  commit: (edit: DayEdit) => void
  /** Keyboard shift of the selection, or of one row. */
  shift: (row: GanttRow, selected: readonly GanttRow[], kind: 'move' | 'resize-end', days: number) => void
  createLink: (from: TaskRow, fromSide: 'start' | 'end', to: TaskRow, toSide: 'start' | 'end') => void
}

const NOTICE_MS = 5000

/** Turns gestures into commits, refuses what cannot be, and says aloud what happened. */
export function useEdits(props: GanttProps, { calendar, rowByKey, tasksOf }: ChartRows): Edits {
  const { labels, onCommit, onLinkCreate, links, readOnlyReason } = props
  const [message, announce] = useState('')
  const [notice, setNotice] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const notify = useCallback((text: string) => {
    announce(text)
    setNotice(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setNotice(null), NOTICE_MS)
  }, [])

  const commit = useCallback(
    (edit: DayEdit) => {
      if (readOnlyReason) return notify(readOnlyReason)
      const changes = changesOf(edit)
      if (changes.length === 0) return
      onCommit(changes, reasonOf(edit.kind))
      const row = edit.rows[0]!
      const to = overrideOf(row, edit)!
      const name = rowName(row, labels)
      if (edit.kind === 'progress')
        return announce(labels.progressSet(name, Math.round((to.progress ?? 0) * 100)))
      const one = labels.moved(
        name,
        formatDay(to.start!),
        formatDay(to.end!),
        to.end! - to.start! + 1,
        calendar.workdaysBetween(to.start!, to.end!),
      )
      announce(changes.length > 1 ? `${one}. ${labels.movedMany(changes.length, edit.deltaDays)}` : one)
    },
    [readOnlyReason, notify, onCommit, labels, calendar],
  )

  const shift = useCallback<Edits['shift']>(
    (row, selected, kind, days) => {
      const isTogether = selected.length > 1 && selected.some(({ key }) => key === row.key)
      const tasks = selected.filter(({ kind: of, key }) => of === 'task' && key !== row.key)
      const rows =
        row.kind === 'phase' && kind === 'move'
          ? [row, ...tasksOf(row)]
          : isTogether
            ? [row, ...tasks]
            : [row]
      const dated = rows.filter((one) => one.days.start !== null)
      if (dated.length === 0) return notify(labels.unscheduled)
      commit({ kind, rows: dated, deltaDays: days })
    },
    [commit, notify, labels, tasksOf],
  )

  const createLink = useCallback<Edits['createLink']>(
    (from, fromSide, to, toSide) => {
      if (readOnlyReason) return notify(readOnlyReason)
      const type = linkTypeOf(fromSide, toSide)
      if (links.some((link) => link.from === from.id && link.to === to.id && link.type === type))
        return notify(labels.linkDuplicate)
      const loop = loopClosedBy(links, from.id, to.id)
      if (loop) {
        const names = loop.map((id) => {
          const row = rowByKey(`t:${id}`)
          return row ? rowName(row, labels) : id
        })
        return notify(labels.linkLoop(names.join(' → ')))
      }
      onLinkCreate?.({ from: from.id, to: to.id, type, lagDays: 0 })
      announce(labels.linkCreated(from.task.name, to.task.name))
    },
    [readOnlyReason, notify, links, labels, onLinkCreate, rowByKey],
  )

  return { message, notice, announce, notify, commit, shift, createLink }
}
