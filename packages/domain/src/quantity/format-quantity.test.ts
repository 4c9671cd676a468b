import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatQuantity } from './format-quantity.ts'
import { parseQuantity } from './parse-quantity.ts'
import type { Quantity } from './quantity.ts'

const UNITS = [
  null,
  '%',
  '‰',
  '百分点',
  '1:n',
  '元',
  'USD',
  '人',
  '次',
  '条',
  '篇',
  '场',
  '单',
  '天',
  '小时',
  '倍',
  '岁',
  '件',
  '罐',
  '位',
]
const PERS = [null, 'hour', 'day', 'week', 'month', 'quarter', 'year', '场', '篇', '人']

/** A value with at most four significant decimals in the unit's own scale, as sheets have them. */
const figure = fc.tuple(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 0, max: 4 }))

const quantity: fc.Arbitrary<Quantity> = fc
  .record({
    unit: fc.constantFrom(...UNITS),
    per: fc.constantFrom(...PERS),
    basis: fc.constantFrom('each' as const, 'mean' as const),
    comparator: fc.constantFrom(null, 'gte', 'gt', 'lte', 'lt', 'eq', 'range' as const),
    change: fc.constantFrom(null, 'by', 'to', 'from' as const),
    direction: fc.constantFrom('up' as const, 'down' as const),
    isApproximate: fc.boolean(),
    figures: fc.array(figure, { minLength: 3, maxLength: 3 }),
  })
  .map(({ unit, per, basis, comparator, change, direction, isApproximate, figures }) => {
    const places = unit === '%' || unit === '百分点' ? 2 : unit === '‰' ? 3 : 0
    const [value = 1, other = 1, base = 1] = figures.map(([digits, decimals]) =>
      Number(`${digits}e${-decimals - places}`),
    )
    const isRange = comparator === 'range' && unit !== '1:n' && value !== other
    const isChange = change !== null && !isRange && unit !== '1:n'
    return {
      comparator: comparator === 'range' ? (isRange ? ('range' as const) : null) : comparator,
      value: isRange ? Math.min(value, other) : value,
      upper: isRange ? Math.max(value, other) : null,
      unit,
      per,
      perBasis: per === null ? null : basis,
      change: isChange
        ? {
            kind: change === 'by' ? ('by' as const) : ('to' as const),
            direction,
            baseline: change === 'from' ? base : null,
          }
        : null,
      isApproximate,
      text: '',
    }
  })

describe('a formatted quantity reads back as the same quantity', () => {
  it.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
    fc.assert(
      fc.property(quantity, (original) => {
        const text = formatQuantity(original, locale)
        expect({ ...parseQuantity(text), text: '' }, text).toEqual(original)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('words', () => {
  const rows: [string, string, string][] = [
    ['≥5%', '≥5%', '≥ 5%'],
    ['500万+', '≥500万', '≥ 5,000,000'],
    ['30万元', '30万元', 'CNY 300,000'],
    ['5-20万', '5万~20万', '50,000 to 200,000'],
    ['≥1:4', '≥1:4', '≥ 1:4'],
    ['日均1.5万', '日均1.5万', '15,000 per day'],
    ['每场≥200人', '每场≥200人', 'each session ≥ 200 people'],
    ['从30%提升至50%', '从30%提升至50%', 'raise from 30% to 50%'],
    ['从8000提升至1.2万', '从8,000提升至12,000', 'raise from 8,000 to 12,000'],
    ['约500人', '约500人', 'about 500 people'],
    ['12345', '12,345', '12,345'],
    ['123450000', '12,345万', '123,450,000'],
    ['不超过80元/人', '≤80元/人', '≤ CNY 80 per person'],
  ]
  it.each(rows)('%s is %s and "%s"', (text, chinese, english) => {
    const read = parseQuantity(text) as Quantity
    expect(formatQuantity(read, 'zh-CN')).toBe(chinese)
    expect(formatQuantity(read, 'en')).toBe(english)
  })
})
