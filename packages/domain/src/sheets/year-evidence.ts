import { allMatches } from '../quantity/all-matches.ts'
import { cellText } from './cell-text.ts'
import type { SourceWorkbook } from './workbook.ts'

const FULL_DATE = /(?<!\d)(20\d\d)\s*(?:年\s*\d{1,2}\s*月|[-/.]\d{1,2}[-/.]\d{1,2})/gu
const YEAR_IN_NAME = /(?<!\d)(20\d\d)(?!\d)/u
/** Cells looked at per sheet: years show early. */
const SEARCHED_ROWS = 500

/**
 * The year that a workbook itself gives to dates without one: the only year in
 * its full dates, else that of a title, else the year in the file's name, else none.
 */
export function yearOfWorkbook(
  workbook: SourceWorkbook,
  titleYear: number | null,
  fileName: string | null,
): number | null {
  const years = new Set<number>()
  for (const sheet of workbook.sheets) {
    for (const row of sheet.rows.slice(0, SEARCHED_ROWS)) {
      for (const cell of row) {
        const text = cellText(cell)
        if (text !== null) for (const match of allMatches(FULL_DATE, text)) years.add(Number(match[1]))
      }
    }
  }
  if (years.size === 1) return [...years][0] ?? null
  if (titleYear !== null) return titleYear
  const named = years.size === 0 ? YEAR_IN_NAME.exec(fileName ?? '')?.[1] : undefined
  return named === undefined ? null : Number(named)
}
