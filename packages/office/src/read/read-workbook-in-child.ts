import type { SourceWorkbook } from '@yingce/domain/sheets/workbook'
import type { ReadJob } from './child-messages.ts'
import { inReadingProcess } from './in-reading-process.ts'
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
export const DEFAULT_MEMORY_BYTES = 1.2 * 1024 ** 3

/**
 * {@link readWorkbook} in a process of its own that is killed when it takes too long or too much
 * memory.
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
  return inReadingProcess<ReadJob, never, SourceWorkbook>(
    new URL('./read-workbook-child.ts', import.meta.url),
    { source, options: readOptions },
    { timeoutMs, memoryBytes, signal },
  )
}
