import { describe, expect, test } from 'vitest'
import { ENTITIES } from './entities.ts'
import type { FieldSpec } from './field.ts'
import { isInRange, rangeText } from './field-range.ts'

describe('C5: what a number of a record may be', () => {
  test.each([
    ['task', 'spent', '≥ 0'],
    ['task', 'budget', '≥ 0'],
    ['task', 'progress', '0–100%'],
    ['task', 'weight', '0–1000000'],
    ['budget_line', 'spent', '≥ 0'],
    ['allocation', 'budget', '≥ 0'],
    ['channel_effect', 'clicks', '≥ 0'],
    ['channel_effect', 'cost', '≥ 0'],
  ] as const)('%s.%s is %s', (entity, field, said) => {
    const spec = (ENTITIES[entity] as Readonly<Record<string, FieldSpec>>)[field]
    expect(spec?.range === undefined ? null : rangeText(spec.kind, spec.range)).toBe(said)
  })

  test('refunds may lower what came in, and daily facts may be corrected: revenue and facts have no range', () => {
    const open = [
      ENTITIES.channel_effect.revenue,
      ENTITIES.metric_fact.cost,
      ENTITIES.metric_fact.conversions,
    ]
    expect(open.every((spec) => !('range' in spec))).toBe(true)
  })

  test('the bounds are allowed: of 0 to 1, 0 and 1 are in, −0.01 and 1.01 are out', () => {
    expect([0, 1, -0.01, 1.01].map((value) => isInRange(value, { min: 0, max: 1 }))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect([0, 1e12, -1].map((value) => isInRange(value, { min: 0, max: null }))).toEqual([true, true, false])
  })

  test('money is said in yuan: a least of 150 fen is 1.5', () => {
    expect(rangeText('money', { min: 150, max: null })).toBe('≥ 1.5')
    expect(rangeText('ratio', { min: 0.1, max: null })).toBe('≥ 10%')
  })
})
