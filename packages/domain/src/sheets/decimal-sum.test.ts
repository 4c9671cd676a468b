import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sumDecimals } from './decimal-sum.ts'
import { figureInColumn, numberInCell } from './number-cell.ts'
import { totalLabel } from './total-row.ts'

describe('C2: sums are exact', () => {
  test('0.1 + 0.2 is 0.3, nothing adds up to nothing', () => {
    expect(sumDecimals(['0.1', '0.2'])).toBe('0.3')
    expect(sumDecimals(['-0.5', '0.25'])).toBe('-0.25')
    expect(sumDecimals([])).toBeNull()
  })

  test('any hundredths add up as integers do, in any order', () => {
    const hundredths = fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), { minLength: 1 })
    fc.assert(
      fc.property(hundredths, (amounts) => {
        const text = (amount: number): string =>
          `${amount < 0 ? '-' : ''}${Math.trunc(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`
        const sum = amounts.reduce((a, b) => a + b, 0)
        expect(Math.round(Number(sumDecimals(amounts.map(text))) * 100)).toBe(sum)
        expect(sumDecimals(amounts.toReversed().map(text))).toBe(sumDecimals(amounts.map(text)))
      }),
    )
  })
})

describe('C2: numbers in cells', () => {
  test.each([
    ['9,380', '9380', false],
    ['144.', '144', false],
    ['¥1,200.50', '1200.50', false],
    ['２．５％', '2.5', true],
    ['3.2万', '32000', false],
    ['-0.5', '-0.5', false],
    [1e-7, '0.0000001', false],
  ])('%j is %s', (cell, decimal, hasPercent) => {
    expect(numberInCell(cell)).toMatchObject({ decimal, hasPercent })
  })
  test.each([
    ['（1,200）', '-1200'],
    ['(￥35.5)', '-35.5'],
    ['(0)', '0'],
  ])('brackets around %s make it negative', (cell, decimal) => {
    expect(numberInCell(cell)).toMatchObject({ decimal })
  })
  test.each([
    ['5000元', true],
    ['0.5万', true],
    ['5000', false],
    ['50%', false],
  ])('%s names a unit of its own: %j', (cell, hasOwnUnit) => {
    expect(numberInCell(cell)).toMatchObject({ hasOwnUnit })
  })
  test('in a column of 万元 5000元 adds as 0.5 and 12 as 12', () => {
    expect(['5000元', '1.2万', 12, '-'].map((cell) => figureInColumn(cell, '万元'))).toEqual([
      '0.5',
      '1.2',
      '12',
      null,
    ])
  })
  test.each([' --', '--', '-', '—', 'n/a', '', '无', null])('%j says nothing', (cell) => {
    expect(numberInCell(cell)).toBeNull()
  })
  test.each([
    '< 10%',
    '不限',
    '一半',
    '1 000',
    '5 0',
    '(待定)',
    '(-5)',
    '2025-06-01',
    '1.234,56',
    '1,23',
    'abc',
    true,
  ])('%j is no number', (cell) => {
    expect(numberInCell(cell)).toBeUndefined()
  })
})

describe('C2: labels of totals', () => {
  test.each([
    ['合计', 'total'],
    ['总 计：', 'total'],
    ['Total: Campaigns', 'total'],
    ['Grand Total', 'total'],
    ['小计', 'subtotal'],
    ['筹备期小计', 'subtotal'],
    ['平均值', 'average'],
    ['平均客单价', null],
    ['总计划', null],
    ['合计费用核对', null],
    ['Total reach campaign', null],
  ])('%s is %j', (text, label) => {
    expect(totalLabel(text)).toBe(label)
  })
})
