import { describe, expect, test } from 'vitest'
import { recognizeWorkbook } from './recognize-workbook.ts'
import { sheetOf, TRACKER_SHEET, workbookOf } from './sheet.fixture.ts'

describe('C2: the user corrects the mapping', () => {
  test('a column given to a field is taken from the column that had it', () => {
    const mapping = { 主跟踪表: { columns: { 16: 'issue', 14: null } } }
    const [table] = recognizeWorkbook(workbookOf([TRACKER_SHEET]), { mapping }).tables
    expect(table?.columns.find(({ index }) => index === 16)).toMatchObject({
      field: 'issue',
      match: 'chosen',
      confidence: 1,
    })
    expect(table?.columns.find(({ index }) => index === 14)).toMatchObject({ field: null, match: null })
    expect(table?.records[2]?.values['issue']).toBe('国庆')
  })

  test('header row and kind as chosen make records of a sheet that says nothing', () => {
    const sheet = sheetOf('乱', [
      ['a', 'b'],
      ['甲项', '乙项', '丙项'],
      ['拍摄', '小王', '3000'],
    ])
    expect(recognizeWorkbook(workbookOf([sheet])).tables[0]?.records).toEqual([])
    const mapping = {
      乱: { headerRow: 2, kind: 'tracker', columns: { 1: 'name', 2: 'owner', 3: 'budget' } },
    } as const
    const [table] = recognizeWorkbook(workbookOf([sheet]), { mapping }).tables
    expect(table).toMatchObject({ kind: 'tracker', headerRow: 2 })
    expect(table?.records[0]?.values).toMatchObject({ name: '拍摄', owner: '小王', budget: 300_000 })
  })

  test('a mapping is remembered under the header and found again next month', () => {
    const [table] = recognizeWorkbook(workbookOf([TRACKER_SHEET])).tables
    const remembered = { [table?.headerFingerprint ?? '']: { columns: { 16: 'issue', 14: null } } }
    const next = { ...TRACKER_SHEET, name: '十月', rows: [['十月'], ...TRACKER_SHEET.rows.slice(1)] }
    const [again] = recognizeWorkbook(workbookOf([next]), { remembered }).tables
    expect(again?.columns.find(({ index }) => index === 16)?.match).toBe('chosen')
    expect(again?.headerFingerprint).toBe(table?.headerFingerprint)
  })
})
