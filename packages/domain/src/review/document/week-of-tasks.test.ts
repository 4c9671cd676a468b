import { describe, expect, test } from 'vitest'
import { diffDays } from '../../calendar/date-arithmetic.ts'
import { weekAround, type WeekTask, weekOfTasks } from './week-of-tasks.ts'

const TASK: WeekTask = {
  name: '投放',
  owner: '甲',
  phaseName: '爆发期',
  status: 'in_progress',
  plannedStart: '2025-06-01',
  plannedEnd: '2025-06-20',
  actualStart: '2025-06-01',
  actualEnd: null,
  budget: 30_000_000,
  dayBasis: 'calendar',
  remark: null,
}
const week = weekAround('2025-06-12')
const everyDay = (from: string, to: string): number => diffDays(from, to) + 1

function made(
  tasks: readonly WeekTask[],
  spent: ReadonlyMap<string, number> = new Map(),
  today = '2025-06-16',
) {
  return weekOfTasks(tasks, week, today, spent, everyDay)
}

describe('X5: the week of a plan', () => {
  test('runs from Monday to Sunday', () => {
    expect(week).toEqual({ start: '2025-06-09', end: '2025-06-15' })
  })

  test('300,000 over 20 days is planned as 15,000 a day; 16,000 spent stands beside it, and no entry is no zero', () => {
    const { days } = made(
      [TASK],
      new Map([
        ['2025-06-10', 1_600_000],
        ['2025-06-03', 1_400_000],
      ]),
    )
    expect(days).toHaveLength(7)
    expect(days.slice(0, 2)).toEqual([
      { day: '2025-06-09', planned: 1_500_000, spent: null, spentWeekBefore: null },
      { day: '2025-06-10', planned: 1_500_000, spent: 1_600_000, spentWeekBefore: 1_400_000 },
    ])
  })

  test('a task finished within the week is done, one finished before it is not', () => {
    const done = (actualEnd: string): WeekTask => ({
      ...TASK,
      status: 'done',
      actualEnd,
      plannedEnd: '2025-06-09',
    })
    expect(made([done('2025-06-11'), done('2025-06-08')]).done).toEqual([
      { name: '投放', owner: '甲', phaseName: '爆发期', date: '2025-06-11', daysLate: 2 },
    ])
  })

  test('what is late is counted at the end of the week, not today', () => {
    const late = { ...TASK, plannedEnd: '2025-06-12' }
    expect(made([late], new Map(), '2025-07-01').late.map(({ daysLate }) => daysLate)).toEqual([3])
    expect(made([late], new Map(), '2025-06-13').late.map(({ daysLate }) => daysLate)).toEqual([1])
  })

  test('what starts or is due next week comes next; done and cancelled tasks do not', () => {
    const starting = {
      ...TASK,
      name: 'b',
      plannedStart: '2025-06-16',
      actualStart: null,
      plannedEnd: '2025-07-30',
    }
    const { next } = made([TASK, starting, { ...TASK, status: 'cancelled' }, { ...TASK, status: 'done' }])
    expect(next.map(({ name, date }) => [name, date])).toEqual([
      ['b', '2025-06-16'],
      ['投放', '2025-06-20'],
    ])
  })
})
