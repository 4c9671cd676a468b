import { describe, expect, test } from 'vitest'
import { quantityText } from './quantity-text.ts'

describe('C1: a quantity in the units of the reader', () => {
  test.each([
    ['11963000次', '1,196.3万次', '11,963,000 times'],
    ['≥2000万次', '≥2,000万次', '≥ 20,000,000 times'],
    ['1529510元', '1,529,510元', 'CNY 1,529,510'],
    ['1:3.74', '1:3.74', '1:3.74'],
    ['点击率 2.28%,转化率 0.93%', '点击率 2.28%,转化率 0.93%', '点击率 2.28%,转化率 0.93%'],
    ['待定', '待定', '待定'],
  ])('%s reads %s and %s', (text, zh, en) => {
    expect([quantityText(text, 'zh-CN'), quantityText(text, 'en')]).toEqual([zh, en])
  })

  test.each([
    ['≥600份', '有效问卷', '≥ 600 responses'],
    ['≥30份', '有效访谈', '≥ 30 interviews'],
    ['≥30份', 'valid interviews', '≥ 30 interviews'],
    ['2份', '调研报告', '2 reports'],
    ['500份', '试吃', '500 items'],
    ['500份', null, '500 items'],
    ['2000次', '有效问卷', '2,000 times'],
  ])('%s of %s is %s in English', (text, metric, english) => {
    expect(quantityText(text, 'en', metric)).toBe(english)
    expect(quantityText(quantityText(text, 'en', metric), 'zh-CN')).toBe(quantityText(text, 'zh-CN'))
  })
})
