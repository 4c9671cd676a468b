import type { SourceWorkbook } from '@yingce/domain/sheets/workbook'
import { OfficeFileError } from '../office-file-error.ts'
import type { DecodedText } from './decode-text.ts'
import { readHtmlTables } from './read-html.ts'
import type { ReadLimits } from './read-limits.ts'

const HEAD_CHARACTERS = 4096

/**
 * Text that begins with "<": HTML tables (ad platforms name them .xls), schedules in XML.
 *
 * @returns null when it is neither, so that it may still be a csv whose first title begins with "<"
 * @throws OfficeFileError `unsupported_format` for XML we do not know
 */
export async function readMarkup(decoded: DecodedText, name: string, limits: ReadLimits): Promise<SourceWorkbook | null> {
  const head = decoded.text.slice(0, HEAD_CHARACTERS)
  if (/<(?:!doctype\s+html|html|table|tr|meta|head|body|style)\b/i.test(head)) return readHtmlTables(decoded, name, limits)
  if (/^\s*<\?xml\b/.test(head) || /^\s*<[A-Za-z]+[^<>]*xmlns/.test(head)) {
    throw new OfficeFileError('unsupported_format', 'XML of an unknown kind', { format: 'xml' })
  }
  return null
}
