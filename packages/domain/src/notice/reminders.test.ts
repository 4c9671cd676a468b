import { describe, expect, it } from 'vitest'
import { CN_WORK_CALENDAR } from '../calendar/work-calendar.ts'
import { reminderText } from './reminder-text.ts'
import { deadlineReminders, fillInReminders } from './reminders.ts'
import type { RemindedTask } from './reminders.ts'

const MEMBERS = [
  { id: 'zhang', name: '张三' },
  { id: 'li', name: '李四' },
  { id: 'amy', name: 'Amy Wong' },
]
const PLANS = [{ id: 'p', name: '夏季推广', createdBy: 'li' }]
/** Friday. */
const TODAY = '2025-06-13'

function task(part: Partial<RemindedTask>): RemindedTask {
  return {
    id: 't',
    planId: 'p',
    name: '落地页',
    owner: '张三',
    status: 'in_progress',
    plannedStart: '2025-06-02',
    plannedEnd: null,
    actualStart: null,
    actualEnd: null,
    isMilestone: false,
    filledInOn: '2025-06-01',
    ...part,
  }
}
const told = (part: Partial<RemindedTask>, today = TODAY) =>
  deadlineReminders([task(part)], PLANS, MEMBERS, today, CN_WORK_CALENDAR).map(
    ({ kind, memberId, items }) => `${kind} ${memberId} ${items[0]?.days}`,
  )

describe('notice: reminders of the morning (X7)', () => {
  it.each([
    ['due today', { plannedEnd: '2025-06-13' }, ['due zhang 0']],
    ['due on Monday is told on Friday', { plannedEnd: '2025-06-16' }, ['due zhang 3']],
    ['due on Tuesday is not yet told', { plannedEnd: '2025-06-17' }, []],
    ['one day overdue', { plannedEnd: '2025-06-12' }, ['overdue zhang -1']],
    ['two days overdue is not repeated', { plannedEnd: '2025-06-11' }, []],
    ['four days overdue is', { plannedEnd: '2025-06-09' }, ['overdue zhang -4']],
    ['a done one is not', { plannedEnd: '2025-06-12', status: 'done' }, []],
    ['a cancelled one is not', { plannedEnd: '2025-06-13', status: 'cancelled' }, []],
    [
      'one awaiting acceptance is',
      { plannedEnd: '2025-06-13', status: 'pending_acceptance' },
      ['due zhang 0'],
    ],
    [
      'a milestone three working days ahead',
      { plannedEnd: '2025-06-18', isMilestone: true },
      ['milestone zhang 5'],
    ],
    ['not a milestone two working days ahead', { plannedEnd: '2025-06-17', isMilestone: true }, []],
    ['a milestone on its day', { plannedEnd: '2025-06-13', isMilestone: true }, ['milestone zhang 0']],
    [
      'an owner who is no member: the maker of the plan',
      { plannedEnd: '2025-06-13', owner: '外包' },
      ['due li 0'],
    ],
    ['two owners: both', { plannedEnd: '2025-06-13', owner: '张三，李四' }, ['due zhang 0', 'due li 0']],
    ['a task of a plan that is not running', { plannedEnd: '2025-06-13', planId: 'x' }, []],
  ] as const)('%s', (_rule, part, expected) => {
    expect(told(part)).toEqual(expected)
  })

  it('over the year end: due on 4 January is told on 31 December, the last working day before', () => {
    expect(told({ plannedEnd: '2026-01-04' }, '2025-12-31')).toEqual(['due zhang 4'])
  })

  it('tells one person one thing about seven tasks, the latest first, five by name', () => {
    const tasks = Array.from({ length: 7 }, (_, index) =>
      task({
        id: `t${index}`,
        name: `任务${index}`,
        plannedEnd: `2025-06-${12 - 3 * (index % 4)}`.replace(/-(\d)$/, '-0$1'),
      }),
    )
    const [reminder, ...others] = deadlineReminders(tasks, PLANS, MEMBERS, TODAY, CN_WORK_CALENDAR)
    expect(others).toEqual([])
    const { title, body, severity } = reminderText(reminder!, '夏季推广')
    expect([title.zh, severity]).toEqual(['夏季推广：已逾期 7 项', 'warning'])
    expect(body.zh.split('\n')).toEqual([
      '任务3：已逾期 10 天',
      '任务2：已逾期 7 天',
      '任务6：已逾期 7 天',
      '任务1：已逾期 4 天',
      '任务5：已逾期 4 天',
      '还有 2 项',
    ])
    expect(body.en.split('\n').at(-1)).toBe('and 2 more')
  })

  it('names the task in the title when it is the only one', () => {
    const [reminder] = deadlineReminders(
      [task({ plannedEnd: TODAY })],
      PLANS,
      MEMBERS,
      TODAY,
      CN_WORK_CALENDAR,
    )
    expect(reminderText(reminder!, '夏季推广')).toEqual({
      title: { zh: '落地页：今天到期', en: '落地页: due today' },
      body: { zh: '计划：夏季推广', en: 'Plan: 夏季推广' },
      severity: 'info',
    })
  })
})

describe('notice: who has something to fill in (C5)', () => {
  const asked = (part: Partial<RemindedTask>) =>
    fillInReminders('fill_in_daily', [task(part)], PLANS, MEMBERS, TODAY, TODAY).map(
      ({ memberId }) => memberId,
    )

  it.each([
    ['a task under way, filled in yesterday', { filledInOn: '2025-06-12' }, ['zhang']],
    ['one filled in today', { filledInOn: TODAY }, []],
    ['one that begins tomorrow', { status: 'not_started', plannedStart: '2025-06-14' }, []],
    ['one that should have begun today', { status: 'not_started', plannedStart: TODAY }, ['zhang']],
    ['one begun early', { status: 'in_progress', plannedStart: '2025-06-20' }, ['zhang']],
    ['one never filled in', { filledInOn: null }, ['zhang']],
    ['a done one', { status: 'done' }, []],
    ['one handed in', { status: 'pending_acceptance' }, []],
    ['one whose owner is no member', { owner: '外包' }, []],
    ['one without dates that is under way', { plannedStart: null }, ['zhang']],
    ['one without dates that is not begun', { plannedStart: null, status: 'not_started' }, []],
  ] as const)('%s', (_rule, part, expected) => {
    expect(asked(part)).toEqual(expected)
  })

  it('the week asks for what was not filled in since its Monday', () => {
    const week = (filledInOn: string) =>
      fillInReminders('fill_in_weekly', [task({ filledInOn })], PLANS, MEMBERS, TODAY, '2025-06-09').length
    expect([week('2025-06-08'), week('2025-06-09')]).toEqual([1, 0])
  })

  it('asks once for all plans together', () => {
    const plans = [...PLANS, { id: 'q', name: '秋季推广', createdBy: null }]
    const tasks = [task({}), task({ id: 'u', planId: 'q' })]
    const reminders = fillInReminders('fill_in_daily', tasks, plans, MEMBERS, TODAY, TODAY)
    expect(reminders.map(({ planId, items }) => [planId, items.length])).toEqual([[null, 2]])
  })

  it('says how many', () => {
    const [reminder] = fillInReminders('fill_in_daily', [task({})], PLANS, MEMBERS, TODAY, TODAY)
    expect(reminderText(reminder!, '夏季推广').title).toEqual({
      zh: '今天还有 1 项任务待填报',
      en: '1 task to report on today',
    })
  })
})
