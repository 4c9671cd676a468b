import type { SourceWorkbook } from '@yingce/domain/sheets/workbook'
import { OfficeFileError } from '../office-file-error.ts'
import { readXls } from '../sheet-io/read-xls.ts'
import { Ole2Container } from './ole2-container.ts'
import type { ReadLimits } from './read-limits.ts'
import { xlsFacts } from './xls-sheet-facts.ts'

/** Which program left which stream in the container. */
const FOREIGN_STREAMS: readonly (readonly [RegExp, string])[] = [
  [/^(?: +1\d\d?|TBkndTask|Var2Data)$/, 'mpp'],
  [/^WordDocument$/, 'doc'],
  [/^PowerPoint Document$/, 'ppt'],
  [/^__substg1\.0_/, 'msg'],
  [/^VisioDocument$/, 'vsd'],
]

/**
 * Tells the many formats in OLE2 containers apart and reads .xls.
 *
 * @throws OfficeFileError `password_protected`, `unsupported_format`, `broken_file`, size limits
 */
export async function readOle2(bytes: Uint8Array, limits: ReadLimits): Promise<SourceWorkbook> {
  const container = new Ole2Container(bytes)
  const names = container.streamNames
  if (names.includes('EncryptedPackage'))
    throw new OfficeFileError('password_protected', 'encrypted office document')
  const workbook = container.stream('Workbook') ?? container.stream('Book')
  if (workbook !== null) {
    const facts = xlsFacts(workbook)
    if (facts.isEncrypted) throw new OfficeFileError('password_protected', 'encrypted .xls')
    return { format: 'xls', encoding: null, delimiter: null, ...(await readXls(bytes, facts, limits)) }
  }
  const foreign = FOREIGN_STREAMS.find(([pattern]) => names.some((name) => pattern.test(name)))
  throw new OfficeFileError('unsupported_format', `OLE2 container with ${names.slice(0, 8).join(', ')}`, {
    format: foreign?.[1] ?? 'ole2',
  })
}
