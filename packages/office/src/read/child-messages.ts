import type { SourceWorkbook } from '@yingce/domain/sheets/workbook'
import type { OfficeFileErrorCode, OfficeFileErrorParams } from '../office-file-error.ts'
import type { ReadWorkbookOptions } from './read-workbook.ts'

/** To the reading process: exactly one, the job. */
export interface ReadJob {
  readonly source: string | Uint8Array
  readonly options: ReadWorkbookOptions
}

/** From the reading process: exactly one, the outcome. */
export type ReadOutcome =
  | { readonly ok: true; readonly workbook: SourceWorkbook }
  | {
      readonly ok: false
      readonly code: OfficeFileErrorCode
      readonly message: string
      readonly params: OfficeFileErrorParams
    }
