import { rangeAddress } from '@yingce/domain/sheets/cell-address'
import type {
  CellLook,
  CellRange,
  ConditionalLook,
  DocumentSheet,
  PrintSetup,
} from '@yingce/domain/sheets/workbook-document'
import { libraryValidations, type ListSheet } from './choice-lists.ts'
import { libraryChart } from './library-chart.ts'
import { libraryCell } from './library-cell.ts'
import { conditionalStyle } from './library-style.ts'
import type { Cell, ConditionalRule, LibraryValue, RowDef, WriteSheet } from './library-types.ts'
import { wrappedRowHeight } from './row-height.ts'
import { writableText } from './writable-text.ts'

const DEFAULT_COLUMN_WIDTH = 10
const MARGINS_INCHES = { top: 0.6, right: 0.4, bottom: 0.6, left: 0.4, header: 0.3, footer: 0.3 }

/** One sheet in the terms of the spreadsheet library. */
export function librarySheet(
  sheet: DocumentSheet,
  safeName: string,
  looks: Readonly<Record<string, CellLook>>,
  lists: ListSheet,
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const rowDefs = new Map<number, RowDef>()
  const rows = sheet.rows.map((row, rowIndex) => {
    const wrapped = wrappedRowHeight(sheet, rowIndex, looks)
    const height =
      row.height ?? (row.minHeight === undefined ? wrapped : Math.max(row.minHeight, wrapped ?? 0))
    if (height !== null || row.hidden === true) {
      rowDefs.set(rowIndex, {
        ...(height === null ? {} : { height }),
        ...(row.hidden === true ? { hidden: true } : {}),
      })
    }
    return row.cells.map((cell, column): LibraryValue => {
      if (cell === null) return null
      const written = libraryCell(cell, lookOf(cell.look, looks))
      cells.set(`${rowIndex},${column}`, written)
      return written.value ?? null
    })
  })
  const written: WriteSheet = {
    name: safeName,
    rows,
    cells,
    rowDefs,
    columns: libraryColumns(sheet),
    merges: (sheet.merges ?? []).map(({ top, left, bottom, right }) => ({
      startRow: top - 1,
      startCol: left - 1,
      endRow: bottom - 1,
      endCol: right - 1,
    })),
    dataValidations: libraryValidations(sheet.choices ?? [], lists),
    conditionalRules: (sheet.conditions ?? []).map(conditionalRule),
    view: { showGridLines: sheet.gridLines ?? true, zoomScale: sheet.zoom ?? 100, ...tabColor(sheet) },
    hidden: sheet.hidden ?? false,
  }
  if (sheet.charts !== undefined && sheet.charts.length > 0)
    written.charts = sheet.charts.map((chart) => libraryChart(chart, safeName))
  if (sheet.freeze !== undefined) written.freezePane = sheet.freeze
  if (sheet.filter !== undefined) written.autoFilter = { range: addressOf(sheet.filter) }
  if (sheet.print !== undefined) Object.assign(written, pageOf(sheet.print))
  return written
}

function lookOf(name: string | undefined, looks: Readonly<Record<string, CellLook>>): CellLook {
  if (name === undefined) return {}
  const look = Object.hasOwn(looks, name) ? looks[name] : undefined
  if (look === undefined) throw new Error(`the document does not define the look ${name}`)
  return look
}

/** As many columns as any row has: the library cannot write a list with holes. */
function libraryColumns(sheet: DocumentSheet): { width: number; hidden: boolean }[] {
  const count = sheet.rows.reduce((widest, row) => Math.max(widest, row.cells.length), sheet.columns.length)
  return Array.from({ length: count }, (_, index) => ({
    width: sheet.columns[index]?.width ?? DEFAULT_COLUMN_WIDTH,
    hidden: sheet.columns[index]?.hidden ?? false,
  }))
}

function tabColor(sheet: DocumentSheet): { tabColor?: { rgb: string } } {
  return sheet.tabColor === undefined ? {} : { tabColor: { rgb: sheet.tabColor } }
}

function addressOf({ top, left, bottom, right }: CellRange): string {
  return rangeAddress(top, left, bottom, right)
}

function conditionalRule(condition: ConditionalLook, index: number): ConditionalRule {
  const base = { priority: index + 1, range: addressOf(condition.range) }
  switch (condition.when) {
    case 'equals':
      return {
        ...base,
        type: 'cellIs',
        operator: 'equal',
        formula: `"${writableText(condition.text).replaceAll('"', '""')}"`,
        style: conditionalStyle(condition.look),
      }
    case 'formula':
      return {
        ...base,
        type: 'expression',
        formula: condition.formula,
        style: conditionalStyle(condition.look),
      }
    case 'bar':
      return {
        ...base,
        type: 'dataBar',
        // Six digits would fail the schema here, unlike in fonts and fills.
        dataBar: {
          cfvo: [
            { type: 'num', value: '0' },
            { type: 'num', value: String(condition.max) },
          ],
          color: `FF${condition.color}`,
        },
      }
  }
}

function pageOf(print: PrintSetup): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  const footer = [
    print.footerLeft === undefined ? '' : `&L${footerText(print.footerLeft)}`,
    print.footerCenter === undefined ? '' : `&C${footerText(print.footerCenter)}`,
    '&R&P / &N',
  ]
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: print.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS_INCHES,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: footer.join('') },
  }
}

/** "&" begins a command in a footer. */
function footerText(text: string): string {
  return writableText(text).replaceAll('&', '&&')
}
