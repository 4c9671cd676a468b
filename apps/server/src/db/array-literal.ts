type Scalar = string | number | boolean | null | undefined

const NEEDS_QUOTES = /[\s"\\{},]|^$|^null$/i
const ESCAPED = /["\\]/g

/**
 * PostgreSQL array literal of scalars, for `unnest($1::text[])`. The driver's own
 * one quotes and escapes every element; most of ours need neither, which in a
 * request of 10,000 rows is a third of the time.
 */
export function arrayLiteral(values: readonly Scalar[]): string {
  const parts = new Array<string>(values.length)
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    if (value === null || value === undefined) parts[index] = 'NULL'
    else if (typeof value !== 'string') parts[index] = String(value)
    else parts[index] = NEEDS_QUOTES.test(value) ? `"${value.replace(ESCAPED, '\\$&')}"` : value
  }
  return `{${parts.join(',')}}`
}
