import { columnLetters as letters } from '@yingce/domain/sheets/cell-address'
import type { DocumentSheet, WorkbookDocument } from '@yingce/domain/sheets/workbook-document'
import { writeXlsx } from 'hucre/xlsx'
import { libraryListSheet, type ListSheet } from './choice-lists.ts'
import { librarySheet } from './library-sheet.ts'
import { DEFAULT_FONT } from './library-style.ts'
import type { NamedRange, WriteSheet } from './library-types.ts'
import { quotedSheetName, safeSheetNames } from './sheet-names.ts'

const APPLICATION = 'Yingce 营策'
const LIST_SHEET = '_lists'

/**
 * A workbook document as the bytes of an .xlsx file.
 *
 * Text stays text, whatever it begins with; formulas carry their results; sheet names are made safe
 * ({@link safeSheetNames}), and names in ranges follow. Meant for up to about 50,000 rows: all of it
 * is held in memory.
 *
 * @throws Error for a look or sheet that the document does not define: that is a bug of the caller
 */
export async function writeWorkbook(document: WorkbookDocument): Promise<Uint8Array> {
  const names = safeSheetNames([...document.sheets.map((sheet) => sheet.name), LIST_SHEET])
  const lists: ListSheet = { name: names.at(-1) ?? LIST_SHEET, columns: [] }
  const sheets: WriteSheet[] = document.sheets.map((sheet, index) =>
    librarySheet(sheet, names[index] ?? sheet.name, document.looks, lists),
  )
  const listSheet = libraryListSheet(lists)
  if (listSheet !== null) sheets.push(listSheet)
  return writeXlsx({
    sheets,
    namedRanges: [...definedNames(document, names), ...printTitles(document.sheets, names)],
    defaultFont: DEFAULT_FONT,
    activeSheet: document.activeSheet ?? 0,
    properties: { title: document.title, creator: document.author ?? APPLICATION, company: APPLICATION },
  })
}

function definedNames(document: WorkbookDocument, safeNames: readonly string[]): NamedRange[] {
  return (document.names ?? []).map(({ name, sheet, range }) => {
    const index = document.sheets.findIndex((candidate) => candidate.name === sheet)
    const safeName = safeNames[index]
    if (index === -1 || safeName === undefined)
      throw new Error(`the name ${name} refers to the unknown sheet ${sheet}`)
    const absolute = `$${letters(range.left)}$${range.top}:$${letters(range.right)}$${range.bottom}`
    return { name, range: `${quotedSheetName(safeName)}!${absolute}` }
  })
}

/** Repeated rows are written as the reserved name: the library's own option does not quote sheet names. */
function printTitles(sheets: readonly DocumentSheet[], safeNames: readonly string[]): NamedRange[] {
  return sheets.flatMap((sheet, index) => {
    const rows = sheet.print?.repeatRows
    const safeName = safeNames[index]
    if (rows === undefined || safeName === undefined) return []
    return [
      {
        name: '_xlnm.Print_Titles',
        range: `${quotedSheetName(safeName)}!$${rows.from}:$${rows.to}`,
        scope: safeName,
      },
    ]
  })
}
