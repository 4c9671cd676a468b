import type { RefusalCode } from '@yingce/contracts/error'
import type { SourceWorkbook } from '@yingce/domain/sheets/workbook'
import { OfficeFileError, type OfficeFileErrorCode } from '@yingce/office/office-file-error'
import { readWorkbookInChild } from '@yingce/office/read/read-workbook-in-child'
import { Refusal } from '../../http/refusal.ts'
import { takeTurns } from './take-turns.ts'

const REFUSED_AS: Readonly<Record<OfficeFileErrorCode, RefusalCode>> = {
  empty_file: 'file_empty',
  too_large: 'file_too_large',
  too_many_rows: 'file_too_large',
  too_many_cells: 'file_too_large',
  zip_bomb: 'file_too_large',
  password_protected: 'file_password_protected',
  broken_file: 'file_broken',
  unsupported_format: 'file_unsupported',
  no_table: 'file_no_table',
  too_costly: 'file_timeout',
}

const TIMEOUT_MS = 60_000

/** Each reading may take a processor and over a gigabyte for itself: more than two at once would help nobody. */
const inTurn = takeTurns(2)

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
    return await inTurn(() => readWorkbookInChild(bytes, options), signal)
  } catch (error) {
    if (!(error instanceof OfficeFileError)) throw error
    throw new Refusal(REFUSED_AS[error.code], {
      params: { ...error.params, detail: error.code, seconds: TIMEOUT_MS / 1000 },
    })
  }
}
