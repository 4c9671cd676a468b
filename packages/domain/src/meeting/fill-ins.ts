import { DAILY_FIELDS, type FillInField, WEEKLY_FIELDS } from '../my-day/stale-fields.ts'
import type { MeetingKind } from '../records/entities.ts'

export const FILL_IN_FIELDS = [...DAILY_FIELDS, ...WEEKLY_FIELDS] as const

/** Spend in fen, progress 0–1, reached value and issue as texts; null: empty. */
export type FillInValue = string | number | null

/** One write to a task, as the history holds it. */
export interface TaskWrite {
  readonly taskId: string
  /** Who wrote it; null: somebody who is no longer a member. */
  readonly by: string | null
  /** Instant */
  readonly at: string
  readonly changes: Readonly<Partial<Record<FillInField, readonly [FillInValue, FillInValue]>>>
}

/** What was filled in for one task: each field from what stood before the days to what stands after them. */
export interface FillIn {
  readonly taskId: string
  readonly name: string
  readonly owner: string | null
  /** Of the last of the writes. */
  readonly by: string | null
  readonly at: string
  readonly fields: readonly {
    readonly field: FillInField
    readonly from: FillInValue
    readonly to: FillInValue
  }[]
}

/** Meetings that go through the fill-ins one by one; over a month the targets say it. */
export function tellsFillIns(kind: MeetingKind): boolean {
  return kind === 'stand_up' || kind === 'weekly'
}

/**
 * What people filled in over some days, by task, the newest first (X5).
 *
 * Several writes to a field are one line from the first to the last value; a value that came back to where it
 * was is none. A task without such a line is left out, and so is one that is gone.
 *
 * @param writes ascending in time
 */
export function fillIns(
  tasks: readonly { readonly id: string; readonly name: string; readonly owner: string | null }[],
  writes: readonly TaskWrite[],
): FillIn[] {
  const byTask = Map.groupBy(writes, ({ taskId }) => taskId)
  return tasks
    .flatMap(({ id, name, owner }): FillIn[] => {
      const own = byTask.get(id) ?? []
      const last = own.at(-1)
      const fields = FILL_IN_FIELDS.flatMap((field) => {
        const values = own.flatMap(({ changes }) => (changes[field] === undefined ? [] : [changes[field]]))
        const [from, to] = [values[0]?.[0] ?? null, values.at(-1)?.[1] ?? null]
        return from === to ? [] : [{ field, from, to }]
      })
      if (last === undefined || fields.length === 0) return []
      return [{ taskId: id, name, owner, by: last.by, at: last.at, fields }]
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
