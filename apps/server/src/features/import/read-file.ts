import type { SourceWorkbook } from '@yingce/domain/sheets/workbook'
import { readWorkbookInChild } from '@yingce/office/read/read-workbook-in-child'
import { fileRefusal } from '../../files/file-refusal.ts'
import { inReadingTurn } from '../../files/reading-turns.ts'

const TIMEOUT_MS = 60_000

export type FileEncoding = 'utf-8' | 'utf-16le' | 'gb18030' | 'windows-1252'

/**
 * Reads an uploaded file in a process of its own, so that no file can take the
 * server's memory or time with it. The time limit runs from the start of the
 * process: waiting for others does not count.
 *
 * @throws Refusal `file_…`, each with what the person can do
 */
export async function readFile(
  bytes: Uint8Array,
  fileName: string,
  encoding: FileEncoding | null,
  signal?: AbortSignal,
): Promise<SourceWorkbook> {
  try {
    const options = {
      fileName,
      timeoutMs: TIMEOUT_MS,
      ...(encoding === null ? {} : { encoding }),
      ...(signal === undefined ? {} : { signal }),
    }
    return await inReadingTurn(() => readWorkbookInChild(bytes, options), signal)
  } catch (error) {
    throw fileRefusal(error, TIMEOUT_MS)
  }
}
