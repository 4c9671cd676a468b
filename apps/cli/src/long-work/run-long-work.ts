import { stat } from 'node:fs/promises'
import type { Call } from '../command.ts'
import { runInThread, type ThreadWork } from './run-in-thread.ts'

/**
 * Files of less are worked through sooner than a thread starts: that takes about 0.1 s of the processor,
 * mostly for reading the program a second time, as long as 2,000 tasks need from the file to the answer.
 */
const SMALL_BYTES = 256 * 1024

/**
 * Runs work that takes as long as its files are large: of small files here, else in a thread
 * (`runInThread`). Both answer and refuse alike; Ctrl-C ends the one at once, and calls the other off. Work that
 * is long whatever it reads takes `runInThread` itself.
 *
 * @param files what the work reads; one that cannot be looked at counts nothing, and the work refuses it
 * @throws Refusal
 */
export async function runLongWork<Input, Output>(
  job: URL,
  input: Input,
  call: Call,
  files: readonly string[],
): Promise<Output> {
  const sizes = await Promise.all(
    files.map(async (file) => {
      const found = await stat(file).catch(() => null)
      return found?.size ?? 0
    }),
  )
  if (sizes.reduce((sum, size) => sum + size, 0) >= SMALL_BYTES) return runInThread(job, input, call)
  const { work } = (await import(job.href)) as { readonly work: ThreadWork<Input, Output> }
  return work(input, {})
}
