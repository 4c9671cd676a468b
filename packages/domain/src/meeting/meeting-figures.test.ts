import { describe, expect, it } from 'vitest'
import { CN_WORK_CALENDAR } from '../calendar/work-calendar.ts'
import { meetingFigures, type MeetingInput, type MeetingTask } from './meeting-figures.ts'
import { meetingWindow } from './meeting-window.ts'

const window = (kind: Parameters<typeof meetingWindow>[0], day: string) => {
  const { back, ahead } = meetingWindow(kind, day, CN_WORK_CALENDAR)
  return [`${back.from}..${back.to}`, `${ahead.from}..${ahead.to}`]
}

describe('X5: what a meeting looks at', () => {
  it.each([
    ['stand_up', '2025-06-11', '2025-06-10..2025-06-10', '2025-06-11..2025-06-11'],
    ['stand_up', '2025-06-16', '2025-06-13..2025-06-15', '2025-06-16..2025-06-16'],
    ['stand_up', '2025-06-03', '2025-05-30..2025-06-02', '2025-06-03..2025-06-03'],
    ['weekly', '2025-06-13', '2025-06-09..2025-06-13', '2025-06-16..2025-06-22'],
    ['monthly', '2025-12-30', '2025-12-01..2025-12-30', '2026-01-01..2026-01-31'],
    ['monthly', '2025-01-31', '2025-01-01..2025-01-31', '2025-02-01..2025-02-28'],
    ['kick_off', '2025-06-02', '2025-06-02..2025-06-01', '2025-06-02..2025-06-15'],
  ] as const)('%s of %s: back %s, ahead %s', (kind, day, back, ahead) => {
    expect(window(kind, day)).toEqual([back, ahead])
  })
})

const NOTHING: MeetingInput['spend'] = { ledger: [], channels: new Map() }
const TASK = {
  id: 't',
  name: '信息流',
  owner: '李四',
  status: 'in_progress',
  plannedStart: '2025-05-12',
  plannedEnd: '2025-06-20',
  actualEnd: null,
  budget: 600_000_00,
  dayBasis: 'calendar',
  remark: null,
  issue: null,
  solution: null,
} as MeetingTask
const input = (more: Partial<MeetingInput>): MeetingInput => ({
  kind: 'stand_up',
  day: '2025-06-11',
  tasks: [],
  issues: [],
  spend: NOTHING,
  kpis: [],
  asOf: more.day ?? '2025-06-11',
  ...more,
})

describe('X5: figures of a meeting', () => {
  it('yesterday 16,000 of 15,000 planned: 1,000 over plan (worked example 8)', () => {
    const { spend } = meetingFigures(
      input({
        tasks: [TASK],
        spend: {
          ledger: [
            { taskId: 't', day: '2025-06-10', amount: 16_000_00 },
            { taskId: 't', day: '2025-06-09', amount: 9_00 },
          ],
          channels: new Map([['2025-06-10', 15_800_00]]),
        },
      }),
    )
    expect(spend).toEqual({
      from: 'ledger',
      spent: 16_000_00,
      planned: 15_000_00,
      difference: 1_000_00,
      until: '2025-06-10',
      missing: [],
      lines: [{ taskId: 't', name: '信息流', spent: 16_000_00, planned: 15_000_00, difference: 1_000_00 }],
    })
  })
  it('nothing entered is no zero: the difference is not known', () => {
    expect(meetingFigures(input({ tasks: [TASK] })).spend).toMatchObject({
      spent: null,
      planned: 15_000_00,
      difference: null,
    })
  })
  it('an entry of the ledger is held against the days since the one before; a day that channels do not report is named', () => {
    const spendIn = (spend: MeetingInput['spend']) =>
      meetingFigures(input({ kind: 'weekly', day: '2025-06-13', tasks: [TASK], spend })).spend
    const entered = {
      ...NOTHING,
      ledger: [
        { taskId: 't', day: '2025-06-09', amount: 40_000_00 },
        { taskId: 't', day: '2025-06-11', amount: 30_000_00 },
      ],
    }
    expect(spendIn(entered)).toMatchObject({
      spent: 70_000_00,
      planned: 45_000_00,
      difference: 25_000_00,
      until: '2025-06-11',
      missing: [],
      lines: [{ spent: 70_000_00, planned: 45_000_00, difference: 25_000_00 }],
    })
    const reported = new Map([
      ['2025-06-09', 40_000_00],
      ['2025-06-11', 30_000_00],
    ])
    expect(spendIn({ ledger: [], channels: reported })).toMatchObject({
      spent: 70_000_00,
      planned: 30_000_00,
      difference: 40_000_00,
      until: '2025-06-11',
      missing: ['2025-06-10'],
    })
  })
  it('what the channels cost stands in for a ledger without entries, and is of no task', () => {
    const { spend } = meetingFigures(
      input({ tasks: [TASK], spend: { ledger: [], channels: new Map([['2025-06-10', 15_800_00]]) } }),
    )
    expect(spend).toEqual({
      from: 'channels',
      spent: 15_800_00,
      planned: 15_000_00,
      difference: 800_00,
      until: '2025-06-10',
      missing: [],
      lines: [{ taskId: 't', name: '信息流', spent: null, planned: 15_000_00, difference: null }],
    })
  })
  it('money of the plan that belongs to no task, or to one that was cancelled, is spent all the same', () => {
    const { spend } = meetingFigures(
      input({
        tasks: [{ ...TASK, status: 'cancelled' }],
        spend: {
          ...NOTHING,
          ledger: [
            { taskId: 't', day: '2025-06-10', amount: 500_00 },
            { taskId: null, day: '2025-06-10', amount: 200_00 },
          ],
        },
      }),
    )
    expect([spend.spent, spend.planned]).toEqual([700_00, null])
    expect(spend.lines.map(({ taskId, spent }) => [taskId, spent])).toEqual([
      ['t', 500_00],
      [null, 200_00],
    ])
  })
  it('what is done was planned for its days too, so that spend and plan speak of the same tasks', () => {
    const done = { ...TASK, status: 'done' as const, actualEnd: '2025-06-10' }
    expect(meetingFigures(input({ tasks: [done] })).spend.planned).toBe(15_000_00)
  })
  it('lists what was done, is due and is late, and what blocks, the grave first', () => {
    const figures = meetingFigures(
      input({
        tasks: [
          { ...TASK, id: 'done', status: 'done', actualEnd: '2025-06-10' },
          { ...TASK, id: 'long ago', status: 'done', actualEnd: '2025-06-01' },
          { ...TASK, id: 'due', plannedEnd: '2025-06-11', budget: null, issue: '缺素材' },
          { ...TASK, id: 'late', plannedEnd: '2025-06-01', budget: null },
          { ...TASK, id: 'starts', status: 'not_started', plannedStart: '2025-06-11', budget: null },
          { ...TASK, id: 'dropped', status: 'cancelled', plannedEnd: '2025-06-11' },
        ],
        issues: [
          { id: 'a', name: '小事', severity: 'minor', state: 'open', owner: '王五', solutionOwner: null },
          { id: 'b', name: '解决了', severity: 'serious', state: 'resolved' },
          { id: 'c', name: '大事', severity: 'serious', state: 'in_progress', solutionOwner: '赵六' },
        ] as unknown as MeetingInput['issues'],
      }),
    )
    const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id)
    expect({
      done: ids(figures.done),
      due: ids(figures.due),
      late: figures.late.map(({ id, lateDays }) => [id, lateDays]),
      blocked: figures.blocked.map(({ text, owner }) => [text, owner]),
    }).toEqual({
      done: ['done'],
      due: ['due', 'starts'],
      late: [['late', 10]],
      blocked: [
        ['大事', '赵六'],
        ['小事', '王五'],
        ['信息流 · 缺素材', '李四'],
      ],
    })
  })
  it('a meeting in two months calls nothing late that is not late today', () => {
    const late = (asOf: string) =>
      meetingFigures(input({ kind: 'retrospective', day: '2025-08-20', asOf, tasks: [TASK] })).late.map(
        ({ lateDays }) => lateDays,
      )
    expect([late('2025-06-20'), late('2025-06-22')]).toEqual([[], [2]])
  })
  it('a kick-off has a brief for each person, a task of two stands with both', () => {
    const { briefs } = meetingFigures(
      input({ kind: 'kick_off', tasks: [TASK, { ...TASK, id: 'u', name: '笔记', owner: '王五、李四' }] }),
    )
    expect(briefs.map(({ name, tasks }) => [name, tasks.map((task) => task.name)])).toEqual([
      ['李四', ['信息流', '笔记']],
      ['王五', ['笔记']],
    ])
  })
})
