import { describe, expect, test } from 'vitest'
import type { FieldKind } from '@yingce/domain/records/field'
import type { CellValue, GridColumn, GridRow } from '../grid-types.ts'
import { copyText, displayText, formatFen } from './cell-format.ts'

const context = { locale: 'zh-CN', year: 2025, yes: '是', no: '否' }
const column = (kind: FieldKind): GridColumn => ({ field: 'f', title: 'f', width: 1, kind })
const row = (value: CellValue, unread?: string): GridRow => ({
  id: 'a',
  groupId: null,
  version: 1,
  values: { f: value },
  ...(unread === undefined ? {} : { unread: { f: unread } }),
})

describe('X1 what a cell shows', () => {
  test.each<[FieldKind, CellValue, string]>([
    ['money', 34_500_000, '345,000'],
    ['money', 3_650_050, '36,500.50'],
    ['money', -5, '-0.05'],
    ['money', 0, '0'],
    ['money', null, ''],
    ['ratio', 0.7826086, '78.26%'],
    ['ratio', 1, '100%'],
    ['ratio', 0.5, '50%'],
    ['date', '2025-06-01', '06-01'],
    ['date', '2024-06-01', '2024-06-01'],
    ['dateTime', '2025-06-05T18:00', '06-05 18:00'],
    ['count', 4_300_000, '4,300,000'],
    ['flag', false, ''],
  ])('%s %j is %j', (kind, value, text) => {
    expect(displayText(column(kind), value, context)).toBe(text)
  })

  test.each<[FieldKind, CellValue, string]>([
    ['money', 34_500_000, '345000'],
    ['money', 3_650_050, '36500.50'],
    ['ratio', 0.021, '2.1%'],
    ['date', '2025-06-01', '2025-06-01'],
    ['dateTime', '2025-06-05T18:00', '2025-06-05 18:00'],
    ['flag', true, '是'],
    ['flag', null, ''],
  ])('copied for a workbook, %s %j is %j: plain numbers and full dates', (kind, value, text) => {
    expect(copyText(column(kind), row(value), context)).toBe(text)
  })

  test('a text that could not be read is copied as it was typed', () => {
    expect(copyText(column('date'), row(null, '六月底'), context)).toBe('六月底')
  })

  test('hundredths never pass through a binary fraction', () => {
    expect(formatFen(110)).toBe('1.10')
    expect(formatFen(9_007_199_254_740_991)).toBe('90,071,992,547,409.91')
  })
})
