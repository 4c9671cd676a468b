import type { EditConflict } from '@yingce/contracts/error'

/** What somebody entered for one task, kept on the phone until the server has it. */
export interface KeptEntry {
  readonly planId: string
  readonly taskId: string
  readonly taskName: string
  /** Version that the person saw. */
  readonly version: number
  readonly values: Readonly<Record<string, unknown>>
  /** The person's answer to a conflict: the values go over what stands. */
  readonly isOverwriting: boolean
  readonly state: 'waiting' | 'conflict' | 'refused'
  readonly conflict?: EditConflict
  /** Why the server refused it, as a sentence. */
  readonly reason?: string
}

/** What became of sending one entry; `unreachable` keeps it for later. */
export type SendResult =
  | { readonly kind: 'sent' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'conflict'; readonly conflict: EditConflict }
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * Entries made on the phone. Each is written to the browser's storage before anything is sent, so that neither
 * a dead line nor a closed page loses it; they go out in their order as soon as the server answers.
 */
export class KeptEntries {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>
  readonly #key: string
  readonly #send: (entry: KeptEntry) => Promise<SendResult>
  #entries: readonly KeptEntry[]
  #isSending = false
  readonly #listeners = new Set<() => void>()

  /** @param key of the person: two who share a phone do not send each other's entries */
  constructor(
    storage: Pick<Storage, 'getItem' | 'setItem'>,
    key: string,
    send: (entry: KeptEntry) => Promise<SendResult>,
  ) {
    this.#storage = storage
    this.#key = key
    this.#send = send
    this.#entries = readEntries(storage.getItem(key))
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  snapshot = (): readonly KeptEntry[] => this.#entries

  /** Keeps an entry and tries to send it; one that still waits for the same task takes it in. */
  add(entry: Omit<KeptEntry, 'state'>): Promise<void> {
    const waiting = this.#entries.find((kept) => kept.taskId === entry.taskId && kept.state === 'waiting')
    this.#keep(
      waiting === undefined
        ? [...this.#entries, { ...entry, state: 'waiting' }]
        : this.#entries.map((kept) =>
            kept === waiting ? { ...kept, values: { ...kept.values, ...entry.values } } : kept,
          ),
    )
    return this.flush()
  }

  /** The person's answer to a conflict: the fields that go out again over what stands. */
  settle(taskId: string, choices: Readonly<Record<string, 'current' | 'mine'>>): Promise<void> {
    const kept = this.#entries.find((entry) => entry.taskId === taskId && entry.state === 'conflict')
    const conflict = kept?.conflict
    if (kept === undefined || conflict === undefined) return Promise.resolve()
    const mine = conflict.fields.filter(({ field }) => choices[field] === 'mine')
    this.discard(taskId)
    if (mine.length === 0) return Promise.resolve()
    return this.add({
      planId: kept.planId,
      taskId,
      taskName: kept.taskName,
      version: conflict.currentVersion,
      values: Object.fromEntries(mine.map(({ field, yours }) => [field, yours])),
      isOverwriting: true,
    })
  }

  /** Puts aside what the server did not take. */
  discard(taskId: string): void {
    this.#keep(this.#entries.filter((entry) => entry.taskId !== taskId || entry.state === 'waiting'))
  }

  /** Sends what waits, in its order; stops at the first that cannot reach the server. */
  async flush(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    try {
      for (let entry = this.#next(); entry !== undefined; entry = this.#next()) {
        const sent = entry
        const result = await this.#send(sent)
        if (result.kind === 'unreachable') return
        this.#settleSent(sent, result)
      }
    } finally {
      this.#isSending = false
    }
  }

  #next(): KeptEntry | undefined {
    return this.#entries.find((entry) => entry.state === 'waiting')
  }

  #settleSent(sent: KeptEntry, result: Exclude<SendResult, { kind: 'unreachable' }>): void {
    this.#keep(
      this.#entries.flatMap((entry): KeptEntry[] => {
        if (entry.taskId !== sent.taskId || entry.state !== 'waiting') return [entry]
        // More was entered for the task while this went out: that part still waits.
        const newer = Object.entries(entry.values).filter(([field, value]) => sent.values[field] !== value)
        const rest: KeptEntry[] =
          newer.length === 0
            ? []
            : [{ ...entry, values: Object.fromEntries(newer), version: sent.version + 1 }]
        switch (result.kind) {
          case 'sent':
            return rest
          case 'conflict': {
            // The server wrote nothing of it: what is not in dispute goes out again by itself.
            const { fields, currentVersion } = result.conflict
            const settled = Object.entries(entry.values).filter(
              ([name]) => !fields.some(({ field }) => field === name),
            )
            return [
              { ...sent, state: 'conflict', conflict: result.conflict },
              ...(settled.length === 0
                ? []
                : [{ ...entry, values: Object.fromEntries(settled), version: currentVersion }]),
            ]
          }
          case 'refused':
            return [{ ...sent, state: 'refused', reason: result.reason }, ...rest]
        }
      }),
    )
  }

  #keep(entries: readonly KeptEntry[]): void {
    this.#storage.setItem(this.#key, JSON.stringify(entries))
    this.#entries = entries
    for (const listener of this.#listeners) listener()
  }
}

function readEntries(text: string | null): readonly KeptEntry[] {
  if (text === null) return []
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? (value as KeptEntry[]) : []
  } catch {
    // Not ours, or cut off by a full disk: there is nothing in it that could be sent.
    return []
  }
}
