import { describe, expect, test } from 'vitest'
import { recognizeWorkbook } from './recognize-workbook.ts'
import { mergeOf, sheetOf, workbookOf } from './sheet.fixture.ts'

const HEADER = ['序号', '任务名称', '负责人', '开始时间', '结束时间', '状态']

function read(headings: readonly [string, string], merges: readonly string[]) {
  const rows = [
    HEADER,
    [headings[0]],
    [1, '选品', '甲', '2025-05-01', '2025-05-02', '已完成'],
    [2, '拍摄', '乙', '2025-05-03', '2025-05-04', '进行中'],
    [headings[1]],
    [3, '直播', '丙', '2025-06-01', '2025-06-02', '未开始'],
  ]
  return recognizeWorkbook(workbookOf([sheetOf('计划', rows, { merges: merges.map(mergeOf) })])).tables[0]
}

describe('C2: headings between the rows name the phase of the rows below', () => {
  test.each([
    ['merged over the row', ['一、筹备期', '二、爆发期（6.1-6.18）'], ['A2:F2', 'A5:F5'], '筹备期', '爆发期'],
    ['in one cell', ['一、筹备期', '二、爆发期'], [], '筹备期', '爆发期'],
    ['without a number', ['筹备期', '爆发期(冲量)'], [], '筹备期', '爆发期(冲量)'],
    ['numbered phases', ['第一阶段', '第二阶段：爆发'], [], '第一阶段', '第二阶段：爆发'],
  ] as const)('%s', (_case, headings, merges, first, second) => {
    const table = read(headings, merges)
    expect(table?.excluded).toEqual([
      { row: 2, reason: 'section' },
      { row: 5, reason: 'section' },
    ])
    expect(table?.records.map(({ phaseName }) => phaseName)).toEqual([first, first, second])
  })

  test('another remark alone in a row is a note', () => {
    expect(read(['以下为线上部分', '待补充'], [])?.excluded).toEqual([
      { row: 2, reason: 'note' },
      { row: 5, reason: 'note' },
    ])
  })
})

describe('C2: a range in a column of starts', () => {
  test('says both where the end is left blank, and stays text beside an end', () => {
    const rows = [
      ['任务名称', '负责人', '开始时间', '结束时间', '状态'],
      ['预售', '甲', '2025.11.1-11.11', null, '未开始'],
      ['返场', '乙', '2025.11.12-11.15', '2025.11.20', '未开始'],
    ]
    const { tables, problems } = recognizeWorkbook(workbookOf([sheetOf('任务', rows)]))
    const [both, text] = tables[0]?.records ?? []
    expect(both?.values).toMatchObject({ plannedStart: '2025-11-01', plannedEnd: '2025-11-11' })
    expect(text).toMatchObject({
      values: { plannedStart: null, plannedEnd: '2025-11-20' },
      unread: { plannedStart: '2025.11.12-11.15' },
    })
    expect(problems).toMatchObject([{ code: 'unreadable_date', cell: 'C3' }])
  })

  test('a year on a cover sheet counts for dates without one', () => {
    const rows = [
      ['任务名称', '负责人', '开始时间', '结束时间', '状态'],
      ['预售', '甲', '11.1', '11.11', '未开始'],
    ]
    const cover = sheetOf('封面', [['新品推广项目'], ['2025年']])
    const { tables, questions } = recognizeWorkbook(workbookOf([cover, sheetOf('任务', rows)]))
    expect(questions).toEqual([])
    expect(tables[1]?.records[0]?.values).toMatchObject({ plannedStart: '2025-11-01' })
  })
})
