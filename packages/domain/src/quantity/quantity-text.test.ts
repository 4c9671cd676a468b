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
})
