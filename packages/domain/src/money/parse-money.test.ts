import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecimal, formatMoney } from './format-money.ts'
import { moneyUnitOfHeader, parseMoney } from './parse-money.ts'
import type { MoneyOptions } from './parse-money.ts'

const WAN: MoneyOptions = { unit: '万元', rounding: 'exact' }
const fenOf = (value: string | number, options?: MoneyOptions): number | string => {
  const reading = parseMoney(value, options)
  return reading.kind === 'money' ? reading.fen : reading.kind
}

describe('amounts are read exactly, to the fen', () => {
  it.each([
    ['50,000', 5_000_000],
    ['５０，０００', 5_000_000],
    ['150000.00', 15_000_000],
    ['¥1,200.50', 120_050],
    ['￥ 30', 3000],
    ['RMB 500', 50_000],
    ['1.1万', 1_100_000],
    ['30 万元', 30_000_000],
    ['1.5w', 1_500_000],
    ['50000元整', 5_000_000],
    ['144.', 14_400],
    ['(1,200.50)', -120_050],
    ['-80', -8000],
    ['¥-80', -8000],
    ['0', 0],
    ['-0', 0],
    ['133.330', 13_333],
    [133.33, 13_333],
    [1.15, 115],
    [0.1 + 0.2, 30],
    [120_000 * 0.4, 4_800_000],
    [90_000_000_000.01, 9_000_000_000_001],
  ])('%s is %d fen', (value, fen) => {
    expect(fenOf(value)).toBe(fen)
  })
})

describe('a column of 万元', () => {
  it.each([
    [12, 12_000_000],
    ['12', 12_000_000],
    ['1.2345', 1_234_500],
    ['12万', 12_000_000],
    ['12万元', 12_000_000],
    ['5000元', 500_000],
  ])('%s is %d fen: a unit in the text wins', (value, fen) => {
    expect(fenOf(value, WAN)).toBe(fen)
  })
  it.each([
    ['预算(万元)', '万元'],
    ['预算金额（元）', '元'],
    ['预算（万）', '万元'],
    ['预算万', '万元'],
    ['万人预算', null],
    ['金额/千元', '千元'],
    ['预算', null],
  ])('the header %s states %s', (header, unit) => {
    expect(moneyUnitOfHeader(header)).toBe(unit)
  })
})

describe('money is never guessed', () => {
  it.each([
    '约5万',
    '5-8万',
    '133.333',
    '5万左右',
    '1,2000',
    '12,3',
    '待定',
    '(5',
    '--5',
    '-(5)',
    'USD 5元',
    '1e5',
    '五百五',
    '99999999999999999',
  ])('%s is unread', (text) => {
    expect(parseMoney(text)).toEqual({ kind: 'unread', text })
  })
  it.each(['', '-', '无', '/', '暂无'])('"%s" is no amount, and not zero', (text) => {
    expect(parseMoney(text)).toEqual({ kind: 'empty' })
  })
  it('an empty cell is empty; what is unread is shown without the spaces around it', () => {
    expect(parseMoney(null)).toEqual({ kind: 'empty' })
    expect(parseMoney('  约5万 ')).toEqual({ kind: 'unread', text: '约5万' })
    expect(parseMoney(153.8461)).toEqual({ kind: 'unread', text: '153.8461' })
    expect(parseMoney(Number.NEGATIVE_INFINITY)).toEqual({ kind: 'unread', text: '-Infinity' })
  })
  it('a number that is none is unread', () => {
    expect(fenOf(Number.NaN)).toBe('unread')
    expect(fenOf(Number.POSITIVE_INFINITY)).toBe('unread')
    expect(fenOf(1e300)).toBe('unread')
  })
  it('a computed column may be rounded to the fen where the caller says so', () => {
    expect(fenOf(153.846_153_8)).toBe('unread')
    expect(fenOf(153.846_153_8, { unit: '元', rounding: 'half-up' })).toBe(15_385)
    expect(fenOf(-0.005, { unit: '元', rounding: 'half-up' })).toBe(-1)
    // Nothing is neither owed nor had: +0, not −0.
    expect(fenOf(-0.004, { unit: '元', rounding: 'half-up' })).toBe(0)
    expect(fenOf('-0')).toBe(0)
  })
  it('another currency is named, never converted', () => {
    expect(parseMoney('$3.50')).toEqual({ kind: 'money', fen: 350, currency: 'USD' })
    expect(parseMoney('3.50元')).toEqual({ kind: 'money', fen: 350, currency: 'CNY' })
    expect(parseMoney('¥3.50元')).toEqual({ kind: 'money', fen: 350, currency: 'CNY' })
    expect(parseMoney('3.50元/')).toEqual({ kind: 'money', fen: 350, currency: 'CNY' })
    expect(parseMoney('$3.50 USD')).toEqual({ kind: 'money', fen: 350, currency: 'USD' })
    expect(parseMoney('3.50')).toEqual({ kind: 'money', fen: 350, currency: null })
  })
})

describe('what is written reads back', () => {
  const fen = fc.integer({ min: -1e15, max: 1e15 })
  it('as decimal text and as a full amount', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        expect(fenOf(formatDecimal(amount))).toBe(amount)
        expect(fenOf(formatMoney(amount, { currency: 'CNY', locale: 'zh-CN', style: 'full' }))).toBe(amount)
        expect(fenOf(formatMoney(amount, { currency: 'USD', locale: 'en', style: 'full' }))).toBe(amount)
      }),
    )
  })
  it('as the number of a spreadsheet cell, up to ten billion 元', () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (amount) => fenOf(amount / 100) === amount))
  })
})
