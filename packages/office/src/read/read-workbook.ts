import type {
  CellValue,
  SourceFormat,
  SourceWorkbook,
  TextEncoding,
  WorkbookNotice,
} from '@yingce/domain/sheets/workbook'
import { OfficeFileError } from '../office-file-error.ts'
import { decodeText } from './decode-text.ts'
import { readDelimited } from './read-delimited.ts'
import { DEFAULT_READ_LIMITS, type ReadLimits } from './read-limits.ts'
import { sniffFormat } from './sniff-format.ts'
import { officeFileErrorOf } from './office-file-error-of.ts'

export interface ReadWorkbookOptions {
  /** Names the only sheet of a text file and decides nothing else. */
  readonly fileName: string
  /** What the user chose in the preview of a text file; `null` or absent = find out. */
  readonly encoding?: TextEncoding | null
  readonly limits?: Partial<ReadLimits>
}

/**
 * Reads any outside table file into plain tables: xlsx, xls, ods, csv, tsv, HTML and XML tables
 * named .xls, MS Project XML and GanttProject. The bytes decide, not the name.
 *
 * Guards itself against hostile files by the limits, but runs in the calling process: a server
 * reads uploads with `readWorkbookInChild`.
 *
 * @throws OfficeFileError with the reason and what the user can do about it
 */
export async function readWorkbook(bytes: Uint8Array, options: ReadWorkbookOptions): Promise<SourceWorkbook> {
  const limits = { ...DEFAULT_READ_LIMITS, ...options.limits }
  if (bytes.length > limits.fileBytes) {
    throw new OfficeFileError('too_large', `file of ${bytes.length} bytes`, {
      found: bytes.length,
      limit: limits.fileBytes,
    })
  }
  const workbook = await readByContent(bytes, options, limits).catch(async (error: unknown) => {
    throw await officeFileErrorOf(error)
  })
  if (workbook.sheets.every((sheet) => sheet.rows.every((row) => row.every(isBlank))))
    throw new OfficeFileError('no_table', 'no filled cell')
  return {
    ...workbook,
    notices: [...extensionNotice(options.fileName, workbook.format), ...workbook.notices],
  }
}

/** Only the readers that a file needs are loaded: those of workbooks and XML take a third of the time of a small CSV. */
async function readByContent(
  bytes: Uint8Array,
  options: ReadWorkbookOptions,
  limits: ReadLimits,
): Promise<SourceWorkbook> {
  const kind = sniffFormat(bytes)
  switch (kind) {
    case 'empty':
      throw new OfficeFileError('empty_file', 'file without bytes')
    case 'zip':
      return (await import('./read-zip.ts')).readZip(bytes, limits)
    case 'ole2':
      return (await import('./read-ole2.ts')).readOle2(bytes, limits)
    case 'markup':
    case 'text': {
      const decoded = decodeText(bytes, options.encoding ?? null)
      const notices: WorkbookNotice[] = decoded.isGuess
        ? [{ code: 'guessed_encoding', encoding: decoded.encoding }]
        : []
      const marked =
        kind === 'markup'
          ? (await import('./read-markup.ts')).readMarkup(decoded, sheetName(options.fileName), limits)
          : null
      if (marked !== null) return marked
      refuseForeignText(decoded.text)
      const table = readDelimited(decoded.text, sheetName(options.fileName), limits)
      return {
        format: table.delimiter === '\t' ? 'tsv' : 'csv',
        encoding: decoded.encoding,
        delimiter: table.delimiter,
        sheets: [table.sheet],
        notices: [...notices, ...table.notices],
      }
    }
    case 'pdf':
    case 'image':
    case 'rtf':
    case 'gzip':
      throw new OfficeFileError('unsupported_format', `content is ${kind}`, { format: kind })
  }
}

function isBlank(cell: CellValue): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '')
}

function sheetName(fileName: string): string {
  return fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]{1,5}$/, '')
}

/** Texts that would pass as a one-column table without being one. */
function refuseForeignText(text: string): void {
  if (/^\s*BEGIN:V(CALENDAR|CARD)/.test(text))
    throw new OfficeFileError('unsupported_format', 'calendar or contact', { format: 'ics' })
  if (!/^\s*[[{]/.test(text)) return
  try {
    JSON.parse(text)
  } catch {
    return
  }
  throw new OfficeFileError('unsupported_format', 'JSON', { format: 'json' })
}

/** Endings under which each format is at home. */
const EXTENSIONS: Record<SourceFormat, readonly string[]> = {
  xlsx: ['xlsx', 'xlsm', 'xltx', 'et'],
  xls: ['xls', 'xlt', 'et'],
  ods: ['ods', 'ots'],
  csv: ['csv', 'txt'],
  tsv: ['tsv', 'tab', 'txt', 'csv'],
  html: ['html', 'htm'],
  mspdi: ['xml'],
  gan: ['gan'],
}

function extensionNotice(fileName: string, format: SourceFormat): WorkbookNotice[] {
  const extension = /\.([^.]{1,5})$/.exec(fileName)?.[1]?.toLowerCase()
  if (extension === undefined || EXTENSIONS[format].includes(extension)) return []
  return [{ code: 'wrong_extension', extension, format }]
}
