import { cellAddress } from './cell-address.ts'
import { type HeaderText, powerOfUnit } from './header-text.ts'
import { figureInColumn, numberInCell } from './number-cell.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { MappedColumn } from './table-mapping.ts'

export interface BareRatio {
  /** Power of ten of a number without a percent sign: −2 in a column of percent, 0 in one of ratios. */
  readonly power: 0 | -2
  /** Not said by the header, or said against the looks of the column. */
  readonly isAssumed: boolean
}

interface BareNumber {
  readonly row: number
  readonly value: number
}

/** The numbers of a column that carry no percent sign of their own, zeros left out. */
function bareNumbers(
  grid: SheetGrid,
  index: number,
  rows: readonly number[],
  formats: Readonly<Record<string, string>>,
): BareNumber[] {
  return rows.flatMap((row) => {
    const cell = grid.cell(row, index)
    const number = numberInCell(cell)
    if (!number || number.hasPercent) return []
    if (typeof cell === 'number' && formats[cellAddress(row, index)]?.includes('%')) return []
    const value = Number(number.decimal)
    return value === 0 ? [] : [{ row, value }]
  })
}

function plainFigure(grid: SheetGrid, row: number, index: number, header: HeaderText): number | null {
  const figure = figureInColumn(grid.cell(row, index), header.unit)
  return figure === null ? null : Number(figure) * 10 ** powerOfUnit(header.unit)
}

/** Which reading more of the rows bear out whose parts are there: 0.8 beside 8 clicks of 1,000 is percent. Null when none decides. */
function powerByParts(
  grid: SheetGrid,
  numbers: readonly BareNumber[],
  part: MappedColumn | undefined,
  whole: MappedColumn | undefined,
): 0 | -2 | null {
  if (part === undefined || whole === undefined) return null
  let lead = 0
  for (const { row, value } of numbers) {
    const above = plainFigure(grid, row, part.index, part.header)
    const below = plainFigure(grid, row, whole.index, whole.header)
    if (!above || !below || value < 0) continue
    const away = Math.abs(Math.log(value / (above / below)))
    const awayInPercent = Math.abs(Math.log(value / 100 / (above / below)))
    lead += Math.sign(away - awayInPercent)
  }
  return lead === 0 ? null : lead > 0 ? -2 : 0
}

/**
 * Does a column of bare numbers count in percent? Said by the header, else by
 * the facts it is the quotient of, else by its size: progress and shares cannot
 * exceed 1, so a number above 1 means percent. A column in percent that never
 * passes 1 is worth pointing out: 1 may have been meant as 100 %.
 */
export function bareRatio(
  grid: SheetGrid,
  { index, header, column }: MappedColumn,
  columns: readonly MappedColumn[],
  rows: readonly number[],
  formats: Readonly<Record<string, string>>,
): BareRatio {
  const numbers = bareNumbers(grid, index, rows, formats)
  const isPercent = header.unit === '%'
  if (numbers.length === 0) return { power: isPercent ? -2 : 0, isAssumed: false }
  const isSmall = numbers.every(({ value }) => Math.abs(value) <= 1)
  const ofField = (field: string | undefined) => columns.find((other) => other.column.field === field)
  const byParts = powerByParts(grid, numbers, ofField(column.quotient?.[0]), ofField(column.quotient?.[1]))
  if (isPercent) return { power: -2, isAssumed: isSmall && numbers.length > 1 && byParts !== -2 }
  return { power: byParts ?? (isSmall ? 0 : -2), isAssumed: true }
}
