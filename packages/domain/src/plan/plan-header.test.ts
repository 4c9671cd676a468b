import { describe, expect, it } from 'vitest'
import { planHeader } from './plan-header.ts'
import type { HeaderTask } from './plan-header.ts'

const task = (id: string, part: Partial<HeaderTask>): HeaderTask => ({
  id,
  phaseId: 'p1',
  status: 'not_started',
  plannedStart: null,
  plannedEnd: null,
  actualStart: null,
  actualEnd: null,
  ...part,
})
/** 2025-05-01 is a Thursday. */
const PLAN = { startDate: '2025-05-01', endDate: '2025-06-20' }

describe('plan header', () => {
  it('counts week 1 as the Monday–Sunday week that holds the start', () => {
    const week = (today: string) => planHeader(PLAN, [], [], today).week
    expect([week('2025-05-01'), week('2025-05-04'), week('2025-05-05'), week('2025-06-20')]).toEqual([
      1, 1, 2, 8,
    ])
  })
  it('on June 10 is day 41 of 51 with 10 days left', () => {
    expect(planHeader(PLAN, [], [], '2025-06-10')).toMatchObject({
      stage: 'running',
      day: 41,
      days: 51,
      daysLeft: 10,
      daysToStart: null,
    })
  })
  it('on the last day has 0 days left, and after it none', () => {
    expect(planHeader(PLAN, [], [], '2025-06-20').daysLeft).toBe(0)
    expect(planHeader(PLAN, [], [], '2025-06-21')).toMatchObject({
      stage: 'after',
      daysLeft: null,
      week: null,
      day: null,
    })
  })
  it('before the start says how many days are to go', () => {
    expect(planHeader(PLAN, [], [], '2025-04-28')).toMatchObject({
      stage: 'before',
      daysToStart: 3,
      week: null,
    })
  })
  it('of a plan without dates is undated, and still lists what is late', () => {
    const header = planHeader(
      { startDate: null, endDate: null },
      [],
      [task('a', { plannedEnd: '2025-06-01' })],
      '2025-06-03',
    )
    expect([header.stage, header.late.length]).toEqual(['undated', 1])
  })
  it('names every phase that holds today; a phase without dates spans its tasks', () => {
    const phases = [
      { id: 'p1', startDate: null, endDate: null },
      { id: 'p2', startDate: '2025-05-10', endDate: '2025-05-20' },
      { id: 'p3', startDate: null, endDate: null },
    ]
    const tasks = [
      task('a', { plannedStart: '2025-05-02', plannedEnd: '2025-05-05' }),
      task('b', { plannedStart: '2025-05-08', plannedEnd: '2025-05-11' }),
    ]
    expect(planHeader(PLAN, phases, tasks, '2025-05-10').phaseIds).toEqual(['p1', 'p2'])
    expect(planHeader(PLAN, phases, tasks, '2025-05-30').phaseIds).toEqual([])
  })
  it('lists open late tasks with the latest first, and no finished ones', () => {
    const tasks = [
      task('a', { plannedEnd: '2025-06-09' }),
      task('b', { plannedEnd: '2025-06-01', status: 'in_progress' }),
      task('c', { plannedEnd: '2025-06-01', status: 'done', actualEnd: '2025-06-05' }),
    ]
    expect(planHeader(PLAN, [], tasks, '2025-06-10').late.map((l) => [l.taskId, l.delay.days])).toEqual([
      ['b', 9],
      ['a', 1],
    ])
  })
  it('lists what is next by date: the start of what has not begun, the end of what runs', () => {
    const tasks = [
      task('end', { plannedStart: '2025-06-01', plannedEnd: '2025-06-12', status: 'in_progress' }),
      task('start', { plannedStart: '2025-06-11', plannedEnd: '2025-06-30' }),
      task('today', { plannedStart: '2025-06-10', plannedEnd: '2025-06-10' }),
      task('missed start', { plannedStart: '2025-06-08', plannedEnd: '2025-06-13' }),
      task('done', { plannedStart: '2025-06-11', plannedEnd: '2025-06-12', status: 'done' }),
    ]
    expect(planHeader(PLAN, [], tasks, '2025-06-10', 3).next).toEqual([
      { taskId: 'today', date: '2025-06-10', event: 'start' },
      { taskId: 'start', date: '2025-06-11', event: 'start' },
      { taskId: 'end', date: '2025-06-12', event: 'end' },
    ])
  })
})
