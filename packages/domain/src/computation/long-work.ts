/**
 * How a long computation listens to its caller and speaks to it. Both are optional, so that a test or a
 * short case calls the computation with its input alone. An `AbortSignal` fits `signal`.
 */
export interface LongWork {
  readonly signal?: { readonly aborted: boolean } | undefined
  /** Told the part that is done, 0–1, never falling. */
  readonly progress?: ((done: number) => void) | undefined
}

/** The computation was called off; nothing of it is to be used. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'

  constructor() {
    super('the computation was cancelled')
  }
}

/**
 * Called every few milliseconds inside a long loop: tells how much is done, and ends the computation when
 * it was called off.
 *
 * @param done the part that is done, 0–1
 * @throws Cancelled
 */
export function checkIn(work: LongWork, done: number): void {
  if (work.signal?.aborted === true) throw new Cancelled()
  work.progress?.(done)
}

/** A part of a long computation, from one share of it to another, that counts for itself from 0 to 1. */
export function partOfWork({ signal, progress }: LongWork, from: number, to: number): LongWork {
  return { signal, progress: (done) => progress?.(from + (to - from) * done) }
}
