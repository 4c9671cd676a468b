import process from 'node:process'
import { Worker } from 'node:worker_threads'
import type { LongWork } from '@yingce/domain/computation/long-work'
import type { Call } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { showProgress } from './show-progress.ts'
import type { ThreadMessage, ThreadOrder } from './thread.ts'

/**
 * What a job's file exports as `work`. It runs in a thread of its own: input and answer are plain data, and a
 * `Refusal` that it throws arrives in the calling thread as one.
 */
export type ThreadWork<Input, Output> = (input: Input, long: LongWork) => Output | Promise<Output>

/**
 * Runs a long computation in a worker thread: Ctrl-C calls it off, and how far it is stands on the terminal.
 *
 * @param job the file that exports `work`: `new URL('./fit-work.ts', import.meta.url)`
 * @throws Refusal what the job refused, or that it was called off
 */
export function runInThread<Input, Output>(job: URL, input: Input, call: Call): Promise<Output> {
  const { language, surroundings } = call
  const isCancelled = new Int32Array(new SharedArrayBuffer(4))
  const order: ThreadOrder = { job: job.href, input, isCancelled }
  const bar = showProgress(surroundings)
  const cancel = (): void => void Atomics.store(isCancelled, 0, 1)
  process.once('SIGINT', cancel)
  return new Promise<Output>((done, fail) => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: order })
    worker.on('message', (message: ThreadMessage) => {
      switch (message.kind) {
        case 'progress':
          return bar.tell(message.done)
        case 'answer':
          return done(message.answer as Output)
        case 'refusal':
          return fail(new Refusal(message.code, message.message, message.details))
        case 'cancelled':
          return fail(new Refusal('cancelled', language === 'zh' ? '已取消' : 'cancelled'))
      }
    })
    worker.once('error', fail)
    worker.once('exit', (code) =>
      fail(new Error(`the computing thread ended without an answer (code ${code})`)),
    )
  }).finally(() => {
    process.removeListener('SIGINT', cancel)
    bar.clear()
  })
}
