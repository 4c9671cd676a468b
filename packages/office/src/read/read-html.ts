import type { SheetTable, SourceWorkbook } from '@yingce/domain/sheets/workbook'
import { fromHtml } from 'hucre'
import { OfficeFileError } from '../office-file-error.ts'
import { plainSheet } from '../sheet-io/plain-sheet.ts'
import { checkCells, checkRows } from './check-size.ts'
import type { DecodedText } from './decode-text.ts'
import type { ReadLimits } from './read-limits.ts'

/** A page with more tables than this is no report. */
const MAX_TABLES = 50

/**
 * The tables of an HTML page, each as a sheet; of nested tables the innermost, for outer ones are
 * layout. Cells stay text as written ("007", "3%"), without the white space around them.
 *
 * @throws OfficeFileError `no_table`, `too_many_rows`, `too_many_cells`
 */
export function readHtmlTables(decoded: DecodedText, name: string, limits: ReadLimits): SourceWorkbook {
  const sheets: SheetTable[] = []
  let cells = 0
  for (const html of innermostTables(decoded.text)) {
    const title = sheets.length === 0 ? name : `${name} ${sheets.length + 1}`
    const table = fromHtml(withPlainSigns(html), { sheetName: title, typeInference: false, classes: false })
    const sheet = plainSheet(table, false, '1900', 'byWord')
    if (sheet.rows.length === 0) continue
    checkRows(sheet, limits)
    cells = checkCells(cells, sheet, limits)
    sheets.push(sheet)
    if (sheets.length === MAX_TABLES) break
  }
  if (sheets.length === 0) throw new OfficeFileError('no_table', 'HTML without a filled table')
  return {
    format: 'html',
    encoding: decoded.encoding,
    delimiter: null,
    sheets,
    notices: decoded.isGuess ? [{ code: 'guessed_encoding', encoding: decoded.encoding }] : [],
  }
}

/** Tables that hold no other table, in the order of the page. A table cut off by the end of the file counts. */
export function* innermostTables(html: string): Generator<string> {
  let start = -1
  for (const tag of html.matchAll(/<(\/?)table\b/gi)) {
    if (tag[1] === '') start = tag.index
    else if (start !== -1) {
      yield html.slice(start, tag.index + '</table>'.length)
      start = -1
    }
  }
  if (start !== -1) yield `${html.slice(start)}</table>`
}

/** HTML's own names for signs that ad platforms and Office write; XML knows none of them. */
const SIGNS: Readonly<Record<string, string>> = {
  nbsp: ' ',
  yen: '¥',
  euro: '€',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  times: '×',
}

/** The library knows XML's entities only, and joins the lines of a cell without a trace. */
function withPlainSigns(html: string): string {
  return html
    .replaceAll(/<br\b[^<>]*>/gi, '\n')
    .replaceAll(/&([a-z]+);/g, (entity, name: string) => SIGNS[name] ?? entity)
}
