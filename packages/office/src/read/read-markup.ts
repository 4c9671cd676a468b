import type { SourceWorkbook } from '@yingce/domain/sheets/workbook'
import { OfficeFileError } from '../office-file-error.ts'
import type { DecodedText } from './decode-text.ts'
import { readGan } from './read-gan.ts'
import { readHtmlTables } from './read-html.ts'
import type { ReadLimits } from './read-limits.ts'
import { readMspdi } from './read-mspdi.ts'

const HEAD_CHARACTERS = 4096
/** Parsed XML takes about ten times its size in memory. */
const MAX_XML_CHARACTERS = 20 * 1024 * 1024

/**
 * Text that begins with "<": schedules in XML, HTML tables (ad platforms name them .xls).
 *
 * @returns null when it is neither, so that it may still be a csv whose first title begins with "<"
 * @throws OfficeFileError `unsupported_format` for XML we do not know, and what the readers throw
 */
export function readMarkup(decoded: DecodedText, name: string, limits: ReadLimits): SourceWorkbook | null {
  const head = decoded.text.slice(0, HEAD_CHARACTERS).replaceAll(/<!--[\s\S]*?-->/g, '')
  const root = /<([A-Za-z][\w:.-]*)\b([^<>]*)>/.exec(head)
  const isXml = /^\s*<\?xml\b/.test(head)
  if (root === null) return null
  const [, element = '', attributes = ''] = root
  const isSchedule = element === 'Project' && attributes.includes('schemas.microsoft.com/project')
  const isGan = element === 'project' && /\bview-date=|\bgantt-divider-location=/.test(attributes)
  if (isSchedule || isGan) {
    if (decoded.text.length > MAX_XML_CHARACTERS) {
      throw new OfficeFileError('too_large', `XML of ${decoded.text.length} characters`, {
        found: decoded.text.length,
        limit: MAX_XML_CHARACTERS,
      })
    }
    return isSchedule ? readMspdi(decoded.text, limits) : readGan(decoded.text, limits)
  }
  if (/^(?:html|table|tr|meta|head|body|style|div|center)$/i.test(element))
    return readHtmlTables(decoded, name, limits)
  if (isXml || attributes.includes('xmlns')) {
    const isSpreadsheet =
      element.endsWith('Workbook') && attributes.includes('schemas-microsoft-com:office:spreadsheet')
    throw new OfficeFileError('unsupported_format', `XML with the root element ${element}`, {
      format: isSpreadsheet ? 'xml2003' : 'xml',
    })
  }
  return null
}
