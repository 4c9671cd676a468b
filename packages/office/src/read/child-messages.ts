import type { OfficeFileErrorCode, OfficeFileErrorParams } from '../office-file-error.ts'
import type { ReadWorkbookOptions } from './read-workbook.ts'

/** To the process that reads a workbook: exactly one, the job. */
export interface ReadJob {
  readonly source: string | Uint8Array
  readonly options: ReadWorkbookOptions
}

/** From a reading process: once `ready`, parts where the script has some, and once the outcome. */
export type ProcessMessage<Part, Answer> =
  | 'ready'
  | { readonly part: Part }
  | { readonly ok: true; readonly answer: Answer }
  | {
      readonly ok: false
      readonly code: OfficeFileErrorCode
      readonly message: string
      readonly params: OfficeFileErrorParams
    }
