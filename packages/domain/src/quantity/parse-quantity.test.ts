import { describe, expect, it } from 'vitest'
import { parseQuantity } from './parse-quantity.ts'
import type { Quantity } from './quantity.ts'

type Expected = Partial<Quantity>

const BARE: Omit<Quantity, 'text' | 'value'> = {
  comparator: null,
  upper: null,
  unit: null,
  per: null,
  perBasis: null,
  change: null,
  isApproximate: false,
}

/** Every row is the whole reading: what is not named is null. */
function expectReadings(rows: readonly (readonly [text: string, expected: Expected])[]): void {
  it.each(rows)('%s', (text, expected) => {
    expect(parseQuantity(text)).toEqual({ ...BARE, text, ...expected })
  })
}

describe('quantities as marketing sheets write them', () => {
  expectReadings([
    ['500万+', { comparator: 'gte', value: 5_000_000 }],
    ['50万+', { comparator: 'gte', value: 500_000 }],
    ['10万+', { comparator: 'gte', value: 100_000 }],
    ['5000条+', { comparator: 'gte', value: 5000, unit: '条' }],
    ['3%+', { comparator: 'gte', value: 0.03, unit: '%' }],
    ['≥1:4', { comparator: 'gte', value: 4, unit: '1:n' }],
    ['≥5%', { comparator: 'gte', value: 0.05, unit: '%' }],
    ['<1%', { comparator: 'lt', value: 0.01, unit: '%' }],
    ['1000万次', { value: 10_000_000, unit: '次' }],
    ['30万元', { value: 300_000, unit: '元' }],
    ['1.5万', { value: 15_000 }],
    ['50,000', { value: 50_000 }],
    ['5000单', { value: 5000, unit: '单' }],
    ['200人', { value: 200, unit: '人' }],
    ['提升30%', { value: 0.3, unit: '%', change: { kind: 'by', direction: 'up', baseline: null } }],
    ['从30%提升至50%', { value: 0.5, unit: '%', change: { kind: 'to', direction: 'up', baseline: 0.3 } }],
    ['100%', { value: 1, unit: '%' }],
    ['日均1.5万', { value: 15_000, per: 'day', perBasis: 'mean' }],
    ['2亿', { value: 200_000_000 }],
  ])
})

describe('full-width signs read as their ASCII twins', () => {
  expectReadings([
    ['＞＝５％', { comparator: 'gte', value: 0.05, unit: '%' }],
    ['≧５％', { comparator: 'gte', value: 0.05, unit: '%' }],
    ['＜１％', { comparator: 'lt', value: 0.01, unit: '%' }],
    ['≥１：４', { comparator: 'gte', value: 4, unit: '1:n' }],
    ['５０，０００', { value: 50_000 }],
    ['５～２０万', { comparator: 'range', value: 50_000, upper: 200_000 }],
    ['１．５万', { value: 15_000 }],
    ['￥３０万', { value: 300_000, unit: '元' }],
  ])
})

describe('ranges', () => {
  expectReadings([
    ['5-20万', { comparator: 'range', value: 50_000, upper: 200_000 }],
    ['25-32岁', { comparator: 'range', value: 25, upper: 32, unit: '岁' }],
    ['5万-20万', { comparator: 'range', value: 50_000, upper: 200_000 }],
    ['5—8%', { comparator: 'range', value: 0.05, upper: 0.08, unit: '%' }],
    ['5%至8%', { comparator: 'range', value: 0.05, upper: 0.08, unit: '%' }],
    ['500-2万', { comparator: 'range', value: 500, upper: 20_000 }],
    ['300元-500元', { comparator: 'range', value: 300, upper: 500, unit: '元' }],
    ['5 to 20', { comparator: 'range', value: 5, upper: 20 }],
  ])
  it('a range that runs backwards is not read', () => {
    expect(parseQuantity('20-5')).toBeNull()
  })
})

describe('comparators in words; 以上 and 以内 include the number, 超过 does not', () => {
  const rows: [string, Quantity['comparator'], number][] = [
    ['不低于5%', 'gte', 0.05],
    ['不少于200人', 'gte', 200],
    ['至少500', 'gte', 500],
    ['达到100%', 'gte', 1],
    ['5万以上', 'gte', 50_000],
    ['100元起', 'gte', 100],
    ['大于等于3', 'gte', 3],
    ['at least 500k', 'gte', 500_000],
    ['500 or more', 'gte', 500],
    ['超过10万', 'gt', 100_000],
    ['高于3%', 'gt', 0.03],
    ['突破1亿', 'gt', 100_000_000],
    ['more than 5%', 'gt', 0.05],
    ['不超过80元', 'lte', 80],
    ['控制在5%以内', 'lte', 0.05],
    ['3天以内', 'lte', 3],
    ['24小时内', 'lte', 24],
    ['(≤5%)', 'lte', 0.05],
    ['≤5%（核心）', 'lte', 0.05],
    ['5万以下', 'lte', 50_000],
    ['up to 20', 'lte', 20],
    ['低于1%', 'lt', 0.01],
    ['不到3%', 'lt', 0.03],
    ['less than 2%', 'lt', 0.02],
    ['=5', 'eq', 5],
  ]
  it.each(rows)('%s is %s %d', (text, comparator, value) => {
    expect(parseQuantity(text)).toMatchObject({ comparator, value })
  })
  it('words that point both ways are not read', () => {
    expect(parseQuantity('<5万以上')).toBeNull()
  })
})

describe('money, numerals and their multipliers, exact to the written decimals', () => {
  const rows: [string, number, string | null][] = [
    ['1.1万', 11_000, null],
    ['0.07%', 0.0007, '%'],
    ['8.2亿', 820_000_000, null],
    ['20w', 200_000, null],
    ['500k', 500_000, null],
    ['1.2m', 1_200_000, null],
    ['2 million', 2_000_000, null],
    ['3百万', 3_000_000, null],
    ['2千', 2000, null],
    ['5千克', 5, '千克'],
    ['1亿2000万', 120_000_000, null],
    ['3万5000', 35_000, null],
    ['五百万', 5_000_000, null],
    ['一亿二千万', 120_000_000, null],
    ['两千单', 2000, '单'],
    ['500余万', 5_000_000, null],
    ['¥1,200.50', 1200.5, '元'],
    ['30万人民币', 300_000, '元'],
    ['RMB 500', 500, '元'],
    ['$1,200', 1200, 'USD'],
    ['4:1', 4, '1:n'],
    ['3‰', 0.003, '‰'],
    ['500 people', 500, '人'],
    ['7000罐', 7000, '罐'],
    ['12枝', 12, '枝'],
    ['-5%', -0.05, '%'],
  ]
  it.each(rows)('%s is %d %s', (text, value, unit) => {
    expect(parseQuantity(text)).toMatchObject({ value, unit })
  })
})

describe('per: each unit, or the mean over the units', () => {
  const rows: [string, string, Quantity['perBasis']][] = [
    ['每场≥200', '场', 'each'],
    ['单篇≥1万', '篇', 'each'],
    ['每天500', 'day', 'each'],
    ['每个季度3场', 'quarter', 'each'],
    ['日均1.5万', 'day', 'mean'],
    ['场均≥200人', '场', 'mean'],
    ['平均每篇≥1000', '篇', 'mean'],
    ['1.5万/天', 'day', 'mean'],
    ['80元/人', '人', 'mean'],
    ['15k per day', 'day', 'mean'],
    ['each session ≥ 200', '场', 'each'],
  ]
  it.each(rows)('%s is per %s, %s', (text, per, perBasis) => {
    expect(parseQuantity(text)).toMatchObject({ per, perBasis })
  })
})

describe('changes', () => {
  const rows: [string, Quantity['change'], number][] = [
    ['提升至50%', { kind: 'to', direction: 'up', baseline: null }, 0.5],
    ['提高到3%', { kind: 'to', direction: 'up', baseline: null }, 0.03],
    ['降低20%', { kind: 'by', direction: 'down', baseline: null }, 0.2],
    ['降至2%', { kind: 'to', direction: 'down', baseline: null }, 0.02],
    ['增加了500人', { kind: 'by', direction: 'up', baseline: null }, 500],
    ['提升5个百分点', { kind: 'by', direction: 'up', baseline: null }, 0.05],
    ['从5000增长到15000', { kind: 'to', direction: 'up', baseline: 5000 }, 15_000],
    ['从3提升至5万', { kind: 'to', direction: 'up', baseline: 30_000 }, 50_000],
    ['从8000提升至1.2万', { kind: 'to', direction: 'up', baseline: 8000 }, 12_000],
    ['由3%降到2%', { kind: 'to', direction: 'down', baseline: 0.03 }, 0.02],
    ['from 30% to 50%', { kind: 'to', direction: 'up', baseline: 0.3 }, 0.5],
    ['increase by 30%', { kind: 'by', direction: 'up', baseline: null }, 0.3],
  ]
  it.each(rows)('%s', (text, change, value) => {
    expect(parseQuantity(text)).toMatchObject({ change, value })
  })
})

describe('what cannot be read is null, never a guess', () => {
  const texts = [
    '',
    '-',
    '无',
    '待定',
    '17:00',
    '14:00-18:00',
    '2025-05-01',
    '6月',
    '6月1日',
    '2025年',
    '第3',
    '前10',
    'TOP10',
    'Q3',
    'H5',
  ]
  const odd = [
    '3:2',
    '1st',
    '≥5%(其中3%)',
    '3万5',
    '五百五',
    '9007199254740993',
    '1,5000',
    '12,3',
    '1.2.3',
    '2000万1亿',
    '点击率≥2%',
    '5万,3万',
    '约',
    '10万+观看人数增长',
    'NaN',
    '≥',
    '%',
  ]
  it.each([...texts, ...odd])('%s', (text) => {
    expect(parseQuantity(text)).toBeNull()
  })
  it('a text of 30,000 digits or signs is answered at once', () => {
    for (const sign of ['1', '1,', '万', '从1', '5-', '(', '≥', '提升']) {
      expect(parseQuantity(sign.repeat(15_000))).toBeNull()
    }
  })
})
