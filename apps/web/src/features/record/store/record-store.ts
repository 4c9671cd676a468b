import { recordRoutes } from '@yingce/contracts/record/record-routes'
import type { RecordView } from '@yingce/contracts/record/record-schema'
import type { EditConflict } from '@yingce/contracts/error'
import type { ChangeEvent } from '@yingce/contracts/live/event'
import type { Entity } from '@yingce/domain/records/entities'
import { call } from '../../../api/call.ts'
import { isRefusal, NetworkFailure } from '../../../api/errors.ts'
import { applyLocal, type LocalEdit, mergeIncoming, type AnyRecord } from './local-edit.ts'

const PAGE_SIZE = 5000
/** Up to here changed records are fetched one by one, above it the list is loaded afresh. */
const FETCH_SINGLY = 12
const RETRY_MS = [500, 1000, 2000, 5000, 10_000]

export interface StoreSnapshot {
  readonly records: readonly AnyRecord[]
  readonly isLoading: boolean
  readonly error: unknown
  /** Edits that the server has not confirmed yet. */
  readonly pendingCount: number
  /** Conflicts by record id: somebody else changed the same field first. */
  readonly conflicts: ReadonlyMap<string, EditConflict>
}

/**
 * All records of one entity of a plan, as the page shows them: loaded once,
 * edited at once, sent in the background in order, kept through a dead line,
 * and kept true by live changes.
 */
export class RecordStore<E extends Entity = Entity> {
  readonly planId: string
  readonly entity: E
  readonly #routes
  #byId = new Map<string, AnyRecord>()
  #conflicts = new Map<string, EditConflict>()
  #queue: LocalEdit[] = []
  #inFlight: LocalEdit[] = []
  #isSending = false
  #isLoading = true
  #error: unknown = null
  #listeners = new Set<() => void>()
  #snapshot: StoreSnapshot
  #failures = 0

  constructor(planId: string, entity: E) {
    this.planId = planId
    this.entity = entity
    this.#routes = recordRoutes(entity)
    this.#snapshot = this.#take()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  snapshot = (): StoreSnapshot => this.#snapshot

  get(id: string): AnyRecord | undefined {
    return this.#byId.get(id)
  }

  #take(): StoreSnapshot {
    const records = [...this.#byId.values()].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    return {
      records,
      isLoading: this.#isLoading,
      error: this.#error,
      pendingCount: this.#queue.length + this.#inFlight.length,
      conflicts: new Map(this.#conflicts),
    }
  }

  #changed(): void {
    this.#snapshot = this.#take()
    for (const listener of this.#listeners) listener()
  }

  /** Loads everything; called on opening and whenever the live stream cannot say what was missed. */
  async load(): Promise<void> {
    const known = new Set(this.#byId.keys())
    try {
      const fresh = new Map<string, AnyRecord>()
      let cursor: string | null = null
      do {
        const page: { items: unknown[]; nextCursor: string | null } = await call(this.#routes.list, {
          params: { planId: this.planId },
          query: {
            limit: PAGE_SIZE,
            total: 'false' as unknown as boolean,
            ...(cursor === null ? {} : { cursor }),
          },
        })
        for (const item of page.items as AnyRecord[]) fresh.set(item.id, item)
        cursor = page.nextCursor
      } while (cursor !== null)
      for (const [id, record] of fresh) {
        const held = this.#byId.get(id)
        // The page may have been read before our own write was confirmed: the newer version stays.
        const isOlder = held !== undefined && held.version > record.version
        fresh.set(id, isOlder ? held : mergeIncoming(record, this.#unconfirmed(id)))
      }
      for (const [id, record] of this.#byId) if (!known.has(id) && !fresh.has(id)) fresh.set(id, record)
      this.#byId = fresh
      this.#error = null
    } catch (error) {
      this.#error = error
    }
    this.#isLoading = false
    this.#changed()
    if (this.#error === null && this.#queue.length > 0) void this.#send()
  }

  #unconfirmed(id: string): LocalEdit[] {
    return [...this.#inFlight, ...this.#queue].filter((edit) => edit.id === id)
  }

  /** Changes fields at once on the page, and sends them. */
  edit(edits: readonly LocalEdit[]): void {
    for (const edit of edits) {
      const record = this.#byId.get(edit.id)
      if (record === undefined) continue
      this.#byId.set(edit.id, applyLocal(record, edit))
      this.#answered(edit)
      this.#enqueue(edit)
    }
    this.#changed()
    void this.#send()
  }

  /** A conflict ends for the fields that are written anew; what it holds of others still waits for its answer. */
  #answered({ id, values }: LocalEdit): void {
    const conflict = this.#conflicts.get(id)
    const open = conflict?.fields.filter(({ field }) => !(field in values)) ?? []
    if (conflict === undefined || open.length === 0) this.#conflicts.delete(id)
    else this.#conflicts.set(id, { ...conflict, fields: open })
  }

  #enqueue(edit: LocalEdit): void {
    const waiting = this.#queue.find(
      (other) => other.id === edit.id && other.isOverwriting === edit.isOverwriting,
    )
    if (waiting === undefined)
      this.#queue.push({ ...edit, values: { ...edit.values }, unread: { ...edit.unread } })
    else {
      Object.assign(waiting.values, edit.values)
      Object.assign(waiting.unread, edit.unread)
    }
  }

  async #send(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    while (this.#queue.length > 0) {
      this.#inFlight = this.#queue
      this.#queue = []
      try {
        await this.#sendBatch(this.#inFlight)
        this.#inFlight = []
        this.#failures = 0
      } catch (error) {
        const kept = this.#inFlight
        if (isRetryable(error)) {
          this.#inFlight = []
          const newer = this.#queue
          this.#queue = kept
          for (const edit of newer) this.#enqueue(edit)
          this.#changed()
          await pause(RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)] ?? 0)
          continue
        }
        if (isRefusal(error, 'unauthenticated')) {
          this.#inFlight = []
          // The session ended: the edits wait here and go out once somebody has signed in again.
          this.#queue = [...kept, ...this.#queue]
          this.#error = error
          this.#isSending = false
          this.#changed()
          return
        }
        await this.#sendApart(kept, error)
      }
      this.#changed()
    }
    this.#isSending = false
  }

  /**
   * Something in the batch was refused. One wrong cell must not cost the others:
   * each record goes alone; what is refused then falls back to what stands on
   * the server, and the person is told why.
   */
  async #sendApart(edits: readonly LocalEdit[], refusal: unknown): Promise<void> {
    let last = refusal
    let hasRefused = edits.length === 1
    const unsent: LocalEdit[] = []
    for (const edit of edits.length === 1 ? [] : edits) {
      try {
        await this.#sendBatch([edit])
      } catch (error) {
        if (isRetryable(error)) unsent.push(edit)
        else {
          last = error
          hasRefused = true
        }
      }
    }
    this.#inFlight = []
    const newer = this.#queue
    this.#queue = unsent
    for (const edit of newer) this.#enqueue(edit)
    if (!hasRefused) return
    await this.load()
    this.#error = last
  }

  async #sendBatch(edits: readonly LocalEdit[]): Promise<void> {
    const items = edits.flatMap((edit) => {
      const record = this.#byId.get(edit.id)
      if (record === undefined) return []
      return [
        {
          id: edit.id,
          version: edit.baseVersion,
          values: edit.values as never,
          ...(Object.keys(edit.unread).length === 0 ? {} : { unread: edit.unread }),
          ...(edit.isOverwriting ? { isOverwriting: true } : {}),
        },
      ]
    })
    if (items.length === 0) return
    const answer = await call(this.#routes.updateMany, { params: { planId: this.planId }, body: { items } })
    const behind: string[] = []
    for (const { id, version } of answer.items) {
      const record = this.#byId.get(id)
      // Somebody wrote in between. Their event may come after this answer and must not be taken for known.
      if (record !== undefined && version > record.version + 1) behind.push(id)
      else if (record !== undefined)
        this.#byId.set(id, { ...record, version: Math.max(record.version, version) })
      this.#advance(id, version, edits)
    }
    await Promise.all(behind.map((id) => this.#fetch(id)))
    for (const id of answer.missing) this.#byId.delete(id)
    for (const conflict of answer.conflicts) {
      const earlier = (this.#conflicts.get(conflict.id)?.fields ?? []).filter(
        ({ field }) => !conflict.fields.some((other) => other.field === field),
      )
      this.#conflicts.set(conflict.id, { ...conflict, fields: [...earlier, ...conflict.fields] })
      this.#sendUndisputed(conflict, edits)
      await this.#fetch(conflict.id)
    }
  }

  /** Nothing of an edit in conflict was written: the fields that nobody else touched go out again by themselves. */
  #sendUndisputed(conflict: EditConflict, edits: readonly LocalEdit[]): void {
    const isDisputed = (name: string): boolean => conflict.fields.some(({ field }) => field === name)
    for (const edit of edits) {
      if (edit.id !== conflict.id) continue
      const values = Object.fromEntries(Object.entries(edit.values).filter(([name]) => !isDisputed(name)))
      const unread = Object.fromEntries(Object.entries(edit.unread).filter(([name]) => !isDisputed(name)))
      if (Object.keys(values).length + Object.keys(unread).length > 0)
        this.#enqueue({ ...edit, values, unread, baseVersion: conflict.currentVersion })
    }
  }

  /**
   * Edits typed while an earlier one of the same record was on its way were
   * based on what they saw then. Where nobody else wrote in between, they now
   * stand on our own write; otherwise they keep their base, so that the server
   * can tell a conflict.
   */
  #advance(id: string, version: number, sent: readonly LocalEdit[]): void {
    const base = sent.find((edit) => edit.id === id)?.baseVersion
    if (base === undefined || version !== base + 1) return
    for (const edit of this.#queue)
      if (edit.id === id && edit.baseVersion === base) edit.baseVersion = version
  }

  /** Creates rows with ids made here, so that they can be edited before the server has answered. */
  async create(
    rows: readonly {
      id: string
      position: number
      values: Record<string, unknown>
      unread: Record<string, string>
    }[],
  ): Promise<void> {
    await call(this.#routes.createMany, { params: { planId: this.planId }, body: { items: rows as never } })
    await this.#fetchMany(rows.map((row) => row.id))
  }

  async remove(ids: readonly string[]): Promise<void> {
    await call(this.#routes.removeMany, { params: { planId: this.planId }, body: { ids: [...ids] } })
    for (const id of ids) this.#byId.delete(id)
    this.#changed()
  }

  /** The person's answer to a conflict: theirs (what stands) or mine. */
  settle(id: string, choices: Readonly<Record<string, 'current' | 'mine'>>): void {
    const conflict = this.#conflicts.get(id)
    if (conflict === undefined) return
    this.#conflicts.delete(id)
    const mine = conflict.fields.filter((field) => choices[field.field] === 'mine')
    if (mine.length === 0) this.#changed()
    else
      this.edit([
        {
          id,
          values: Object.fromEntries(mine.map((field) => [field.field, field.yours])),
          unread: {},
          baseVersion: conflict.currentVersion,
          isOverwriting: true,
        },
      ])
  }

  /** Takes in a live change of somebody else. */
  async receive(event: ChangeEvent): Promise<void> {
    if (event.entity !== this.entity) return
    if (event.action === 'delete') {
      for (const id of event.ids) this.#byId.delete(id)
      this.#changed()
      return
    }
    const stale = event.ids.filter(
      (id) => event.version === null || (this.#byId.get(id)?.version ?? 0) < event.version,
    )
    if (event.ids.length === 0) await this.load()
    else if (stale.length > 0) await this.#fetchMany(stale)
  }

  async #fetchMany(ids: readonly string[]): Promise<void> {
    if (ids.length > FETCH_SINGLY) await this.load()
    else {
      await Promise.all(ids.map((id) => this.#fetch(id)))
      this.#changed()
    }
  }

  async #fetch(id: string): Promise<void> {
    try {
      const record = (await call(this.#routes.get, {
        params: { planId: this.planId, recordId: id },
      })) as unknown as AnyRecord
      this.#byId.set(id, mergeIncoming(record, this.#unconfirmed(id)))
    } catch (error) {
      if (isRefusal(error, 'not_found')) this.#byId.delete(id)
      else if (!(error instanceof NetworkFailure)) throw error
    }
  }

  /** Puts the last refusal aside once it has been shown. */
  clearError(): void {
    this.#error = null
    this.#changed()
  }
}

function isRetryable(error: unknown): boolean {
  return (
    error instanceof NetworkFailure || isRefusal(error, 'unavailable') || isRefusal(error, 'rate_limited')
  )
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

export type { RecordView }
