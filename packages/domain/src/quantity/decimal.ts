/**
 * Exact decimal text. Figures of sheets are short decimals; multiplying them as
 * binary fractions leaves dust (1.1 × 10000 = 11000.000000000002), moving the
 * decimal point in the text does not.
 */

/** The number whose decimal point is moved right by `places` (left when negative), correctly rounded: ("1.1", 4) is 11000. */
export function scaledNumber(decimal: string, places: number): number {
  return Number(`${decimal}e${places}`)
}

/** Plain decimal text of a finite number, without exponent: 1e-7 is "0.0000001". */
export function decimalText(value: number): string {
  const text = String(value)
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (match === null) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  return sign + movePoint(fraction === '' ? whole : `${whole}.${fraction}`, Number(exponent))
}

/** Decimal text with its point moved right by `places` (left when negative); no superfluous zeros. */
export function movePoint(decimal: string, places: number): string {
  const isNegative = decimal.startsWith('-')
  const [whole = '', fraction = ''] = (isNegative ? decimal.slice(1) : decimal).split('.')
  const digits = whole + fraction
  const point = whole.length + places
  const left = (point > 0 ? digits.slice(0, point).padEnd(point, '0') : '').replace(/^0+/, '') || '0'
  const right = (point < 0 ? '0'.repeat(-point) + digits : digits.slice(point)).replace(/0+$/, '')
  const moved = right === '' ? left : `${left}.${right}`
  return isNegative && moved !== '0' ? `-${moved}` : moved
}

/** How many decimals the text has, trailing zeros not counted. */
export function decimalsOf(decimal: string): number {
  const [, fraction = ''] = decimal.split('.')
  return fraction.replace(/0+$/, '').length
}

/** Thousands separated by commas: "1234567.8" is "1,234,567.8". */
export function groupThousands(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
