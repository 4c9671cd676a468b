import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import type { DateReading, DateSpan } from '@yingce/domain/calendar/date-reading'
import { readDateCell } from '@yingce/domain/calendar/read-date-cell'
import { parseMoney } from '@yingce/domain/money/parse-money'
import { movePoint } from '@yingce/domain/quantity/decimal'
import { NUMERAL, numeralDecimal } from '@yingce/domain/quantity/numeral'
import { isInRange } from '@yingce/domain/records/field-range'
import { isEmptyMark, plainWidth } from '@yingce/domain/quantity/plain-width'
import type { CellValue, GridColumn } from './grid-types.ts'

/** Why a text cannot be taken for a cell. */
export type CellErrorCode =
  | 'date'
  | 'dateRange'
  | 'dateTime'
  | 'money'
  | 'ratio'
  | 'count'
  | 'number'
  | 'choice'
  | 'flag'
  | 'required'
  | 'range'

export type CellReading =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly code: CellErrorCode }

/** Where a text is read. */
export interface ReadContext {
  /** Year of dates typed without one, where the period does not settle it. */
  readonly year: number
  /** `YYYY-MM-DD`, for 今天. */
  readonly today: string
  /** Day of the row, which a bare 17:00 borrows. */
  readonly rowDate?: string | null
  /** Start of the plan, for 第5周周一. */
  readonly planStart?: string
  /** Period of the plan: a date without a year is put inside it. */
  readonly period?: DateSpan
}

const refused = (code: CellErrorCode): CellReading => ({ ok: false, code })
const read = (value: CellValue): CellReading => ({ ok: true, value })

const DAY_WORDS: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  today: 0,
  明天: 1,
  tomorrow: 1,
  昨天: -1,
  yesterday: -1,
  后天: 2,
  前天: -2,
}
const YES: ReadonlySet<string> = new Set(['是', '✓', '√', '1', 'y', 'yes', 'true', '有', 't', 'x'])
const NO: ReadonlySet<string> = new Set(['否', '✗', '×', '0', 'n', 'no', 'false', '无', 'f'])

/**
 * The text of a cell as a value of its column, by the same readers as the import
 * of sheets: money exact to the fen, dates as people write them, 万 and full-width
 * signs everywhere.
 *
 * Under a percent column a bare `50` is 50 % and `0.5` is half a percent, as the
 * header says; only the sign % or the column gives a number that meaning. An
 * empty mark (-, 无) empties a figure or a date and is plain text elsewhere.
 * A number outside the range of its column is refused as any other text.
 */
export function parseCell(
  column: Pick<GridColumn, 'kind' | 'required' | 'choices' | 'unit' | 'range'>,
  text: string,
  context: ReadContext,
): CellReading {
  const reading = readCell(column, text, context)
  const isOut =
    column.range !== undefined &&
    reading.ok &&
    typeof reading.value === 'number' &&
    !isInRange(reading.value, column.range)
  return isOut ? refused('range') : reading
}

function readCell(
  column: Pick<GridColumn, 'kind' | 'required' | 'choices' | 'unit'>,
  text: string,
  context: ReadContext,
): CellReading {
  const written = text.trim()
  if (written === '') return column.kind === 'flag' ? read(false) : emptied(column)
  switch (column.kind) {
    case 'money': {
      const reading = parseMoney(written)
      if (reading.kind === 'empty') return emptied(column)
      return reading.kind === 'money' ? read(reading.fen) : refused('money')
    }
    case 'ratio':
      return isEmptyMark(written) ? emptied(column) : readRatio(written)
    case 'count':
    case 'number':
      return isEmptyMark(written) ? emptied(column) : readNumber(written, column.kind, column.unit)
    case 'date':
    case 'dateTime':
      return readDate(column, written, context)
    case 'choice':
    case 'ref':
      return readChoice(column, written)
    case 'flag': {
      const word = plainWidth(written).toLowerCase()
      return YES.has(word) ? read(true) : NO.has(word) ? read(false) : refused('flag')
    }
    case 'text':
    case 'person':
      return read(written.replaceAll(/\s*[\r\n]+\s*/gu, ' '))
    case 'longText':
    case 'targets':
    case 'quantity':
      return read(written.replaceAll('\r\n', '\n'))
  }
}

const emptied = (column: Pick<GridColumn, 'required'>): CellReading =>
  column.required === true ? refused('required') : read(null)

const WHOLE_NUMERAL = new RegExp(`^${NUMERAL}$`, 'iu')

/** A signed numeral as plain decimal text, or null. */
function signedDecimal(plain: string): string | null {
  const [, sign = '', rest = ''] = /^([-+])?\s*(.*)$/su.exec(plain) ?? []
  const unsigned = rest.startsWith('.') ? `0${rest}` : rest
  const decimal = WHOLE_NUMERAL.test(unsigned) ? numeralDecimal(unsigned) : null
  return decimal === null ? null : sign === '-' ? `-${decimal}` : decimal
}

function readRatio(written: string): CellReading {
  const plain = plainWidth(written)
  const decimal = signedDecimal(plain.replace(/\s*%$/u, ''))
  if (decimal === null) return refused('ratio')
  const isNegative = decimal.startsWith('-')
  const ratio = Number(movePoint(isNegative ? decimal.slice(1) : decimal, -2))
  return read(isNegative && ratio !== 0 ? -ratio : ratio)
}

function readNumber(written: string, kind: 'count' | 'number', unit: string | undefined): CellReading {
  const plain = plainWidth(written)
  const bare = unit !== undefined && plain.endsWith(unit) ? plain.slice(0, -unit.length).trim() : plain
  const decimal = signedDecimal(bare)
  const value = decimal === null ? Number.NaN : Number(decimal)
  if (!Number.isFinite(value)) return refused(kind)
  return kind === 'count' && !Number.isSafeInteger(value) ? refused('count') : read(value === 0 ? 0 : value)
}

function readChoice(column: Pick<GridColumn, 'choices' | 'required'>, written: string): CellReading {
  const wanted = plainWidth(written).toLowerCase()
  const found = column.choices?.find(
    ({ label, value }) => plainWidth(label).toLowerCase() === wanted || value.toLowerCase() === wanted,
  )
  if (found !== undefined) return read(found.value)
  return isEmptyMark(written) ? emptied(column) : refused('choice')
}

function readDate(
  column: Pick<GridColumn, 'kind' | 'required'>,
  written: string,
  context: ReadContext,
): CellReading {
  const { kind } = column
  const [, word = '', rest = ''] = /^(\p{Script=Han}{2}|[a-z]+)\s*(.*)$/iu.exec(written) ?? []
  const days = DAY_WORDS[word.toLowerCase()]
  const text = days === undefined ? written : `${addDays(context.today, days)} ${rest}`.trim()
  const reading = readDateCell(text, {
    year: context.year,
    period: context.period ?? null,
    planStart: context.planStart ?? null,
    rowDate: context.rowDate ?? null,
  })
  if (reading.kind === 'empty') return emptied(column)
  if (reading.kind === 'range' || reading.kind === 'dateTimeRange') return refused('dateRange')
  return kind === 'date' ? wholeDay(reading) : moment(reading)
}

function wholeDay(reading: DateReading): CellReading {
  if (reading.kind === 'date') return read(reading.date)
  // A moment in a column of days would lose its time without a word, unless it is midnight as a workbook writes it.
  return reading.kind === 'dateTime' && reading.at.endsWith('T00:00')
    ? read(reading.at.slice(0, 10))
    : refused('date')
}

const moment = (reading: DateReading): CellReading =>
  reading.kind === 'dateTime' ? read(reading.at) : refused('dateTime')
