import { describe, expect, test } from 'vitest'
import { headerText } from './header-text.ts'

describe('C2: a header taken apart', () => {
  test.each([
    ['预算金额(元)', '预算金额', '元'],
    ['预算金额（万元）', '预算金额', '万元'],
    ['预算/万元', '预算', '万元'],
    ['占比（％）', '占比', '%'],
    ['工期(天)', '工期', '天'],
    ['Budget (CNY)', 'budget', '元'],
    ['Progress (%)', 'progress', '%'],
    ['完成状态(未开始/进行中/已完成/延期)', '完成状态', null],
    ['渠道/工具', '渠道/工具', null],
    [' 任务\n负责人 ', '任务负责人', null],
    ['*负责人：', '负责人', null],
  ])('%j is called %s and counts in %s', (header, bare, unit) => {
    expect(headerText(header)).toMatchObject({ bare, unit })
  })

  test('a bracket that is no unit stays part of the name: 转化数(计费时间) is not 转化数', () => {
    expect(headerText('转化数(计费时间)').named).toBe('转化数(计费时间)')
    expect(headerText('消耗(元)').named).toBe('消耗')
  })
})
