import { Refusal } from '../../http/refusal.ts'
import { type EntityTable, quoted } from '../../records/entity-table.ts'
import type { Sort, SortKey } from '../../records/keyset-cursor.ts'

const HEADER_KEYS: Readonly<Record<string, string>> = {
  position: 'position',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
}
const MAX_KEYS = 5
const ID: SortKey = { expression: 't.id', isDescending: false, isNullable: false }

/**
 * `-budget,plannedStart` as SQL. Text sorts in the order of its pinyin, choices
 * in the order in which the domain lists them, and what is empty comes last
 * both ways.
 */
export function sortOf(table: EntityTable, text: string | undefined): Sort {
  const name = text === undefined || text === '' ? 'position' : text
  const parts = name.split(',').map((part) => part.trim())
  if (parts.length > MAX_KEYS) throw invalid(`At most ${MAX_KEYS} fields`)
  const keys = [...parts.map((part) => keyOf(table, part)), ID]
  return { name, keys }
}

/** Does an index hold the rows in this order? One over position does, for every entity. */
export function isIndexed(sort: Sort): boolean {
  return sort.name === 'position'
}

function keyOf(table: EntityTable, part: string): SortKey {
  const isDescending = part.startsWith('-')
  const field = isDescending ? part.slice(1) : part
  const header = Object.hasOwn(HEADER_KEYS, field) ? HEADER_KEYS[field] : undefined
  if (header !== undefined) return { expression: `t.${quoted(header)}`, isDescending, isNullable: false }
  const column = table.byField.get(field)
  if (column === undefined) throw invalid(`Unknown field ${field}`)
  const { spec } = column
  const isNullable = spec.required !== true && spec.initial === undefined
  switch (spec.kind) {
    case 'text':
    case 'person':
    case 'longText':
    case 'targets':
    case 'quantity':
      return { expression: `t.${column.column} collate "zh-x-icu"`, isDescending, isNullable }
    case 'choice':
      return {
        expression: `array_position('{${spec.choices!.join(',')}}'::text[], t.${column.column})`,
        isDescending,
        isNullable,
      }
    default:
      return { expression: `t.${column.column}`, isDescending, isNullable }
  }
}

function invalid(message: string): Refusal {
  return new Refusal('invalid_request', { issues: [{ path: 'query.sort', code: 'invalid_value', message }] })
}
