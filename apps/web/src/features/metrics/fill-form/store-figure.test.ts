import { describe, expect, test } from 'vitest'
import { readStoreFigure, storeFigureText } from './store-figure.ts'

describe('figures that a store types (M1)', () => {
  test.each([
    ['storeVisits', '36', 36],
    ['storeVisits', ' １，２３４ ', 1234],
    ['storeVisits', '', null],
    ['storeVisits', '-5', undefined],
    ['storeVisits', '3.7', undefined],
    ['storeVisits', 'abc', undefined],
    ['storeVisits', '99999999999999999999', undefined],
    ['storeVisits', '1000000000001', undefined],
    ['ownCount1', '3.7', undefined],
    ['ownLevel1', '4.6', 4.6],
    ['ownLevel1', '-1', undefined],
    ['revenue', '1,234.56', 123_456],
    ['revenue', '1.2万', 1_200_000],
    ['revenue', '0', 0],
    ['revenue', '-0.01', undefined],
    ['revenue', '12.345', undefined],
    ['revenue', '一千多', undefined],
  ])('%s typed as "%s" is %s', (metric, text, value) => {
    expect(readStoreFigure(metric, text)).toBe(value)
  })

  test('what is shown is read again as the same: 370 fen as 3.70, 0 as 0, none as nothing', () => {
    expect(storeFigureText('revenue', 370)).toBe('3.70')
    expect(readStoreFigure('revenue', '3.70')).toBe(370)
    expect(storeFigureText('orders', 0)).toBe('0')
    expect(storeFigureText('orders', null)).toBe('')
  })
})
