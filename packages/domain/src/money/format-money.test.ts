import { describe, expect, it } from 'vitest'
import { sumFen } from './fen.ts'
import { formatDecimal, formatMoney } from './format-money.ts'

describe('amounts as people read them', () => {
  it.each([
    [34_500_000, '¥345,000', '¥34.5万', '¥345K'],
    [13_333, '¥133.33', '¥133.33', '¥133.33'],
    [0, '¥0', '¥0', '¥0'],
    [-5, '-¥0.05', '-¥0.05', '-¥0.05'],
    [-123_456_700, '-¥1,234,567', '-¥123.46万', '-¥1.23M'],
    [12_345_678_900, '¥123,456,789', '¥1.23亿', '¥123.46M'],
    [9_999_999_999, '¥99,999,999.99', '¥1亿', '¥100M'],
    [999_999, '¥9,999.99', '¥1万', '¥10K'],
    [1_005_000, '¥10,050', '¥1.01万', '¥10.05K'],
  ])('%d fen is %s, short %s, in English %s', (fen, full, short, english) => {
    expect(formatMoney(fen, { currency: 'CNY', locale: 'zh-CN', style: 'full' })).toBe(full)
    expect(formatMoney(fen, { currency: 'CNY', locale: 'zh-CN', style: 'short' })).toBe(short)
    expect(formatMoney(fen, { currency: 'CNY', locale: 'en', style: 'short' })).toBe(english)
  })
  it.each([
    ['USD', '$3.50'],
    ['EUR', '€3.50'],
    ['GBP', '£3.50'],
    ['HKD', 'HK$3.50'],
  ])('%s is written %s', (currency, text) => {
    expect(formatMoney(350, { currency, locale: 'en', style: 'full' })).toBe(text)
  })
  it('a currency without a sign of its own shows its code', () => {
    expect(formatMoney(350, { currency: 'CHF', locale: 'en', style: 'full' })).toBe('CHF 3.50')
  })
})

describe('amounts for programs', () => {
  it.each([
    [34_500_000, '345000.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [0, '0.00'],
    [Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ])('%d fen is %s', (fen, text) => {
    expect(formatDecimal(fen)).toBe(text)
  })
})

describe('a sum', () => {
  it('skips what is missing, and is missing when all is', () => {
    expect(sumFen([100, null, 250])).toBe(350)
    expect(sumFen([null, null])).toBeNull()
    expect(sumFen([])).toBeNull()
  })
})
