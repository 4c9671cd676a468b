import { ENTITIES, ENTITY_NAMES, type Entity } from '@yingce/domain/records/entities'
import type { FieldKind, FieldSet, FieldSpec } from '@yingce/domain/records/field'
import type { FieldValue } from '@yingce/domain/history/field-value'

/** Column type per kind of field; money and counts are whole numbers, a ratio is what its sheet held. */
export const COLUMN_TYPES: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  longText: 'text',
  person: 'text',
  quantity: 'text',
  targets: 'text',
  choice: 'text',
  date: 'date',
  dateTime: 'timestamp',
  money: 'bigint',
  count: 'bigint',
  ratio: 'double precision',
  number: 'double precision',
  flag: 'boolean',
  ref: 'uuid',
}

export interface FieldColumn {
  readonly field: string
  /** Quoted name. */
  readonly column: string
  readonly type: string
  readonly spec: FieldSpec
  /** Value of a field that is not given on create. */
  readonly initial: FieldValue
}

export interface EntityTable {
  readonly entity: Entity
  /** Quoted name. */
  readonly name: string
  readonly columns: readonly FieldColumn[]
  readonly byField: ReadonlyMap<string, FieldColumn>
  /** Header and fields in the order that `decodeRow` expects. */
  readonly selectList: string
}

/** A record as code handles it that works for every entity. */
export interface AnyRecord {
  id: string
  planId: string
  position: number
  version: number
  unread: Record<string, string>
  createdAt: string
  updatedAt: string
  values: Record<string, FieldValue>
}

const HEADER = ['id', 'plan_id', 'position', 'version', 'unread', 'created_at', 'updated_at']

export function columnName(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

export function quoted(name: string): string {
  return `"${name}"`
}

function tableOf(entity: Entity): EntityTable {
  const columns = Object.entries(ENTITIES[entity] as FieldSet).map(([field, spec]): FieldColumn => ({
    field,
    spec,
    column: quoted(columnName(field)),
    type: COLUMN_TYPES[spec.kind],
    initial: spec.initial ?? null,
  }))
  return {
    entity,
    columns,
    name: quoted(entity),
    byField: new Map(columns.map((column) => [column.field, column])),
    selectList: [
      ...HEADER.map((name) => `t.${quoted(name)}`),
      ...columns.map(({ column }) => `t.${column}`),
    ].join(', '),
  }
}

const TABLES = new Map(ENTITY_NAMES.map((entity) => [entity, tableOf(entity)]))

/** How an entity of the domain lies in the database. */
export function entityTable(entity: Entity): EntityTable {
  return TABLES.get(entity)!
}

/** A row selected by `selectList`; `start` is how many columns come before these. */
export function decodeRow(table: EntityTable, row: readonly unknown[], start = 0): AnyRecord {
  const values: Record<string, FieldValue> = {}
  const first = start + HEADER.length
  for (let index = 0; index < table.columns.length; index++)
    values[table.columns[index]!.field] = row[first + index] as FieldValue
  return {
    id: row[start] as string,
    planId: row[start + 1] as string,
    position: row[start + 2] as number,
    version: row[start + 3] as number,
    unread: row[start + 4] as Record<string, string>,
    createdAt: row[start + 5] as string,
    updatedAt: row[start + 6] as string,
    values,
  }
}
