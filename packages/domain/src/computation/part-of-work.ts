import type { LongWork } from './long-work.ts'

/**
 * One part of a long computation: what the part calls 0–1 lies between `from` and `to` of the whole, and the
 * signal is the same.
 *
 * @param from what is done of the whole when the part begins, 0–1
 * @param to what is done when it ends
 */
export function partOfWork(whole: LongWork, from: number, to: number): LongWork {
  return {
    signal: whole.signal,
    progress:
      whole.progress === undefined ? undefined : (done) => whole.progress?.(from + done * (to - from)),
  }
}
