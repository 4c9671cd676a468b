import { describe, expect, test } from 'vitest'
import { readCount, readExpression, readMoney, readNumber, readRatio, readText } from './read-value.ts'

describe('C2: money in cells', () => {
  test.each([
    ['50,000', null, 5_000_000],
    ['¥1,200.50', '元', 120_050],
    [12, '万元', 12_000_000],
    [1.1, '万元', 1_100_000],
    ['5万', '万元', 5_000_000],
    ['5000元', '万元', 500_000],
    [12, '万', 12_000_000],
    [1.5, '百万元', 150_000_000],
    ['(1,200)', '元', -120_000],
    ['5 RMB', null, 500],
    ['３０００元', null, 300_000],
    [-200, null, -20_000],
    [0, null, 0],
    ['-', null, null],
    ['无', null, null],
    [null, null, null],
  ] as const)('%j under (%s) is %j fen', (cell, unit, fen) => {
    expect(readMoney(cell, unit)).toEqual({ value: fen, unread: null, problem: null })
  })

  test.each(['待定', '约5万左右', '3%', 'N万'])('%s is kept as text and flagged', (text) => {
    expect(readMoney(text, null)).toEqual({ value: null, unread: text, problem: 'unreadable_money' })
  })

  test('a formula result of 166.6666667 is 16,667 fen; typed decimals beyond two are said', () => {
    expect(readMoney(166.6666667, '元/人')).toMatchObject({ value: 16_667, problem: null })
    expect(readMoney('1.005', '元')).toMatchObject({ value: 101, problem: 'money_rounded' })
  })
})

describe('C2: counts, numbers and ratios in cells', () => {
  test.each([
    ['150,000', null, 150_000],
    ['65万', null, 650_000],
    [12.5, '万', 125_000],
    ['--', null, null],
  ] as const)('count %j under (%s) is %j', (cell, unit, count) => {
    expect(readCount(cell, unit).value).toBe(count)
  })
  test('half a click is no count', () => {
    expect(readCount(2.5, null)).toMatchObject({ value: null, unread: '2.5', problem: 'unreadable_number' })
  })
  test.each([
    ['3.0', 3],
    ['1:4', 4],
    ['1：2.5', 2.5],
    ['4:1', 4],
    ['96%', 0.96],
  ])('number %s is %d', (cell, number) => {
    expect(readNumber(cell).value).toBe(number)
  })
  test.each([
    [100, -2, null, 1],
    [0.8, -2, null, 0.008],
    ['96%', 0, null, 0.96],
    ['96%', -2, null, 0.96],
    [0.96, -2, '0.0%', 0.96],
    ['133.3', -2, null, 1.333],
    ['５０％（进行中）', -2, null, 0.5],
  ] as const)('ratio %j with bare power %d and format %s is %d', (cell, power, format, ratio) => {
    expect(readRatio(cell, power, format).value).toBe(ratio)
  })
})

describe('C2: text and targets in cells', () => {
  test('a line takes no line breaks, long text keeps them', () => {
    expect(readText(' 甲\n乙 ', false).value).toBe('甲 乙')
    expect(readText('甲\r\n乙', true).value).toBe('甲\n乙')
  })
  test('targets stay as written; a number shown in percent is written so', () => {
    expect(readExpression('曝光≥5万,点赞≥1万', 'targets', null, null)).toEqual({
      value: '曝光≥5万,点赞≥1万',
      unread: null,
      problem: null,
    })
    expect(readExpression(0.021, 'quantity', null, '0.0%').value).toBe('2.1%')
    expect(readExpression(500, 'targets', '万', null).value).toBe('500万')
  })
  test('a target without a figure is kept and flagged', () => {
    expect(readExpression('提升口碑', 'targets', null, null)).toEqual({
      value: '提升口碑',
      unread: null,
      problem: 'unreadable_target',
    })
  })
})
