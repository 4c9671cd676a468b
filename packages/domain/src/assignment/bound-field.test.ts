import { describe, expect, test } from 'vitest'
import type { MetricUnit } from '../metrics/metric-definition.ts'
import { boundText } from './bound-field.ts'

describe('M12: a computed value stands as a person would have typed it', () => {
  test.each<[string, number, MetricUnit, string, string]>([
    ['2,355 fen are 23.55 yuan', 2355, 'money', 'CNY', '23.55元'],
    ['2,500 fen are 25 yuan', 2500, 'money', 'CNY', '25元'],
    ['2,500 cents of a plan in dollars', 2500, 'money', 'USD', '25 USD'],
    [
      '12,618.0790961 fen a conversion keep four decimals',
      12_618.0790961,
      'money_per_count',
      'CNY',
      '126.1808元',
    ],
    ['1.499 % is not written as 1.5 %', 0.01499, 'share', 'CNY', '1.499%'],
    ['a ROAS of 3.17', 3.17, 'multiple', 'CNY', '3.17'],
    ['36 clicks', 36, 'count', 'CNY', '36'],
  ])('%s', (_name, value, unit, currency, text) => {
    expect(boundText(value, unit, currency)).toBe(text)
  })
})
