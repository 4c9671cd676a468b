/** A plain value of a field: what a cell holds, null when empty. */
export type UndoValue = string | number | boolean | null

/** One changed field with both sides; `unread…` is a text kept because it was no value. */
export interface UndoChange {
  readonly rowId: string
  readonly field: string
  readonly before: UndoValue
  readonly after: UndoValue
  readonly unreadBefore: string | null
  readonly unreadAfter: string | null
}

/** A record that came or went, with all that is needed to bring it back. */
export interface UndoRow {
  readonly id: string
  readonly groupId: string | null
  /** The row that stays and that it stood behind; null = none. */
  readonly afterRowId: string | null
  /** The row that stays and that it stood before, where it stood behind none; both null = alone in its group. */
  readonly beforeRowId: string | null
  readonly values: Readonly<Record<string, UndoValue>>
  readonly unread: Readonly<Record<string, string>>
}

/** One thing a person did, however many cells it touched. */
export interface UndoStep {
  /** In the words of the screen: "粘贴 12 格". */
  readonly label: string
  readonly changes: readonly UndoChange[]
  readonly inserted: readonly UndoRow[]
  readonly deleted: readonly UndoRow[]
}

export type Direction = 'undo' | 'redo'

/** What a step can see and do; the grid and the Gantt give the same one for the same records. */
export interface UndoTarget {
  /** The field as it is now; undefined when the row is gone. */
  read: (
    rowId: string,
    field: string,
  ) => { readonly value: UndoValue; readonly unread: string | null } | undefined
  commit: (changes: readonly UndoChange[], direction: Direction) => void
  removeRows: (rowIds: readonly string[]) => void
  /** Brings rows back; answers their ids, which may be new ones. */
  restoreRows: (rows: readonly UndoRow[]) => readonly string[] | Promise<readonly string[]>
}

export interface UndoOutcome {
  readonly step: UndoStep
  /** Cells put back. */
  readonly done: readonly UndoChange[]
  /** Cells somebody else has changed since: left alone, unless forced. */
  readonly conflicts: readonly UndoChange[]
}

const reversed = (change: UndoChange): UndoChange => ({
  rowId: change.rowId,
  field: change.field,
  before: change.after,
  after: change.before,
  unreadBefore: change.unreadAfter,
  unreadAfter: change.unreadBefore,
})

/**
 * Undo and redo over one set of records, shared by every view of them.
 *
 * A step is taken back only where the field still holds what the step wrote: a
 * field that somebody else has changed since is reported, never overwritten.
 * Rows that came back under a new id are followed in the older steps.
 */
export class UndoStack {
  #past: UndoStep[] = []
  #future: UndoStep[] = []
  #renamed = new Map<string, string>()
  #listeners = new Set<() => void>()
  readonly #limit: number

  constructor(limit = 200) {
    this.#limit = limit
  }

  get canUndo(): boolean {
    return this.#past.length > 0
  }

  get canRedo(): boolean {
    return this.#future.length > 0
  }

  /** Label of the step that the next undo (or redo) takes back; null when there is none. */
  nextLabel(direction: Direction): string | null {
    return (direction === 'undo' ? this.#past : this.#future).at(-1)?.label ?? null
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Remember something done; what was undone before can no longer be redone. */
  push(step: UndoStep): void {
    if (step.changes.length + step.inserted.length + step.deleted.length === 0) return
    this.#past.push(step)
    if (this.#past.length > this.#limit) this.#past.shift()
    this.#future = []
    this.#notify()
  }

  clear(): void {
    this.#past = []
    this.#future = []
    this.#notify()
  }

  /** Take the last step back. Null when there is none. */
  undo(target: UndoTarget): Promise<UndoOutcome | null> {
    return this.#run('undo', target)
  }

  redo(target: UndoTarget): Promise<UndoOutcome | null> {
    return this.#run('redo', target)
  }

  /** Write the conflicting cells of an outcome after all, because the person said so. */
  force(outcome: UndoOutcome, direction: Direction, target: UndoTarget): void {
    target.commit(outcome.conflicts, direction)
  }

  async #run(direction: Direction, target: UndoTarget): Promise<UndoOutcome | null> {
    const from = direction === 'undo' ? this.#past : this.#future
    const to = direction === 'undo' ? this.#future : this.#past
    const step = from.pop()
    if (step === undefined) return null
    to.push(step)
    this.#notify()
    const appear = direction === 'undo' ? step.deleted : step.inserted
    const leave = direction === 'undo' ? step.inserted : step.deleted
    if (leave.length > 0) target.removeRows(leave.map((row) => this.#idOf(row.id)))
    if (appear.length > 0) {
      const ids = await target.restoreRows(
        appear.map((row) => ({
          ...row,
          id: this.#idOf(row.id),
          afterRowId: row.afterRowId === null ? null : this.#idOf(row.afterRowId),
          beforeRowId: row.beforeRowId === null ? null : this.#idOf(row.beforeRowId),
        })),
      )
      for (const [index, row] of appear.entries()) this.#rename(this.#idOf(row.id), ids[index])
    }
    const done: UndoChange[] = []
    const conflicts: UndoChange[] = []
    for (const change of step.changes) {
      const wanted = {
        ...(direction === 'undo' ? reversed(change) : change),
        rowId: this.#idOf(change.rowId),
      }
      const now = target.read(wanted.rowId, wanted.field)
      if (now === undefined) continue
      const untouched = now.value === wanted.before && now.unread === wanted.unreadBefore
      if (untouched) done.push(wanted)
      // Already as wanted: nothing to write, and nobody to ask.
      else if (now.value !== wanted.after || now.unread !== wanted.unreadAfter)
        conflicts.push({ ...wanted, before: now.value, unreadBefore: now.unread })
    }
    if (done.length > 0) target.commit(done, direction)
    return { step, done, conflicts }
  }

  #idOf(id: string): string {
    let current = id
    for (let next = this.#renamed.get(current); next !== undefined; next = this.#renamed.get(current))
      current = next
    return current
  }

  #rename(from: string, to: string | undefined): void {
    if (to !== undefined && to !== from) this.#renamed.set(from, to)
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}
