import { Refusal } from '../http/refusal.ts'

export interface SortKey {
  readonly expression: string
  readonly isDescending: boolean
  readonly isNullable: boolean
}

/** A total order of a list, and its name: a cursor belongs to one. */
export interface Sort {
  readonly name: string
  /** The last key is the id. */
  readonly keys: readonly SortKey[]
}

export function orderBy(sort: Sort): string {
  return sort.keys
    .map(
      ({ expression, isDescending, isNullable }) =>
        `${expression}${isDescending ? ' desc' : ''}${isNullable ? ' nulls last' : ''}`,
    )
    .join(', ')
}

/** Where a page ended: the sort it belongs to and the last row's values in its order. */
export function encodeCursor(sort: Sort, values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([sort.name, ...values])).toString('base64url')
}

/** @throws Refusal when the cursor is not ours or belongs to another sort */
export function decodeCursor(sort: Sort, cursor: string): unknown[] {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw invalid()
  }
  if (!Array.isArray(parts) || parts[0] !== sort.name || parts.length !== sort.keys.length + 1)
    throw invalid()
  const values = parts.slice(1) as unknown[]
  if (values.some((value) => value !== null && typeof value === 'object')) throw invalid()
  return values
}

/**
 * Condition for "after this row": by the first key, or equal in it and by the
 * next, and so on. What is empty lies after everything else.
 */
export function afterCursor(
  keys: readonly SortKey[],
  values: readonly unknown[],
  bind: (value: unknown) => string,
): string {
  const [key, ...rest] = keys
  const value = values[0]
  if (key === undefined) return 'false'
  const further = rest.length === 0 ? 'false' : afterCursor(rest, values.slice(1), bind)
  if (value === null) return `(${key.expression} is null and ${further})`
  const place = bind(value)
  const beyond = `${key.expression} ${key.isDescending ? '<' : '>'} ${place}`
  return `(${beyond}${key.isNullable ? ` or ${key.expression} is null` : ''} or (${key.expression} = ${place} and ${further}))`
}

function invalid(): Refusal {
  return new Refusal('invalid_request', {
    issues: [{ path: 'query.cursor', code: 'invalid_value', message: 'Not a cursor of this list and sort' }],
  })
}
