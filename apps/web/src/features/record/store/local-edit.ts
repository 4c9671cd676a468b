/** A record of any entity, as the page holds it. */
export interface AnyRecord {
  readonly id: string
  readonly planId: string
  readonly position: number
  readonly version: number
  readonly unread: Readonly<Record<string, string>>
  readonly createdAt: string
  readonly updatedAt: string
  readonly values: Readonly<Record<string, unknown>>
}

/** Fields changed here and not yet confirmed by the server. */
export interface LocalEdit {
  readonly id: string
  readonly values: Record<string, unknown>
  /** Unread text set (string) or taken away (null), by field. */
  readonly unread: Record<string, string | null>
  /** Version that the person saw. */
  baseVersion: number
  readonly isOverwriting: boolean
}

/** The record with the edit laid over it; the version stays the server's. */
export function applyLocal(record: AnyRecord, edit: LocalEdit): AnyRecord {
  const unread: Record<string, string> = { ...record.unread }
  for (const [field, text] of Object.entries(edit.unread)) {
    if (text === null) delete unread[field]
    else unread[field] = text
  }
  // A value that was entered replaces the text that could not be read.
  for (const [field, value] of Object.entries(edit.values))
    if (value !== null && edit.unread[field] === undefined) delete unread[field]
  return { ...record, unread, values: { ...record.values, ...edit.values } }
}

/** What the server says, with the edits that it does not know yet laid over it. */
export function mergeIncoming(record: AnyRecord, unconfirmed: readonly LocalEdit[]): AnyRecord {
  return unconfirmed.reduce(applyLocal, record)
}

/** Positions for `count` rows between two neighbours (null = the end on that side). */
export function positionsBetween(before: number | null, after: number | null, count: number): number[] {
  const low = before ?? (after === null ? 0 : after - count - 1)
  const step = after === null ? 1 : (after - low) / (count + 1)
  return Array.from({ length: count }, (_, index) => low + step * (index + 1))
}
