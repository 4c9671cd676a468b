import { cellAddress } from '../cell-address.ts'
import type { CellValue, SheetTable, SourceWorkbook } from '../workbook.ts'
import type { DocumentCell, DocumentSheet, WorkbookDocument } from '../workbook-document.ts'

function formatOf(cell: DocumentCell, document: WorkbookDocument): string | null {
  const { value } = cell
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null
  const look = cell.look === undefined ? undefined : document.looks[cell.look]?.numberFormat
  const format = cell.numberFormat ?? look
  if (format !== undefined) return format === 'General' ? null : format
  if (typeof value === 'number') return null
  if ('time' in value) return 'hh:mm'
  return value.date.length > 10 ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd'
}

function tableOf(sheet: DocumentSheet, document: WorkbookDocument): SheetTable {
  const formulas: Record<string, string> = {}
  const numberFormats: Record<string, string> = {}
  const rows = sheet.rows.map(({ cells }, row) =>
    cells.map((cell, column): CellValue => {
      if (cell === null) return null
      const address = cellAddress(row + 1, column + 1)
      if (cell.formula !== undefined) formulas[address] = cell.formula
      const format = formatOf(cell, document)
      if (format !== null) numberFormats[address] = format
      return cell.value === '' ? null : cell.value
    }),
  )
  return {
    name: sheet.name,
    hidden: sheet.hidden ?? false,
    rows,
    merges: sheet.merges ?? [],
    numberFormats,
    formulas,
    hiddenRows: sheet.rows.flatMap(({ hidden }, row) => (hidden === true ? [row + 1] : [])),
    hiddenColumns: sheet.columns.flatMap(({ hidden }, column) => (hidden === true ? [column + 1] : [])),
  }
}

/** A workbook to be written, as it will be read from its file: formulas are their results. */
export function documentAsSource(document: WorkbookDocument): SourceWorkbook {
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: document.sheets.map((sheet) => tableOf(sheet, document)),
    notices: [],
  }
}
