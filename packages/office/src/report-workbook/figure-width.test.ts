import { describe, expect, test } from 'vitest'
import { reportWorkbook } from './report-workbook.ts'

describe('a sheet of large figures', () => {
  test('gives ¥1,529,510.00 a column in which it does not show as "###"', () => {
    const [sheet] = reportWorkbook({
      language: 'zh-CN',
      title: '周报',
      facts: [],
      blocks: [
        {
          kind: 'keyFigures',
          figures: [{ label: '支出', value: '¥153万', number: { value: 1_529_510, format: '"¥"#,##0.00' } }],
        },
      ],
    }).sheets
    expect(sheet?.columns[0]?.width).toBeGreaterThan(13 * 1.6)
  })
})
