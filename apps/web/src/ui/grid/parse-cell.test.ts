import fc from 'fast-check'
import type { FieldKind } from '@yingce/domain/records/field'
import { describe, expect, test } from 'vitest'
import type { CellValue, GridColumn } from './grid-types.ts'
import { editText } from './model/cell-format.ts'
import { cellErrorText } from './cell-error-text.ts'
import { GRID_LABELS } from './labels.ts'
import { parseCell } from './parse-cell.ts'

const context = { year: 2025, today: '2025-06-08', planStart: '2025-05-01', rowDate: '2025-06-05' }
const column = (kind: FieldKind, more: Partial<GridColumn> = {}): GridColumn => ({
  field: 'f',
  title: 'f',
  width: 100,
  kind,
  ...more,
})
const choices = [
  { value: 'not_started', label: '未开始' },
  { value: 'in_progress', label: '进行中' },
]

describe('X1 what people type', () => {
  test.each<[FieldKind, string, CellValue]>([
    ['money', '¥35,000', 3_500_000],
    ['money', '3.5万', 3_500_000],
    ['money', '36,500.5', 3_650_050],
    ['money', '￥１，２００', 120_000],
    ['money', '0', 0],
    ['money', '-', null],
    ['money', '0.1', 10],
    ['ratio', '50', 0.5],
    ['ratio', '50%', 0.5],
    ['ratio', '５０％', 0.5],
    ['ratio', '0.5', 0.005],
    ['ratio', '2.1%', 0.021],
    ['ratio', '-3%', -0.03],
    ['ratio', '120', 1.2],
    ['count', '50,000', 50_000],
    ['count', '1.5万', 15_000],
    ['number', '-1.25', -1.25],
    ['number', '.5', 0.5],
    ['date', '6.1', '2025-06-01'],
    ['date', '6/1', '2025-06-01'],
    ['date', '2025-6-1', '2025-06-01'],
    ['date', '5月20日', '2025-05-20'],
    ['date', '今天', '2025-06-08'],
    ['date', '明天', '2025-06-09'],
    ['date', '20250601', '2025-06-01'],
    ['date', '第5周周一', '2025-05-26'],
    ['date', '无', null],
    ['date', '2025-06-01 00:00', '2025-06-01'],
    ['dateTime', '6.5 18:00', '2025-06-05T18:00'],
    ['dateTime', '17:00', '2025-06-05T17:00'],
    ['dateTime', '今天 9:30', '2025-06-08T09:30'],
    ['flag', '是', true],
    ['flag', '✓', true],
    ['flag', 'no', false],
    ['flag', '', false],
    ['text', ' 小红书 \n 笔记 ', '小红书 笔记'],
    ['longText', 'a\r\nb', 'a\nb'],
    ['longText', '无', '无'],
    ['person', '设计专员*', '设计专员*'],
    ['targets', '点击率≥2%, 转化率≥1.5%', '点击率≥2%, 转化率≥1.5%'],
    ['quantity', '22万', '22万'],
  ])('%s %j is %j', (kind, text, value) => {
    expect(parseCell(column(kind), text, context)).toEqual({ ok: true, value })
  })

  test.each<[FieldKind, string, string]>([
    ['money', '约5万', 'money'],
    ['money', '1.234', 'money'],
    ['money', '3-5万', 'money'],
    ['ratio', '一半', 'ratio'],
    ['ratio', '1/2', 'ratio'],
    ['count', '1.5', 'count'],
    ['number', '12abc', 'number'],
    ['date', '2.30', 'date'],
    ['date', '月底', 'date'],
    ['date', '6.2-6.5', 'dateRange'],
    ['date', '11-04-2019', 'date'],
    ['date', '6.5 18:00', 'date'],
    ['dateTime', '6.5', 'dateTime'],
    ['flag', '也许', 'flag'],
  ])('%s %j is refused as %s, never guessed', (kind, text, code) => {
    expect(parseCell(column(kind), text, context)).toEqual({ ok: false, code })
  })

  test('a choice is found by its word or its stored value, full-width too; another word is refused', () => {
    const status = column('choice', { choices })
    expect(parseCell(status, '进行中', context)).toEqual({ ok: true, value: 'in_progress' })
    expect(parseCell(status, 'NOT_STARTED', context)).toEqual({ ok: true, value: 'not_started' })
    expect(parseCell(status, '搁置', context)).toEqual({ ok: false, code: 'choice' })
  })

  test('a spend of −100 is out of its range, 0 is in it; a column without a range takes both', () => {
    const spent = column('money', { range: { min: 0, max: null } })
    expect(parseCell(spent, '-100', context)).toEqual({ ok: false, code: 'range' })
    expect(parseCell(spent, '(100)', context)).toEqual({ ok: false, code: 'range' })
    expect(parseCell(spent, '0', context)).toEqual({ ok: true, value: 0 })
    expect(parseCell(spent, '-', context)).toEqual({ ok: true, value: null })
    expect(parseCell(column('money'), '-100', context)).toEqual({ ok: true, value: -100_00 })
    expect(parseCell(column('ratio', { range: { min: 0, max: 1 } }), '120%', context)).toEqual({
      ok: false,
      code: 'range',
    })
  })

  test('the range is named in both languages', () => {
    const spent = column('money', { range: { min: 0, max: null } })
    expect(cellErrorText(GRID_LABELS['zh-CN'], spent, 'range')).toBe('超出范围，应为 ≥ 0')
    expect(cellErrorText(GRID_LABELS.en, spent, 'range')).toBe('Out of range; should be ≥ 0')
  })

  test('a required cell cannot be emptied', () => {
    expect(parseCell(column('text', { required: true }), '  ', context)).toEqual({
      ok: false,
      code: 'required',
    })
  })

  test('the text the editor starts with is read back to the same value', () => {
    const same = (kind: FieldKind, value: CellValue): void => {
      expect(parseCell(column(kind), editText(column(kind), value), context)).toEqual({ ok: true, value })
    }
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => same('money', fen === 0 ? 0 : fen)))
    fc.assert(fc.property(fc.integer({ min: 0, max: 100_000 }), (bps) => same('ratio', bps / 10_000)))
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (count) => same('count', count === 0 ? 0 : count)),
    )
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          same('date', date.toISOString().slice(0, 10))
          same('dateTime', date.toISOString().slice(0, 16))
        },
      ),
    )
  })
})
