import { ENTITIES, ENTITY_NAMES } from '@yingce/domain/records/entities'
import type { FieldSet } from '@yingce/domain/records/field'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COLUMN_TYPES, columnName } from '../records/entity-table.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { APPLICATION_ROLE } from './application-role.ts'
import { connectionSettings, openDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { withWorkspace } from './scope.ts'

/** Tables about people across workspaces; everything else belongs to one. */
const GLOBAL = ['account', 'attempt', 'schema_migration', 'session', 'workspace']

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client(connectionSettings(database.address))
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

async function rows<T>(text: string, values: unknown[] = []): Promise<T[]> {
  return (await client.query(text, values)).rows as T[]
}

test.each(ENTITY_NAMES)(
  '%s has a column for each field of its entity, of the right type, and no other',
  async (entity) => {
    const columns = await rows<{ name: string; type: string; nullable: boolean; default: string | null }>(
      `select column_name as name, data_type as type, is_nullable = 'YES' as nullable, column_default as default
     from information_schema.columns where table_schema = 'public' and table_name = $1 order by ordinal_position`,
      [entity],
    )
    const header = [
      'workspace_id',
      'plan_id',
      'id',
      'position',
      'version',
      'unread',
      'created_by',
      'created_at',
      'updated_at',
      'import_id',
    ]
    expect(columns.slice(0, header.length).map(({ name }) => name)).toEqual(header)
    const expected = Object.entries(ENTITIES[entity] as FieldSet).map(([field, spec]) => ({
      name: columnName(field),
      type: COLUMN_TYPES[spec.kind] === 'timestamp' ? 'timestamp without time zone' : COLUMN_TYPES[spec.kind],
      nullable: spec.required !== true && spec.initial === undefined,
      default:
        spec.initial === undefined
          ? null
          : typeof spec.initial === 'string'
            ? `'${spec.initial}'::text`
            : String(spec.initial),
    }))
    expect(columns.slice(header.length)).toEqual(expected)
  },
)

test.each(ENTITY_NAMES)('%s takes the choices of its entity and no others', async (entity) => {
  const checks = await rows<{ definition: string }>(
    'select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = $1::regclass and contype = $2',
    [entity, 'c'],
  )
  const choices = Object.entries(ENTITIES[entity] as FieldSet).filter(
    ([, spec]) => spec.choices !== undefined,
  )
  expect(checks).toHaveLength(choices.length)
  for (const [field, spec] of choices) {
    const check = checks.find(({ definition }) => definition.includes(`(${columnName(field)} = `))
    expect([...check!.definition.matchAll(/'(\w+)'/g)].map((match) => match[1])).toEqual(spec.choices)
  }
})

describe('every table of a workspace', () => {
  test('has forced row-level security with the workspace policy', async () => {
    const tables = await rows<{ name: string; enabled: boolean; forced: boolean; policies: number }>(
      `select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced,
         (select count(*) from pg_policies p where p.tablename = relname and p.policyname = 'workspace_only' and $1::name = any(p.roles)) as policies
       from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
      [APPLICATION_ROLE],
    )
    const closed = tables.filter(({ name }) => !GLOBAL.includes(name) || name === 'workspace')
    expect(closed.length).toBeGreaterThan(20)
    for (const table of closed)
      expect(table).toEqual({ name: table.name, enabled: true, forced: true, policies: 1 })
  })

  test('has workspace_id first in its primary key, unique keys, foreign keys and indexes', async () => {
    const keys = await rows<{ table: string; name: string; first: string }>(
      `select c.conrelid::regclass::text as table, c.conname as name, a.attname as first from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype in ('p', 'u', 'f') and c.connamespace = 'public'::regnamespace
       union all
       select i.indrelid::regclass::text, i.indexrelid::regclass::text, a.attname from pg_index i
       join pg_class k on k.oid = i.indexrelid and k.relnamespace = 'public'::regnamespace
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]`,
    )
    // A membership names a person, and people are global.
    const ours = keys.filter(
      ({ table, name }) => !GLOBAL.includes(table.replaceAll('"', '')) && name !== 'member_account_id_fkey',
    )
    expect(ours.length).toBeGreaterThan(60)
    expect(ours.filter(({ first }) => first !== 'workspace_id')).toEqual([])
  })

  test('holds money as whole numbers', async () => {
    const money = ENTITY_NAMES.flatMap((entity) =>
      Object.entries(ENTITIES[entity] as FieldSet)
        .filter(([, { kind }]) => kind === 'money')
        .map(([field]) => `${entity}.${columnName(field)}`),
    )
    const columns = await rows<{ place: string; type: string }>(
      `select table_name || '.' || column_name as place, data_type as type from information_schema.columns
       where table_name || '.' || column_name = any($1) or column_name in ('amount', 'total_budget', 'reserve')`,
      [money],
    )
    expect(columns.length).toBe(money.length + 3)
    expect(columns.every(({ type }) => type === 'bigint')).toBe(true)
  })
})

describe('row-level security', () => {
  test('shows nothing without a workspace, nothing of another one, and lets nobody write into one', async () => {
    const db = openDatabase(database.address, () => {})
    const [a, b] = [crypto.randomUUID(), crypto.randomUUID()]
    for (const id of [a, b])
      await client.query("insert into workspace values ($1, 'w', 'CNY', 'Asia/Shanghai', now())", [id])
    const actor = (workspaceId: string) => ({
      workspaceId,
      memberId: null,
      source: 'page' as const,
      at: new Date(),
    })
    const insert = `insert into plan (workspace_id, id, name, currency, origin, created_at, updated_at) values ($1, gen_random_uuid(), 'p', 'CNY', 'blank', now(), now())`
    await withWorkspace(db, actor(a), (scope) => scope.run(insert, [a]))
    expect(await withWorkspace(db, actor(a), (scope) => scope.rows('select 1 from plan'))).toHaveLength(1)
    expect(await withWorkspace(db, actor(b), (scope) => scope.rows('select 1 from plan'))).toHaveLength(0)
    await expect(withWorkspace(db, actor(b), (scope) => scope.run(insert, [a]))).rejects.toMatchObject({
      code: '42501',
    })
    await expect(
      withWorkspace(db, actor(a), (scope) => scope.run('delete from change_log')),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      withWorkspace(db, actor(a), (scope) => scope.rows('select password_hash from account')),
    ).rejects.toMatchObject({ code: '42501' })
    await client.query(`begin; set local role ${APPLICATION_ROLE}`)
    expect(await rows('select 1 from plan')).toHaveLength(0)
    await client.query('rollback')
    await db.end()
  })
})

describe('migrations', () => {
  test('run again change nothing, and several starts at once take turns', async () => {
    const results = await Promise.all([
      migrate(database.address),
      migrate(database.address),
      migrate(database.address),
    ])
    expect(results).toEqual([[], [], []])
  })

  test('an edited one is refused', async () => {
    const other = await createTestDatabase()
    const db = new pg.Client(connectionSettings(other.address))
    await db.connect()
    await db.query("update schema_migration set checksum = 'x' where name = '0002_plan.sql'")
    await expect(migrate(other.address)).rejects.toThrow(
      '0002_plan.sql was changed after it had been applied',
    )
    await db.query("delete from schema_migration where name = '0002_plan.sql'")
    await db.query("insert into schema_migration values ('9999_later.sql', 'x')")
    await expect(migrate(other.address)).rejects.toThrow('newer version (9999_later.sql)')
    await db.end()
    await other.drop()
  })
})
