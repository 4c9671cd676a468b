import { describe, expect, test } from 'vitest'
import { exportMarkRows, META_SHEET, RECORD_ID_HEADER, RECORD_VERSION_HEADER } from './export-marks.ts'
import { recognizeWorkbook } from './recognize-workbook.ts'
import { sheetOf, workbookOf } from './sheet.fixture.ts'

describe('C2: a workbook that we exported comes back', () => {
  const sheet = sheetOf(
    '主跟踪表',
    [
      ['推广阶段', '关键任务', '任务负责人', '预算金额(元)', RECORD_ID_HEADER, RECORD_VERSION_HEADER],
      ['预热期', '选人', '甲', 10, '0197-a', 3],
      ['预热期', '新加的', '乙', 20, null, null],
    ],
    { hiddenColumns: [5, 6] },
  )
  const reading = recognizeWorkbook(
    workbookOf([
      sheet,
      sheetOf(META_SHEET, exportMarkRows({ planId: 'p1', exportId: 'e1', locale: 'en' }), { hidden: true }),
    ]),
  )

  test('its hidden columns give each row its record and version', () => {
    expect(
      reading.tables[0]?.records.map(({ recordId, recordVersion }) => [recordId, recordVersion]),
    ).toEqual([
      ['0197-a', 3],
      [null, null],
    ])
  })

  test('its hidden sheet says which plan and export it is, and is no table', () => {
    expect(reading.exportMark).toEqual({ planId: 'p1', exportId: 'e1', locale: 'en' })
    expect(reading.tables).toHaveLength(1)
    expect(reading.problems).toEqual([])
  })

  test('a workbook of somebody else has no mark', () => {
    expect(recognizeWorkbook(workbookOf([sheet])).exportMark).toBeNull()
  })
})
