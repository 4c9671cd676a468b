import type { ListQuery } from '@yingce/contracts/record/list-query'
import { Refusal } from '../../http/refusal.ts'
import type { EntityTable, FieldColumn } from '../../records/entity-table.ts'

/** Conditions of a list with their values; `$n` continue after the given number. */
export interface Filter {
  readonly where: string
  readonly values: unknown[]
}

/** Keys of a list query that are no filters. */
const STEERING = new Set(['limit', 'cursor', 'sort', 'total', 'q'])
const SUFFIX = /^(\w+?)(Contains|From|To|Empty)$/
const TEXT_KINDS = new Set(['text', 'longText', 'person', 'targets', 'quantity'])

const DATE = /^\d{4}-\d{2}-\d{2}$/
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** SQL of a list query's filters. Names come from the entity's table, values only ever as parameters. */
export function filterOf(table: EntityTable, query: ListQuery, firstParameter: number): Filter {
  const values: unknown[] = []
  const conditions: string[] = []
  const bind = (value: unknown) => {
    values.push(value)
    return `$${firstParameter + values.length - 1}`
  }
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || STEERING.has(key)) continue
    conditions.push(condition(table, key, value, bind))
  }
  if (query.q !== undefined && query.q !== '') {
    const pattern = bind(containing(query.q))
    conditions.push(
      `(${table.columns
        .filter(({ spec }) => TEXT_KINDS.has(spec.kind))
        .map(({ column }) => `t.${column} ilike ${pattern}`)
        .join(' or ')})`,
    )
  }
  return { where: conditions.map((text) => ` and ${text}`).join(''), values }
}

function condition(
  table: EntityTable,
  key: string,
  value: string | number | boolean,
  bind: (value: unknown) => string,
): string {
  const plain = table.byField.get(key)
  if (plain !== undefined) return equality(plain, key, value, bind)
  const [, field = '', suffix] = SUFFIX.exec(key) ?? []
  const column = table.byField.get(field)
  if (column === undefined) throw invalid(key, 'unknown_field', 'Unknown field')
  switch (suffix) {
    case 'Contains':
      return `t.${column.column} ilike ${bind(containing(String(value)))}`
    case 'Empty':
      return `(t.${column.column} is ${value === true ? '' : 'not '}null)`
    default:
      return bound(column, key, suffix === 'From' ? '>=' : '<=', value, bind)
  }
}

function equality(
  column: FieldColumn,
  key: string,
  value: string | number | boolean,
  bind: (value: unknown) => string,
): string {
  if (column.spec.kind === 'flag') return `t.${column.column} = ${bind(value)}`
  const wanted = String(value)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (column.spec.kind === 'choice' && wanted.some((part) => !column.spec.choices!.includes(part))) {
    throw invalid(key, 'invalid_value', `One or more of ${column.spec.choices!.join(', ')}`)
  }
  if (column.spec.kind === 'ref' && wanted.some((part) => !UUID.test(part)))
    throw invalid(key, 'invalid_value', 'Ids separated by commas')
  return `t.${column.column} = any(${bind(wanted)}::${column.type}[])`
}

function bound(
  column: FieldColumn,
  key: string,
  operator: '>=' | '<=',
  value: string | number | boolean,
  bind: (value: unknown) => string,
): string {
  const { kind } = column.spec
  if (kind === 'date' && !isDate(String(value))) throw invalid(key, 'invalid_format', 'YYYY-MM-DD')
  if (kind !== 'dateTime') return `t.${column.column} ${operator} ${bind(value)}`
  // A bare date means the whole of that day.
  const text = String(value)
  if (isDate(text))
    return `t.${column.column} ${operator} ${bind(`${text}T${operator === '>=' ? '00:00' : '23:59'}`)}`
  if (!DATE_TIME.test(text) || Number.isNaN(Date.parse(`${text}Z`)))
    throw invalid(key, 'invalid_format', 'YYYY-MM-DD or YYYY-MM-DDTHH:mm')
  return `t.${column.column} ${operator} ${bind(text)}`
}

function isDate(text: string): boolean {
  return (
    DATE.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00Z`)) &&
    new Date(`${text}T00:00Z`).toISOString().startsWith(text)
  )
}

/** Pattern of "contains", in which nothing of the text is a wildcard. */
function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
}

function invalid(key: string, code: string, message: string): Refusal {
  return new Refusal('invalid_request', { issues: [{ path: `query.${key}`, code, message }] })
}
