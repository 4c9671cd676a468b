import { describe, expect, test } from 'vitest'
import { recognizeWorkbook } from './recognize-workbook.ts'
import { mergeOf, sheetOf, workbookOf } from './sheet.fixture.ts'
import type { SheetTable } from './workbook.ts'

function read(rows: SheetTable['rows'], merges: readonly string[] = []) {
  const sheet = sheetOf('Sheet1', rows, { merges: merges.map(mergeOf) })
  return recognizeWorkbook(workbookOf([sheet])).tables[0]
}

describe('C2: headers of more than one row', () => {
  test('words that mean nothing alone are read with the heading above them', () => {
    const table = read(
      [
        ['推广阶段', '关键任务', '负责人', '计划', null, '实际', null, '费用(万元)', null],
        [null, null, null, '开始时间', '结束时间', '开始时间', '结束时间', '预算', '实际'],
        ['预热期', '种草笔记', '内容组', '2025-05-01', '2025-05-07', '2025-05-02', null, 3, 2.5],
        ['预热期', '短视频', '投放组', '2025-05-08', '2025-05-20', null, null, 12, null],
      ],
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1', 'H1:I1'],
    )
    expect(table).toMatchObject({
      kind: 'tracker',
      headerRow: 1,
      rows: 2,
      totals: { budget: '150000.00', spent: '25000.00' },
    })
    expect(table?.records[0]?.values).toMatchObject({
      plannedStart: '2025-05-01',
      plannedEnd: '2025-05-07',
      actualStart: '2025-05-02',
      actualEnd: null,
    })
  })

  test('a row of units below the header belongs to it', () => {
    const table = read([
      ['预算项目', '占比', '预算', '已支出', '负责人'],
      [null, '（%）', '（万元）', '（元）', null],
      ['达人', 60, 6, 5000, '甲'],
      ['投放', 40, 4, null, '乙'],
    ])
    expect(table).toMatchObject({
      headerRow: 1,
      rows: 2,
      totals: { budget: '100000.00', spent: '5000.00' },
    })
    expect(table?.records[0]).toMatchObject({ row: 3, values: { share: 0.6 } })
  })

  test('a first row of percentages is a record and no row of units', () => {
    const table = read([
      ['预算项目', '占比', '预算(元)', '负责人'],
      ['达人', '60%', 600, '甲'],
    ])
    expect(table).toMatchObject({ rows: 1, totals: { budget: '600.00' } })
  })
})
