import { formatMoney } from '../../money/format-money.ts'
import { decimalText, groupThousands } from '../../quantity/decimal.ts'
import { quantityText } from '../../quantity/quantity-text.ts'
import type { TableCell } from '../report-document.ts'
import type { ReportBoard, ReportLocale } from './report-input.ts'
import { REPORT_WORDS } from './report-words.ts'

/** Stands where there is no figure; never a zero. */
export const NO_FIGURE = '—'

/** Figures as the reader of a report expects them. */
export interface ReportFormat {
  /** "¥409,420", every fen that there is. */
  money(fen: number | null): string
  /** "¥40.94万", for large numbers in boxes. */
  shortMoney(fen: number | null): string
  /** Of an amount per conversion, always to the fen: "83.22". */
  unitMoney(fen: number | null): string
  /** "55.2%" */
  percent(ratio: number | null): string
  /** "3.74" */
  ratio(value: number | null): string
  count(value: number | null): string
  points(difference: number): string
  /** A cell of the plan: a single quantity in the reader's units, anything else as it was written. */
  quantity(text: string | null, metric: string | null): string
  /** What was reached, of a target for every unit the worst with how many there are. */
  reached(
    kpi: { readonly actualText: string | null; readonly units: number | null },
    metric: string | null,
  ): string
  /** The same figures as cells, which carry their numbers for spreadsheets. */
  readonly cell: FigureCells
}

export interface FigureCells {
  money(fen: number | null): TableCell
  unitMoney(fen: number | null): TableCell
  percent(ratio: number | null): TableCell
  ratio(value: number | null): TableCell
  count(value: number | null): TableCell
}

export function reportFormat(
  { money: { currency } }: { readonly money: Pick<ReportBoard['money'], 'currency'> },
  locale: ReportLocale,
): ReportFormat {
  const rounded = (value: number, digits: number): string => groupThousands(value.toFixed(digits))
  const orNothing =
    (write: (value: number) => string) =>
    (value: number | null): string =>
      value === null ? NO_FIGURE : write(value)
  const sign = formatMoney(0, { currency, locale, style: 'full' }).replace('0', '')
  const format: Omit<ReportFormat, 'cell'> = {
    money: orNothing((fen) => formatMoney(Math.round(fen), { currency, locale, style: 'full' })),
    shortMoney: orNothing((fen) => formatMoney(Math.round(fen), { currency, locale, style: 'short' })),
    unitMoney: orNothing((fen) => `${sign}${rounded(fen / 100, 2)}`),
    percent: orNothing((value) => `${rounded(value * 100, 1)}%`),
    ratio: orNothing((value) => rounded(value, 2)),
    count: orNothing((value) => groupThousands(decimalText(value))),
    points: (difference) => rounded(Math.abs(difference) * 100, 1),
    reached: ({ actualText, units }, metric) => {
      if (actualText === null) return NO_FIGURE
      const text = quantityText(actualText, locale, metric)
      return units === null ? text : REPORT_WORDS[locale].worstOf(text, units)
    },
    quantity: (text, metric) => (text === null ? NO_FIGURE : quantityText(text, locale, metric)),
  }
  return { ...format, cell: figureCells(format, sign) }
}

/** @param sign of the currency, as it stands before an amount */
function figureCells(format: Omit<ReportFormat, 'cell'>, sign: string): FigureCells {
  const cell =
    (text: (value: number | null) => string, numberFormat: (value: number) => string, unit = 1) =>
    (value: number | null): TableCell =>
      value === null
        ? { text: text(value) }
        : { text: text(value), number: { value: value / unit, format: numberFormat(value) } }
  // Quoted, so that a sign of letters is none of the format's own.
  const before = sign === '' ? '' : `"${sign}"`
  return {
    money: cell(format.money, (fen) => (fen % 100 === 0 ? `${before}#,##0` : `${before}#,##0.00`), 100),
    unitMoney: cell(format.unitMoney, () => `${before}#,##0.00`, 100),
    percent: cell(format.percent, () => '0.0%'),
    ratio: cell(format.ratio, () => '0.00'),
    count: cell(format.count, (value) => (Number.isInteger(value) ? '#,##0' : '#,##0.##')),
  }
}
