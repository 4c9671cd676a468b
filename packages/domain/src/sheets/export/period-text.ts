import type { WritableValue } from '../workbook-document.ts'

/** Days before this have no number in spreadsheets. */
const FIRST_DAY = '1901-01-01'

/** A day as a cell: a date, or its text where spreadsheets know no such day. */
export function dayCell(day: string): WritableValue {
  return day < FIRST_DAY ? day : { date: day }
}

/** A start and an end in one cell: the day where they are the same (or one is missing), else "2026-06-02~06-05". */
export function periodCell(start: string | null, end: string | null): WritableValue {
  if (start === null || end === null || start === end) {
    const day = start ?? end
    return day === null ? null : dayCell(day)
  }
  return `${start}~${start.slice(0, 4) === end.slice(0, 4) ? end.slice(5) : end}`
}

/** "2025年5月1日-2025年6月20日", "2025-05-01 ~ 2025-06-20". */
export function periodWords(start: string, end: string, locale: 'zh-CN' | 'en'): string {
  if (locale === 'en') return `${start} ~ ${end}`
  const words = (day: string): string => {
    const [year = '', month = '', date = ''] = day.split('-')
    return `${year}年${Number(month)}月${Number(date)}日`
  }
  return `${words(start)}-${words(end)}`
}
