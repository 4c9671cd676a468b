import { ENTITIES, ENTITY_NAMES } from '@yingce/domain/records/entities'
import { describe, expect, test } from 'vitest'
import { listQuerySchema } from './list-query.ts'
import { MAX_BULK, RECORD_NAMES, recordRoutes } from './record-routes.ts'
import { createValuesSchema, patchValuesSchema } from './record-schema.ts'

const PLAN = '01a20720-eb55-7000-a51a-f4ee8d33e7fd'

describe('values of a record follow from its fields', () => {
  test('money is a whole number of fen, and half a fen is refused', () => {
    const schema = createValuesSchema('task')
    expect(schema.safeParse({ name: '签约', budget: 5_000_000 }).success).toBe(true)
    expect(schema.safeParse({ name: '签约', budget: 0.5 }).success).toBe(false)
  })

  test('a required text must be there and say something', () => {
    expect(createValuesSchema('task').safeParse({ budget: 1 }).success).toBe(false)
    expect(createValuesSchema('task').safeParse({ name: '  ' }).success).toBe(false)
    expect(patchValuesSchema('task').safeParse({ budget: 1 }).success).toBe(true)
  })

  test('a field with an initial value may be left out, but never becomes null', () => {
    expect(patchValuesSchema('task').safeParse({ status: null }).success).toBe(false)
    expect(patchValuesSchema('task').safeParse({ status: 'delayed' }).success).toBe(false)
    expect(patchValuesSchema('task').safeParse({ plannedEnd: null }).success).toBe(true)
  })

  test('dates are days of the calendar, moments go to the minute', () => {
    expect(patchValuesSchema('task').safeParse({ plannedEnd: '2026-02-30' }).success).toBe(false)
    expect(patchValuesSchema('execution_step').safeParse({ plannedFinish: '2026-06-05T18:00' }).success).toBe(
      true,
    )
    expect(patchValuesSchema('execution_step').safeParse({ plannedFinish: '2026-06-05' }).success).toBe(false)
  })

  test.each(ENTITY_NAMES)('%s: a field that it does not have is refused by name', (entity) => {
    const answer = patchValuesSchema(entity).safeParse({ nonsense: 1 })
    expect(answer.error?.issues[0]).toMatchObject({ code: 'unrecognized_keys', keys: ['nonsense'] })
  })
})

describe('list queries', () => {
  test('bounds are numbers, flags are true or false, and defaults are filled in', () => {
    expect(listQuerySchema('task').parse({ budgetFrom: '100', isMilestone: 'true' })).toMatchObject({
      budgetFrom: 100,
      isMilestone: true,
      limit: 100,
      total: true,
    })
    expect(listQuerySchema('task').safeParse({ isMilestone: 'yes' }).success).toBe(false)
    expect(listQuerySchema('task').safeParse({ limit: '5001' }).success).toBe(false)
  })

  test.each(ENTITY_NAMES)(
    '%s: every field can be asked for emptiness, and an unknown key is refused',
    (entity) => {
      const schema = listQuerySchema(entity)
      for (const field of Object.keys(ENTITIES[entity])) {
        expect(schema.safeParse({ [`${field}Empty`]: 'true' }).success, field).toBe(true)
      }
      expect(schema.safeParse({ nonsense: '1' }).success).toBe(false)
    },
  )
})

describe('routes of records', () => {
  const routes = ENTITY_NAMES.flatMap((entity) => Object.values(recordRoutes(entity)))

  test('every entity has its own path, and no operation id stands twice', () => {
    expect(new Set(Object.values(RECORD_NAMES).map(({ path }) => path)).size).toBe(ENTITY_NAMES.length)
    const ids = routes.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('the parameters of a path are exactly those of its schema', () => {
    for (const { path, params } of routes) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
      const given = Object.fromEntries(named.map((name) => [name, PLAN]))
      expect(params?.safeParse(given).success, path).toBe(true)
      expect(params?.safeParse({ ...given, more: PLAN }).success, path).toBe(false)
    }
  })

  test(`a bulk takes ${MAX_BULK} records and not one more`, () => {
    const { body } = recordRoutes('risk').createMany
    const items = (count: number) => ({
      items: Array.from({ length: count }, () => ({ values: { name: '断货' } })),
    })
    expect(body?.safeParse(items(MAX_BULK)).success).toBe(true)
    expect(body?.safeParse(items(MAX_BULK + 1)).success).toBe(false)
    expect(body?.safeParse(items(0)).success).toBe(false)
  })
})
