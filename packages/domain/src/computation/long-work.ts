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

/**
 * One part of a long computation: what the part calls 0–1 lies between `from` and `to` of the whole, and the
 * signal is the same.
 *
 * @param from what is done of the whole when the part begins, 0–1
 * @param to what is done when it ends
 */
export function partOfWork({ signal, progress }: LongWork, from: number, to: number): LongWork {
  return {
    signal,
    progress: progress === undefined ? undefined : (done) => progress(from + done * (to - from)),
  }
}
