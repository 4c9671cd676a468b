import type { RefusalCode } from '@yingce/contracts/error'
import { OfficeFileError, type OfficeFileErrorCode } from '@yingce/office/office-file-error'
import { Refusal } from '../http/refusal.ts'

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

/** What a file is refused with; any other error stays what it is. */
export function fileRefusal(error: unknown, timeoutMs: number): unknown {
  if (!(error instanceof OfficeFileError)) return error
  return new Refusal(REFUSED_AS[error.code], {
    params: { ...error.params, detail: error.code, seconds: timeoutMs / 1000 },
  })
}
