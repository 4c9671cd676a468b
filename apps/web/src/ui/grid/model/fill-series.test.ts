import type { FieldKind } from '@yingce/domain/records/field'
import { describe, expect, test } from 'vitest'
import type { CellValue } from '../grid-types.ts'
import { fillSeries, movedByDays } from './fill-series.ts'

describe('X1 fill handle', () => {
  test.each<[string, CellValue[], FieldKind, CellValue[]]>([
    [
      'one date goes on by a day, over the end of the month',
      ['2026-05-30'],
      'date',
      ['2026-05-31', '2026-06-01', '2026-06-02'],
    ],
    [
      'two dates a week apart go on by a week',
      ['2026-06-01', '2026-06-08'],
      'date',
      ['2026-06-15', '2026-06-22', '2026-06-29'],
    ],
    [
      'dates without one step repeat',
      ['2026-06-01', '2026-06-02', '2026-06-05'],
      'date',
      ['2026-06-01', '2026-06-02', '2026-06-05'],
    ],
    [
      'a moment keeps its time',
      ['2026-06-01T18:00'],
      'dateTime',
      ['2026-06-02T18:00', '2026-06-03T18:00', '2026-06-04T18:00'],
    ],
    ['one amount repeats', [3_500_000], 'money', [3_500_000, 3_500_000, 3_500_000]],
    ['two amounts go on by their difference', [100, 300], 'money', [500, 700, 900]],
    ['percentages go on without dust of binary fractions', [0.1, 0.2], 'ratio', [0.3, 0.4, 0.5]],
    ['text counts its last number on', ['笔记1'], 'text', ['笔记2', '笔记3', '笔记4']],
    ['a number with a counting word after it counts on', ['第1周'], 'text', ['第2周', '第3周', '第4周']],
    ['leading zeros keep their width', ['素材A-08'], 'text', ['素材A-09', '素材A-10', '素材A-11']],
    ['two texts give the step', ['第1周', '第3周'], 'text', ['第5周', '第7周', '第9周']],
    ['a decimal is no counter', ['版本1.5'], 'text', ['版本1.5', '版本1.5', '版本1.5']],
    ['text without number repeats', ['李娜', '王强'], 'text', ['李娜', '王强', '李娜']],
    ['persons never count on', ['专员1'], 'person', ['专员1', '专员1', '专员1']],
    ['targets repeat: 20万 is no counter', ['阅读≥20万'], 'targets', ['阅读≥20万', '阅读≥20万', '阅读≥20万']],
    ['empty cells repeat', [null], 'date', [null, null, null]],
  ])('%s', (_, source, kind, next) => {
    expect(fillSeries(source, kind, 3)).toEqual(next)
  })

  test('upwards the series runs backwards, nearest first', () => {
    expect(fillSeries(['2026-06-08', '2026-06-09'], 'date', 2, { backward: true })).toEqual([
      '2026-06-07',
      '2026-06-06',
    ])
    expect(fillSeries(['a', 'b', 'c'], 'text', 2, { backward: true })).toEqual(['c', 'b'])
  })

  test('with Ctrl the source repeats instead of going on', () => {
    expect(fillSeries(['2026-06-01'], 'date', 2, { copy: true })).toEqual(['2026-06-01', '2026-06-01'])
  })

  test('a day is a day across summer time', () => {
    expect(movedByDays('2026-03-28T02:30', 1)).toBe('2026-03-29T02:30')
  })
})
