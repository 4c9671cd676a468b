import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { OfficeFileError } from '../office-file-error.ts'
import type { ProcessMessage } from './child-messages.ts'

export interface ReadingProcessOptions<Part> {
  /** What the process reads from its standard input: a large file goes that way without being copied here. */
  readonly input?: Uint8Array
  /** Covers the start of the process. */
  readonly timeoutMs: number
  /** Resident memory of the reading process. */
  readonly memoryBytes: number
  /** Ends the reading early; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** Takes what the process hands over before its outcome; the process waits for it. */
  readonly onPart?: (part: Part) => Promise<void>
}

const MEMORY_CHECK_MS = 50
const PAGE_BYTES = 4096

/**
 * Runs a reading script in a process of its own that is killed when it takes too long or too much
 * memory: buffers live outside the heap, so a worker's heap limit would not hold a hostile file.
 * The memory watch reads /proc and so works on Linux; elsewhere heap limit and timeout remain.
 *
 * @throws OfficeFileError what the script found, and `too_costly` with `reason` `time` or `memory`
 */
export async function inReadingProcess<Job, Part, Answer>(
  script: URL,
  job: Job,
  options: ReadingProcessOptions<Part>,
): Promise<Answer> {
  options.signal?.throwIfAborted()
  const child = fork(script, [], {
    serialization: 'advanced',
    env: childEnvironment(),
    execArgv: [`--max-old-space-size=${Math.ceil(options.memoryBytes / 1024 ** 2)}`],
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'ignore', 'ignore', 'ipc'],
  })
  // A process that ends early leaves its input unread; why it ended is told below.
  child.stdin?.on('error', () => {})
  child.stdin?.end(options.input)
  try {
    return await watched<Job, Part, Answer>(child, job, options)
  } finally {
    child.kill('SIGKILL')
  }
}

/** The child gets neither our secrets nor our loaders and inspectors, but what was compiled before: it starts with a third of the work. */
function childEnvironment(): Record<string, string> {
  const { PATH = '', NODE_COMPILE_CACHE } = process.env
  return NODE_COMPILE_CACHE === undefined ? { PATH } : { PATH, NODE_COMPILE_CACHE }
}

function watched<Job, Part, Answer>(
  child: ChildProcess,
  job: Job,
  { timeoutMs, memoryBytes, signal, onPart }: ReadingProcessOptions<Part>,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const tooCostly = (reason: 'time' | 'memory', limit: number): void =>
    reject(new OfficeFileError('too_costly', `reading took too much ${reason}`, { reason, limit }))
  const timer = setTimeout(() => tooCostly('time', Math.round(timeoutMs / 1000)), timeoutMs)
  const watch = setInterval(() => {
    if (residentBytes(child.pid) > memoryBytes) tooCostly('memory', memoryBytes)
  }, MEMORY_CHECK_MS)
  const abort = (): void => reject(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  child.on('message', (message: ProcessMessage<Part, Answer>) => {
    if (message === 'ready') child.send(job as never)
    else if ('part' in message)
      void (onPart?.(message.part) ?? Promise.resolve()).then(() => child.send('next'), reject)
    else if (message.ok) resolve(message.answer)
    else reject(new OfficeFileError(message.code, message.message, message.params))
  })
  child.on('error', reject)
  child.on('exit', (code, killedBy) => {
    // A full heap ends a process by SIGABRT (code 134 under a shell); nothing else in a reader does.
    if (killedBy === 'SIGABRT' || code === 134) return tooCostly('memory', memoryBytes)
    const unanswered = (): void =>
      reject(new Error(`the reading process ended without an answer (code ${code}, signal ${killedBy})`))
    // Where several end at once, the end of one may be seen before its answer, which is still in the line.
    if (child.connected) child.once('disconnect', unanswered)
    else unanswered()
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
