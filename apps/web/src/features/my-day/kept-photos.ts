import type { SendFailure } from './send-failure.ts'

/** A photo or paper of a task, kept on the phone until the server has it. */
export interface KeptPhoto {
  readonly id: string
  /** Whose it is: account and workspace. */
  readonly person: string
  readonly planId: string
  readonly taskId: string
  readonly taskName: string
  readonly fileName: string
  readonly content: Blob
  readonly state: 'waiting' | 'refused'
  /** It went out once without an answer: the server may have it already. */
  readonly isTried: boolean
  /** Why the server refused it, as a sentence. */
  readonly reason?: string
}

/** Where they lie; the browser's database outside of tests. */
export interface PhotoBox {
  /** In the order they were put in. */
  all(): Promise<KeptPhoto[]>
  put(photo: KeptPhoto): Promise<void>
  remove(id: string): Promise<void>
}

export type PhotoResult = { readonly kind: 'sent' } | SendFailure

/** A day in the field; more would crowd out what else the phone keeps for the page. */
export const MOST_KEPT_PHOTOS = 20
export const MOST_KEPT_BYTES = 50 * 1024 * 1024

/**
 * Photos taken on the phone, each in the browser's database before it is sent, so that neither a dead line nor a closed
 * page loses it. They go out in their order; what the server refuses stays with its reason until it is put aside.
 */
export class KeptPhotos {
  readonly #box: PhotoBox
  readonly #person: string
  readonly #send: (photo: KeptPhoto) => Promise<PhotoResult>
  readonly #alone: (work: () => Promise<void>) => Promise<void>
  #photos: readonly KeptPhoto[] = []
  #isSending = false
  readonly #listeners = new Set<() => void>()

  /** @param alone runs work while no other tab runs the same, so that none sends a photo that another is sending */
  constructor(
    box: PhotoBox,
    person: string,
    send: (photo: KeptPhoto) => Promise<PhotoResult>,
    alone: (work: () => Promise<void>) => Promise<void>,
  ) {
    this.#box = box
    this.#person = person
    this.#send = send
    this.#alone = alone
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  snapshot = (): readonly KeptPhoto[] => this.#photos

  /**
   * Keeps a photo and tries to send it.
   *
   * @returns false: there is no room for it, by the limits above or on the disk, and it was not kept
   */
  async add(photo: Omit<KeptPhoto, 'person' | 'state' | 'isTried'>): Promise<boolean> {
    await this.#load()
    const bytes = this.#photos.reduce((sum, { content }) => sum + content.size, photo.content.size)
    if (this.#photos.length >= MOST_KEPT_PHOTOS || bytes > MOST_KEPT_BYTES) return false
    try {
      await this.#box.put({ ...photo, person: this.#person, state: 'waiting', isTried: false })
    } catch {
      return false
    }
    await this.flush()
    return true
  }

  /** Puts aside a photo, sent or not. */
  async discard(id: string): Promise<void> {
    await this.#box.remove(id)
    await this.#load()
  }

  /** Sends what waits, in its order; stops at the first that cannot reach the server. */
  async flush(): Promise<void> {
    await this.#load()
    if (this.#isSending || this.#next() === undefined) return
    this.#isSending = true
    try {
      await this.#alone(() => this.#sendAll())
    } finally {
      this.#isSending = false
      await this.#load()
    }
  }

  async #sendAll(): Promise<void> {
    await this.#load()
    for (let photo = this.#next(); photo !== undefined; photo = this.#next()) {
      const sent = photo
      await this.#box.put({ ...sent, isTried: true })
      const result = await this.#send(sent)
      if (result.kind === 'unreachable') return
      if (result.kind === 'sent') await this.#box.remove(sent.id)
      else await this.#box.put({ ...sent, isTried: true, state: 'refused', reason: result.reason })
      await this.#load()
    }
  }

  #next(): KeptPhoto | undefined {
    return this.#photos.find(({ state }) => state === 'waiting')
  }

  async #load(): Promise<void> {
    this.#photos = (await this.#box.all()).filter(({ person }) => person === this.#person)
    for (const listener of this.#listeners) listener()
  }
}
