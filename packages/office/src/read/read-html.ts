import type { SourceWorkbook } from '@yingce/domain/sheets/workbook'
import type { DecodedText } from './decode-text.ts'
import type { ReadLimits } from './read-limits.ts'
export function readHtmlTables(_d: DecodedText, _n: string, _l: ReadLimits): SourceWorkbook | null { return null }
