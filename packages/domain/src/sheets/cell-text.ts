import type { CellValue } from './workbook.ts'

/** What a person reads in the cell, trimmed; null for an empty cell or one of spaces only. */
export function cellText(value: CellValue): string | null {
  if (value === null) return null
  if (typeof value === 'string') {
    const text = value.trim()
    return text === '' ? null : text
  }
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if ('date' in value) return value.date.replace('T', ' ')
  return 'time' in value ? value.time : value.error
}

/** Is the cell a word rather than a figure, a date or an error? Digits with their marks ("50,000", "¥3.2", "--") are no words. */
export function isWord(value: CellValue): boolean {
  if (typeof value !== 'string') return false
  const text = value.trim()
  return text !== '' && !/^[\s\d.,:%¥$￥~<>≥≤+\-—–/]+$/u.test(text)
}
