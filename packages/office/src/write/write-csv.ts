import type { WritableValue } from '@yingce/domain/sheets/workbook-document'

/** Text that spreadsheet programs would take for a formula or command. */
const FORMULA_START = /^[=+\-@\t\r\n|\u0000]/
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/**
 * Rows as csv that spreadsheet programs open without questions: UTF-8 with byte order mark, commas,
 * CRLF (RFC 4180).
 *
 * Text that begins like a formula gets a leading apostrophe and quotes (OWASP, CSV injection), also
 * when it looks like a negative number: numbers are given as numbers. Dates are `YYYY-MM-DD`
 * or `YYYY-MM-DD HH:mm`.
 */
export function writeCsv(rows: readonly (readonly WritableValue[])[]): Uint8Array {
  const lines = rows.map((row) => row.map(csvCell).join(','))
  return new TextEncoder().encode(`\ufeff${lines.map((line) => `${line}\r\n`).join('')}`)
}

function csvCell(value: WritableValue): string {
  if (value === null) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'object') return 'date' in value ? value.date.replace('T', ' ') : value.time
  const text = value.toWellFormed()
  // Dashes alone stand for "none" in many tables and cannot be a formula.
  if (FORMULA_START.test(text) && !/^-+$/.test(text)) return quoted(`'${text}`)
  return NEEDS_QUOTES.test(text) ? quoted(text) : text
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
