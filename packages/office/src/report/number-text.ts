/**
 * A number in one of the spreadsheet formats that reports use: digits, thousands, per cent and a
 * text before them (`#,##0`, `0.00`, `0.0%`, `¥#,##0`).
 */
export function numberText(value: number, format: string): string {
  const parts = /^([^#0]*)([#0,]+)(?:\.(0+))?(%?)(.*)$/.exec(format)
  if (parts === null) return String(value)
  const [, before = '', whole = '', decimals = '', percent = '', after = ''] = parts
  const digits = (Math.abs(value) * (percent === '' ? 1 : 100)).toFixed(decimals.length)
  const [left = '', right] = digits.split('.')
  const grouped = whole.includes(',') ? left.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : left
  const sign = value < 0 && /[1-9]/.test(digits) ? '−' : ''
  return `${sign}${before}${grouped}${right === undefined ? '' : `.${right}`}${percent}${after}`
}
