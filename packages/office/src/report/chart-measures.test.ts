import { describe, expect, test } from 'vitest'
import { numberText } from './number-text.ts'
import { cutText, textWidth, wrapText } from './text-width.ts'
import { valueScale } from './value-scale.ts'

describe('a number in a spreadsheet format', () => {
  test.each([
    [1234567.891, '#,##0', '1,234,568'],
    [1234.5, '0.00', '1234.50'],
    [0.03651, '0.0%', '3.7%'],
    [-1234.5, '¥#,##0.00', '−¥1,234.50'],
    [-0.001, '0.00', '0.00'],
    [12, '#,##0"天"', '12"天"'],
  ])('%d as %s is %s', (value, format, text) => {
    expect(numberText(value, format)).toBe(text)
  })
})

describe('a value axis', () => {
  test.each([
    [
      [0, 47],
      [0, 10, 20, 30, 40, 50],
    ],
    [
      [0.013, 0.027],
      [0, 0.01, 0.02, 0.03],
    ],
    [
      [-3, 5],
      [-4, -2, 0, 2, 4, 6],
    ],
    [
      [null, 0],
      [0, 1],
    ],
    [[], [0, 1]],
  ])('over %j has the ticks %j', (values, ticks) => {
    expect(valueScale(values).ticks).toEqual(ticks)
  })
})

describe('text that must fit', () => {
  test('is cut with an ellipsis only when it is too wide', () => {
    expect(cutText('小红书', 30, 10)).toBe('小红书')
    expect(cutText('小红书达人', 40, 10)).toBe('小红书…')
  })

  test('is wrapped at a space where one is near, and cut after the last line', () => {
    expect(wrapText('Douyin feed ads', 66, 10, 2)).toEqual(['Douyin feed', 'ads'])
    const lines = wrapText('一二三四五六七八九十', 40, 10, 2)
    expect(lines).toEqual(['一二三四', '五六七…'])
    expect(lines.every((line) => textWidth(line, 10) <= 40)).toBe(true)
  })
})
