import { isMainThread, workerData } from 'node:worker_threads'
import type { ThreadWork } from './run-in-thread.ts'
import type { ThreadOrder } from './thread.ts'

const started = isMainThread ? null : (workerData as Partial<ThreadOrder> | null)

/** A job for the test: says where it runs. Tests may run in threads themselves, those have no job. */
export const work: ThreadWork<string, string> = () => (started?.job === import.meta.url ? 'thread' : 'here')
