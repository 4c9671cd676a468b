import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { SourceWorkbook } from '@yingce/domain/sheets/workbook'
import { OfficeFileError } from '../office-file-error.ts'
import type { ReadJob, ReadOutcome } from './child-messages.ts'
import type { ReadWorkbookOptions } from './read-workbook.ts'

export interface ChildReadOptions extends ReadWorkbookOptions {
  /** Absent = 60 s; covers the start of the process. */
  readonly timeoutMs?: number
  /** Resident memory of the reading process; absent = 1.2 GiB. */
  readonly memoryBytes?: number
  /** Ends the reading early; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

const DEFAULT_TIMEOUT_MS = 60_000
const DEFAULT_MEMORY_BYTES = 1.2 * 1024 ** 3
const MEMORY_CHECK_MS = 50
const PAGE_BYTES = 4096

/**
 * {@link readWorkbook} in a process of its own that is killed when it takes too long or too much
 * memory: buffers live outside the heap, so a worker's heap limit would not hold a hostile file.
 * The memory watch reads /proc and so works on Linux; elsewhere heap limit and timeout remain.
 *
 * @param source bytes, or the path of a file on disk, which is then never held by this process
 * @throws OfficeFileError as readWorkbook, and `too_costly` with `reason` `time` or `memory`
 */
export async function readWorkbookInChild(
  source: Uint8Array | string,
  options: ChildReadOptions,
): Promise<SourceWorkbook> {
  const {
    timeoutMs = DEFAULT_TIMEOUT_MS,
    memoryBytes = DEFAULT_MEMORY_BYTES,
    signal,
    ...readOptions
  } = options
  signal?.throwIfAborted()
  const child = fork(new URL('./read-workbook-child.ts', import.meta.url), [], {
    serialization: 'advanced',
    // The child gets neither our secrets nor our loaders and inspectors.
    env: { PATH: process.env['PATH'] ?? '' },
    execArgv: [`--max-old-space-size=${Math.ceil(memoryBytes / 1024 ** 2)}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  try {
    const outcome = await watchedOutcome(
      child,
      { source, options: readOptions },
      timeoutMs,
      memoryBytes,
      signal,
    )
    if (outcome.ok) return outcome.workbook
    throw new OfficeFileError(outcome.code, outcome.message, outcome.params)
  } finally {
    child.kill('SIGKILL')
  }
}

function watchedOutcome(
  child: ChildProcess,
  job: ReadJob,
  timeoutMs: number,
  memoryBytes: number,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadOutcome>()
  const tooCostly = (reason: 'time' | 'memory', limit: number): void =>
    reject(new OfficeFileError('too_costly', `reading took too much ${reason}`, { reason, limit }))
  const timer = setTimeout(() => tooCostly('time', Math.round(timeoutMs / 1000)), timeoutMs)
  const watch = setInterval(() => {
    if (residentBytes(child.pid) > memoryBytes) tooCostly('memory', memoryBytes)
  }, MEMORY_CHECK_MS)
  const abort = (): void => reject(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  child.on('message', (message: 'ready' | ReadOutcome) => {
    if (message === 'ready') child.send(job)
    else resolve(message)
  })
  child.on('error', reject)
  child.on('exit', (code, killedBy) => {
    // A full heap ends a process by SIGABRT (code 134 under a shell); nothing else in a reader does.
    if (killedBy === 'SIGABRT' || code === 134) tooCostly('memory', memoryBytes)
    else reject(new Error(`the reading process ended without an answer (code ${code}, signal ${killedBy})`))
  })
  return promise.finally(() => {
    clearTimeout(timer)
    clearInterval(watch)
    signal?.removeEventListener('abort', abort)
  })
}

/** 0 where the system does not tell. */
function residentBytes(pid: number | undefined): number {
  if (pid === undefined) return 0
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1] ?? 0) * PAGE_BYTES
  } catch {
    return 0
  }
}
