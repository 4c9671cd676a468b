import type { SourceWorkbook } from '@yingce/domain/sheets/workbook'
import { OfficeFileError } from '../office-file-error.ts'
import { readOds } from './read-ods.ts'
import { readXlsx } from '../sheet-io/read-xlsx.ts'
import type { ReadLimits } from './read-limits.ts'
import { checkedZipDirectory } from './zip-gate.ts'
import { extractZipEntry } from './zip-directory.ts'

/** Tells office archives apart by their parts. */
export async function readZip(bytes: Uint8Array, limits: ReadLimits): Promise<SourceWorkbook> {
  const entries = checkedZipDirectory(bytes, limits)
  const names = [...entries.keys()]
  const unsupported = (format: string): OfficeFileError =>
    new OfficeFileError('unsupported_format', `archive is ${format}`, { format })
  if (names.some((name) => name.startsWith('word/'))) throw unsupported('docx')
  if (names.some((name) => name.startsWith('ppt/'))) throw unsupported('pptx')
  if (names.includes('xl/workbook.bin')) throw unsupported('xlsb')
  const mimetype = entries.get('mimetype')
  if (mimetype !== undefined && mimetype.unpackedBytes < 200) {
    const type = new TextDecoder().decode(extractZipEntry(bytes, mimetype)).trim()
    if (!type.startsWith('application/vnd.oasis.opendocument.spreadsheet'))
      throw unsupported(type.replace(/^.*[./]/, ''))
    return { format: 'ods', encoding: null, delimiter: null, ...readOds(bytes, entries, limits) }
  }
  if (!names.includes('[Content_Types].xml'))
    throw unsupported(names.some((name) => name.endsWith('.iwa')) ? 'numbers' : 'zip')
  return { format: 'xlsx', encoding: null, delimiter: null, ...(await readXlsx(bytes, entries, limits)) }
}
