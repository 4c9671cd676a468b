import { describe, expect, test } from 'vitest'
import { recognizeWorkbook } from './recognize-workbook.ts'
import { mergeOf, sheetOf, workbookOf } from './sheet.fixture.ts'
import type { CellValue, SheetTable } from './workbook.ts'

const HEADER = ['任务名称', '负责人', '开始时间', '结束时间', '工期(天)']
const TASKS: readonly (readonly CellValue[])[] = [
  ['调研', '甲', { date: '2025-05-01' }, { date: '2025-05-03' }, 3, 1, 1, 1],
  ['方案', '乙', { date: '2025-05-04' }, { date: '2025-05-08' }, 5, null, null, null, '■', '■'],
]

function read(rows: SheetTable['rows'], merges: readonly string[] = []) {
  const reading = recognizeWorkbook(workbookOf([sheetOf('计划', rows, { merges: merges.map(mergeOf) })]))
  return { table: reading.tables[0], problems: reading.problems }
}

describe('C2: a Gantt sheet with its time axis drawn in cells', () => {
  test.each([
    ['days', Array.from({ length: 9 }, (_unused, day) => ({ date: `2025-05-0${day + 1}` }))],
    ['5/1 …', Array.from({ length: 9 }, (_unused, day) => `5/${day + 1}`)],
    ['numbers', Array.from({ length: 9 }, (_unused, day) => day + 1)],
    ['weeks', Array.from({ length: 9 }, (_unused, week) => `第${week + 1}周`)],
  ])('%s above the bars are no columns of the table', (_case, axis) => {
    const { table } = read([[...HEADER, ...axis], ...TASKS])
    expect(table).toMatchObject({ kind: 'gantt', headerRow: 1, rows: 2, excluded: [] })
    expect(table?.records[1]?.values).toMatchObject({ plannedStart: '2025-05-04', plannedEnd: '2025-05-08' })
  })

  test('weekdays in a line below the days, and days below their month, belong to the header', () => {
    const days = [...HEADER.map(() => null), ...'四五六日一二三四五']
    const weekdays = read([[...HEADER, 1, 2, 3, 4, 5, 6, 7, 8, 9], days, ...TASKS])
    expect(weekdays.table).toMatchObject({ rows: 2, excluded: [{ row: 2, reason: 'header_description' }] })
    const months = read(
      [[...HEADER, '5月'], [...HEADER.map(() => null), 1, 2, 3, 4, 5, 6, 7, 8, 9], ...TASKS],
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2', 'F1:N1'],
    )
    expect(months.table).toMatchObject({ rows: 2, excluded: [{ row: 2, reason: 'header_description' }] })
    expect([...weekdays.problems, ...months.problems].filter(({ severity }) => severity !== 'info')).toEqual(
      [],
    )
  })
})
