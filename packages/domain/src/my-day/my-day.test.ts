import { describe, expect, it } from 'vitest'
import { CN_WORK_CALENDAR } from '../calendar/work-calendar.ts'
import { workingDaysBetween } from '../calendar/working-days.ts'
import { compareDayEntries, dayReason } from './day-entry.ts'
import { isOwnedBy, ownerNames } from './owner-names.ts'
import { spendAgainstPlan, type PacedSpend } from './spend-against-plan.ts'
import { fieldsToFillIn, staleFields, type RunningTask } from './stale-fields.ts'

const workdays = (from: string, to: string) => workingDaysBetween(from, to, CN_WORK_CALENDAR)

describe('C2: owner cells', () => {
  it.each([
    ['张三', ['张三']],
    ['张三、李四', ['张三', '李四']],
    ['张三/李四(审批)，王五', ['张三', '李四', '王五']],
    ['设计专员*', ['设计专员']],
    ['Ann Lee & Bob', ['annlee', 'bob']],
    ['Ann and Bob', ['ann', 'bob']],
    ['', []],
  ])('%s names %j', (owner, names) => {
    expect(ownerNames(owner)).toEqual(names)
  })
  it('a person is found whatever the width, case and spaces, and never by a part of a name', () => {
    expect(isOwnedBy('ａｎｎ lee、张三', 'Ann Lee')).toBe(true)
    expect(isOwnedBy('张三丰', '张三')).toBe(false)
    expect([isOwnedBy(null, '张三'), isOwnedBy('张三', ' ')]).toEqual([false, false])
  })
})

describe('C5: what belongs to a day', () => {
  const today = '2025-06-11'
  const task = (
    status: 'not_started' | 'in_progress' | 'pending_acceptance' | 'done' | 'cancelled',
    start: string | null,
    end: string | null,
  ) => dayReason({ status, plannedStart: start, plannedEnd: end }, today)
  it.each([
    ['in_progress', '2025-06-01', '2025-06-10', 'overdue'],
    ['not_started', '2025-06-01', '2025-06-10', 'overdue'],
    ['in_progress', '2025-06-01', '2025-06-11', 'due'],
    ['in_progress', '2025-06-20', '2025-06-30', 'running'],
    ['in_progress', null, null, 'running'],
    ['not_started', '2025-06-10', '2025-06-30', 'late_start'],
    ['not_started', '2025-06-11', '2025-06-30', 'starts'],
    ['not_started', '2025-06-12', '2025-06-30', null],
    ['not_started', null, null, null],
    ['pending_acceptance', '2025-06-01', '2025-06-10', 'waiting'],
    ['done', '2025-06-01', '2025-06-10', null],
    ['cancelled', '2025-06-01', '2025-06-10', null],
  ] as const)('%s from %s to %s: %s', (status, start, end, reason) => {
    expect(task(status, start, end)).toBe(reason)
  })
  it('the overdue come first, then what ends first', () => {
    const entries = [
      { reason: 'running', plannedEnd: '2025-06-12' },
      { reason: 'overdue', plannedEnd: '2025-06-10' },
      { reason: 'running', plannedEnd: null },
      { reason: 'overdue', plannedEnd: '2025-06-02' },
    ] as const
    expect(entries.toSorted(compareDayEntries).map(({ plannedEnd }) => plannedEnd)).toEqual([
      '2025-06-02',
      '2025-06-10',
      '2025-06-12',
      null,
    ])
  })
})

describe('X1: cells older than their rhythm', () => {
  const running: RunningTask = {
    status: 'in_progress',
    plannedStart: '2025-06-01',
    actualStart: '2025-06-02',
    budget: 10_000_00,
    spent: null,
    kpi: '点击率≥2%',
  }
  const stale = (
    changed: Parameters<typeof staleFields>[1],
    today: string,
    more: Partial<RunningTask> = {},
  ) =>
    staleFields({ ...running, ...more }, changed, today, workdays).map(
      ({ field, days }) => `${field} ${days}`,
    )
  const fresh = {
    spent: '2025-06-12',
    progress: '2025-06-12',
    reached: '2025-06-06',
    issue: '2025-06-06',
  } as const

  it('spend of Thursday is fresh on Friday and on the weekend, stale on Tuesday', () => {
    expect(stale(fresh, '2025-06-13')).toEqual([])
    expect(stale({ ...fresh, spent: '2025-06-13' }, '2025-06-16')).toEqual([
      'progress 2',
      'reached 10',
      'issue 10',
    ])
    expect(stale({ ...fresh, reached: '2025-06-16', issue: '2025-06-16' }, '2025-06-17')).toEqual([
      'spent 3',
      'progress 3',
    ])
  })
  it('a reached value is fresh for 7 days and stale on the 8th', () => {
    const daily = { spent: '2025-06-13', progress: '2025-06-13' } as const
    expect(stale({ ...daily, reached: '2025-06-06', issue: '2025-06-06' }, '2025-06-13')).toEqual([])
    expect(stale({ ...daily, reached: '2025-06-05', issue: '2025-06-13' }, '2025-06-13')).toEqual([
      'reached 8',
    ])
  })
  it('what was never written counts from the start of the task', () => {
    expect(stale({}, '2025-06-11')).toEqual(['spent 7', 'progress 7', 'reached 9', 'issue 9'])
  })
  it('a make-up Sunday is a working day: 2025-04-27', () => {
    expect(
      stale(
        { ...fresh, spent: '2025-04-25', progress: '2025-04-27', reached: '2025-04-27', issue: '2025-04-27' },
        '2025-04-28',
        { actualStart: '2025-04-01' },
      ),
    ).toEqual(['spent 2'])
  })
  it('nothing is owed by a task that is not running, without money, or without a KPI', () => {
    expect(stale({}, '2025-06-20', { status: 'not_started' })).toEqual([])
    expect(stale({}, '2025-06-01', { actualStart: '2025-06-02' })).toEqual([])
    expect(fieldsToFillIn({ budget: null, spent: null, kpi: ' ' })).toEqual(['progress', 'issue'])
  })
})

describe('Worked example 8: a day beside its plan', () => {
  const feed: PacedSpend = {
    plannedStart: '2025-05-12',
    plannedEnd: '2025-06-20',
    budget: 600_000_00,
    dayBasis: 'calendar',
    remark: null,
  }
  it('planned 15,000 a day, yesterday 16,000: 1,000 over plan', () => {
    expect(spendAgainstPlan(feed, '2025-06-10', 16_000_00, workdays)).toEqual({
      day: '2025-06-10',
      spent: 16_000_00,
      planned: 15_000_00,
      difference: 1_000_00,
    })
  })
  it('a pace stated in the remark wins over budget by days', () => {
    expect(
      spendAgainstPlan(
        { ...feed, budget: 150_000_00, remark: '日均消耗1.5万' },
        '2025-06-10',
        16_000_00,
        workdays,
      ).difference,
    ).toBe(1_000_00)
  })
  it('nothing entered is no zero, and outside the period nothing is planned', () => {
    expect(spendAgainstPlan(feed, '2025-06-10', null, workdays)).toMatchObject({
      planned: 15_000_00,
      difference: null,
    })
    expect(spendAgainstPlan(feed, '2025-06-21', 5_00, workdays)).toMatchObject({
      planned: null,
      difference: null,
    })
  })
  it('by working days a Saturday has nothing planned', () => {
    const office = {
      ...feed,
      plannedStart: '2025-06-09',
      plannedEnd: '2025-06-20',
      budget: 10_000_00,
      dayBasis: 'working' as const,
    }
    expect(spendAgainstPlan(office, '2025-06-12', 0, workdays).planned).toBe(1_000_00)
    expect(spendAgainstPlan(office, '2025-06-14', 200_00, workdays)).toMatchObject({
      planned: 0,
      difference: 200_00,
    })
  })
})
