import { describe, expect, test } from 'vitest'
import { CN_WORK_CALENDAR } from '../calendar/work-calendar.ts'
import { retrospectiveDay } from './retrospective-day.ts'
import { meetsOn, type Rhythm } from './rhythm-day.ts'

const phase = (name: string, endDate: string | null) => ({ name, endDate })
const day = (phases: { name: string; endDate: string | null }[], planEnd: string | null) =>
  retrospectiveDay(phases, planEnd, CN_WORK_CALENDAR)

describe('R3: the retrospective is three calendar days after the last phase before 复盘', () => {
  test.each<[string, ReturnType<typeof phase>[], string | null, string | null]>([
    ['Friday 2025-06-20 gives Monday the 23rd', [phase('收尾期', '2025-06-20')], null, '2025-06-23'],
    ['Wednesday 2025-06-18 would be Saturday: Monday', [phase('收尾期', '2025-06-18')], null, '2025-06-23'],
    [
      'the phase of 复盘 itself does not count',
      [phase('爆发期', '2025-06-17'), phase('收尾期', '2025-06-23'), phase('复盘期', '2025-06-30')],
      '2025-06-30',
      '2025-06-26',
    ],
    [
      'the last phase by its end, not by its place',
      [phase('乙', '2025-06-23'), phase('甲', '2025-06-02')],
      null,
      '2025-06-26',
    ],
    [
      '28 September ends in the National Day week: 9 October',
      [phase('收尾', '2025-09-28')],
      null,
      '2025-10-09',
    ],
    ['phases without dates leave the end of the plan', [phase('收尾期', null)], '2025-06-20', '2025-06-23'],
    ['no end, no day', [phase('收尾期', null)], null, null],
  ])('%s', (_name, phases, planEnd, expected) => {
    expect(day(phases, planEnd)).toBe(expected)
  })
})

describe('X5: on which days a plan meets', () => {
  const weekdays: Rhythm = { kind: 'stand_up', days: [1, 2, 3, 4, 5] }
  test.each<[string, Rhythm, string, boolean]>([
    ['a stand-up on a Tuesday', weekdays, '2025-06-10', true],
    ['none on Dragon Boat Monday', weekdays, '2025-06-02', false],
    ['none on a Saturday', weekdays, '2025-06-14', false],
    ['a weekly review on its Friday', { kind: 'weekly', days: [5] }, '2025-06-13', true],
    ['not on the Thursday before a working Friday', { kind: 'weekly', days: [5] }, '2025-06-12', false],
    ['30 April in place of a Friday in the May holiday', { kind: 'weekly', days: [5] }, '2025-04-30', true],
    ['the 28th of the month', { kind: 'monthly', days: [28] }, '2025-05-28', true],
    ['the 28th is a Saturday: the 27th', { kind: 'monthly', days: [28] }, '2025-06-27', true],
    ['the 31st of June is its 30th', { kind: 'monthly', days: [31] }, '2025-06-30', true],
    ['and no other day', { kind: 'monthly', days: [31] }, '2025-06-27', false],
  ])('%s', (_name, rhythm, date, meets) => {
    expect(meetsOn(rhythm, date, CN_WORK_CALENDAR)).toBe(meets)
  })
})
