// Runs in a worker thread: does the one job that it was given, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { Cancelled, type LongWork } from '@yingce/domain/computation/long-work'
import { Refusal } from '../refusal.ts'
import type { ThreadWork } from './run-in-thread.ts'

export interface ThreadOrder {
  /** Address of the file that exports `work`. */
  readonly job: string
  readonly input: unknown
  /** One number that both threads see: anything but 0 calls the job off. */
  readonly isCancelled: Int32Array<SharedArrayBuffer>
}

export type ThreadMessage =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'refusal'
      readonly code: string
      readonly message: string
      readonly details: ConstructorParameters<typeof Refusal>[2]
    }

/** Between two messages of progress; more would only cost. */
const PROGRESS_EVERY_MS = 100

const order = workerData as ThreadOrder
const say = (message: ThreadMessage): void => parentPort?.postMessage(message)

let told = performance.now()
const long: LongWork = {
  signal: {
    get aborted() {
      return Atomics.load(order.isCancelled, 0) !== 0
    },
  },
  progress(done) {
    const now = performance.now()
    if (now - told < PROGRESS_EVERY_MS) return
    told = now
    say({ kind: 'progress', done })
  },
}

try {
  const { work } = (await import(order.job)) as { readonly work: ThreadWork<unknown, unknown> }
  say({ kind: 'answer', answer: await work(order.input, long) })
} catch (error) {
  if (error instanceof Cancelled) say({ kind: 'cancelled' })
  else if (error instanceof Refusal) say({ kind: 'refusal', ...plainRefusal(error) })
  else throw error
}

function plainRefusal({ code, message, advice, file, line, column }: Refusal) {
  return {
    code,
    message,
    details: {
      ...(advice === null ? {} : { advice }),
      ...(file === null ? {} : { file }),
      ...(line === null ? {} : { line }),
      ...(column === null ? {} : { column }),
    },
  }
}
