import { currentLocale } from '../i18n.ts'

/** Missing values are an em dash, never 0. */
export const MISSING = '—'

const cache = new Map<string, Intl.NumberFormat>()

function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = currentLocale()
  const key = `${locale}${JSON.stringify(options)}`
  let found = cache.get(key)
  if (found === undefined) cache.set(key, (found = new Intl.NumberFormat(locale, options)))
  return found
}

/** Fen as full digits of the main unit; decimals only where there are cents: `268,000`, `133.33`. */
export function formatFen(fen: number | null): string {
  if (fen === null) return MISSING
  const digits = fen % 100 === 0 ? 0 : 2
  return formatter({ minimumFractionDigits: digits, maximumFractionDigits: 2 }).format(fen / 100)
}

/** 1 = 100 %; one decimal at most unless `digits` says otherwise. */
export function formatRatio(ratio: number | null, digits = 1): string {
  return ratio === null
    ? MISSING
    : formatter({ style: 'percent', maximumFractionDigits: digits }).format(ratio)
}

export function formatNumber(value: number | null, digits = 0): string {
  return value === null
    ? MISSING
    : formatter({ maximumFractionDigits: digits, minimumFractionDigits: 0 }).format(value)
}

/** Fixed decimals, for ratios such as ROAS: `3.17`. */
export function formatFixed(value: number | null, digits = 2): string {
  return value === null
    ? MISSING
    : formatter({ maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value)
}

/** As readers speak: 430万 in Chinese, 4.3M in English. */
export function formatCompact(value: number | null): string {
  return value === null
    ? MISSING
    : formatter({ notation: 'compact', maximumFractionDigits: 1, useGrouping: true }).format(value)
}

/** `05-01` inside the year of reference, `2024-05-01` outside it. */
export function formatDay(date: string | null, reference?: string): string {
  if (date === null) return MISSING
  return reference !== undefined && date.slice(0, 4) === reference.slice(0, 4) ? date.slice(5) : date
}

/** Moment on the reader's own clock. */
export function formatMoment(instant: string): string {
  return new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  )
}

/** The same without the year and the seconds, for what is of these days: "11-28 06:52". */
export function formatRecent(instant: string): string {
  return new Intl.DateTimeFormat(currentLocale(), {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant))
}
