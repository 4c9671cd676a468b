import { formatMoney } from '../../money/format-money.ts'
import { decimalText, groupThousands } from '../../quantity/decimal.ts'
import type { ReportBoard, ReportLocale } from './report-input.ts'

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
}

export function reportFormat({ money: { currency } }: ReportBoard, locale: ReportLocale): ReportFormat {
  const rounded = (value: number, digits: number): string => groupThousands(value.toFixed(digits))
  const orNothing =
    (write: (value: number) => string) =>
    (value: number | null): string =>
      value === null ? NO_FIGURE : write(value)
  return {
    money: orNothing((fen) => formatMoney(Math.round(fen), { currency, locale, style: 'full' })),
    shortMoney: orNothing((fen) => formatMoney(Math.round(fen), { currency, locale, style: 'short' })),
    unitMoney: orNothing((fen) => {
      const sign = formatMoney(0, { currency, locale, style: 'full' }).replace('0', '')
      return `${sign}${rounded(fen / 100, 2)}`
    }),
    percent: orNothing((value) => `${rounded(value * 100, 1)}%`),
    ratio: orNothing((value) => rounded(value, 2)),
    count: orNothing((value) => groupThousands(decimalText(value))),
    points: (difference) => rounded(Math.abs(difference) * 100, 1),
  }
}
