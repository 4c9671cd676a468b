import { describe, expect, test } from 'vitest'
import { CaseMistake, readNetworkCase } from './network-case.ts'
import { readListedDay } from './read-calendar-text.ts'
import type { ListedDay } from './read-calendar-text.ts'
import { PLAIN_TASK } from './schedule-network.ts'

const START = { projectStart: '2026-03-02' }
const read = (more: object, days: readonly ListedDay[] | null = null) =>
  readNetworkCase({ ...START, tasks: [], ...more }, days, 8)
const oneTask = (more: object) => read({ tasks: [{ id: 'A', ...more }] }).network.tasks[0]
const oneLink = (more: object) =>
  read({ tasks: [{ id: 'A' }, { id: 'B' }], links: [{ from: 'A', to: 'B', ...more }] }).network.links[0]

describe('a case as people write it (B4)', () => {
  test('needs a start and tasks only: Monday to Friday, eight hours, no links, no status date', () => {
    const { network, summaries, usesKnownDays } = read({})
    expect(network).toMatchObject({
      projectStart: '2026-03-02T08:00',
      statusDate: null,
      calendar: 'Standard',
      tasks: [],
      links: [],
    })
    expect(network.calendars.map(({ name, exceptions }) => [name, exceptions.size])).toEqual([
      ['Standard', 0],
    ])
    expect([summaries, usesKnownDays]).toEqual([[], false])
  })

  test('a task has its duration in days, and nothing else unless it says so', () => {
    expect(oneTask({})).toEqual({ ...PLAIN_TASK, id: 'A', durationMinutes: 0 })
    expect(oneTask({ durationDays: 1.5 })).toMatchObject({ durationMinutes: 720 })
    expect(oneTask({ id: 7, durationDays: 1 })).toMatchObject({ id: '7', durationMinutes: 480 })
    expect(read({ hoursPerDay: 7.5, tasks: [{ id: 'A', durationDays: 2 }] }).network.tasks[0]).toMatchObject({
      durationMinutes: 900,
    })
  })

  test('dates without a time: work begins at 08:00, a deadline is met until the day ends, a status holds from midnight', () => {
    const { network } = read({
      statusDate: '2026-03-04',
      tasks: [
        {
          id: 'A',
          actualStart: '2026-03-02',
          actualFinish: '2026-03-03',
          deadline: '2026-03-31',
          progress: 0.25,
          parent: 'P',
        },
        { id: 'B', actualStart: '2026-03-02T10:30:00', deadline: '2026-03-04T12:00' },
      ],
    })
    expect(network.statusDate).toBe('2026-03-04T00:00')
    expect(network.tasks.slice(0, 2)).toMatchObject([
      {
        actualStart: '2026-03-02T08:00',
        actualFinish: '2026-03-03T17:00',
        deadline: '2026-04-01T00:00',
        progress: 0.25,
        parent: 'P',
      },
      { actualStart: '2026-03-02T10:30', deadline: '2026-03-04T12:00' },
    ])
  })

  test('parents that are no tasks become summaries behind the tasks, each once', () => {
    const { network, summaries } = read({
      tasks: [
        { id: 'A', parent: 'P' },
        { id: 'B', parent: 'P' },
        { id: 'C', parent: 'A' },
      ],
    })
    expect(summaries).toEqual(['P'])
    expect(network.tasks.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'P'])
    expect(network.tasks[3]).toEqual({ ...PLAIN_TASK, id: 'P', durationMinutes: 0 })
  })

  test.each([
    ['SNET 2026-03-09', { type: 'SNET', at: '2026-03-09T00:00' }],
    ['snlt  2026-03-09', { type: 'SNLT', at: '2026-03-09T00:00' }],
    [' MSO 2026-03-09T10:00', { type: 'MSO', at: '2026-03-09T10:00' }],
    ['FNET 2026-03-09', { type: 'FNET', at: '2026-03-10T00:00' }],
    ['FNLT 2026-03-09', { type: 'FNLT', at: '2026-03-10T00:00' }],
    ['MFO 2026-03-31', { type: 'MFO', at: '2026-04-01T00:00' }],
    ['asap', { type: 'ASAP' }],
    ['ALAP', { type: 'ALAP' }],
  ])('constraint "%s"', (constraint, expected) => {
    expect(oneTask({ constraint })?.constraint).toEqual(expected)
  })

  test('progress is a share from 0 to 1, both of them allowed', () =>
    expect([0, 1].map((progress) => oneTask({ progress })?.progress)).toEqual([0, 1]))

  test('lags are in working days, elapsed days or per cent, rounded to the minute', () => {
    expect(oneLink({})).toEqual({ from: 'A', to: 'B', type: 'FS', lag: { unit: 'working', amount: 0 } })
    expect(oneLink({ type: 'SF', lagDays: -1.5 })).toMatchObject({ type: 'SF', lag: { amount: -720 } })
    expect(oneLink({ lagDays: 1 / 7 })?.lag.amount).toBe(69)
    expect(oneLink({ lagElapsedDays: 0.1001 })?.lag).toEqual({ unit: 'elapsed', amount: 144 })
    expect(oneLink({ lagPercent: 50 })?.lag).toEqual({ unit: 'percent', amount: 0.5 })
  })

  test('calendars by their text: the statutory days are those known, or those listed', () => {
    const source = { calendar: 'Mon-Fri + CN statutory', tasks: [{ id: 'A', calendar: 'Mon-Sat 09-12' }] }
    const known = read(source)
    expect(known.usesKnownDays).toBe(true)
    expect(known.network.calendar).toBe('Mon-Fri + CN statutory')
    expect(known.network.tasks[0]?.calendar).toBe('Mon-Sat 09-12')
    expect(known.network.calendars.map(({ name }) => name)).toEqual([
      'Mon-Fri + CN statutory',
      'Mon-Sat 09-12',
    ])
    expect(known.network.calendars[0]?.exceptions.get('2026-10-01')).toEqual([])
    expect(known.network.calendars[1]?.exceptions.size).toBe(0)
    const days = [readListedDay('2026-10-02 -')].flatMap((day) => day ?? [])
    const listed = read(source, days)
    expect(listed.usesKnownDays).toBe(false)
    expect([...(listed.network.calendars[0]?.exceptions.keys() ?? [])]).toEqual(['2026-10-02'])
    expect([...(read({}, days).network.calendars[0]?.exceptions.keys() ?? [])]).toEqual(['2026-10-02'])
    expect(read({ calendar: 'Mon-Fri' }).usesKnownDays).toBe(false)
  })

  test.each([
    [{ projectStart: 'soon', tasks: [] }, ['projectStart'], '"soon" is no date'],
    [{ projectStart: 5, tasks: [] }, ['projectStart'], '"5" is no date'],
    [{ tasks: [] }, ['projectStart'], 'a start of the project is needed'],
    [{ ...START }, ['tasks'], 'tasks is a list'],
    [{ ...START, tasks: [], links: {} }, ['links'], 'links is a list'],
    [{ ...START, tasks: [], calendar: 'whenever' }, ['calendar'], 'no calendar can be read from "whenever"'],
    [{ ...START, tasks: [], calendar: '' }, ['calendar'], 'calendar is a text'],
    [{ ...START, tasks: [], hoursPerDay: '8' }, ['hoursPerDay'], 'hoursPerDay is a number'],
    [{ ...START, tasks: [7] }, ['tasks', 0], 'an object is needed here'],
    [{ ...START, tasks: [[]] }, ['tasks', 0], 'an object is needed here'],
    [{ ...START, tasks: [null] }, ['tasks', 0], 'an object is needed here'],
    [{ ...START, tasks: [{}] }, ['tasks', 0, 'id'], 'id is a text'],
    [
      { ...START, tasks: [{ id: 'A', durationDays: -1 }] },
      ['tasks', 0, 'durationDays'],
      'a duration is not negative',
    ],
    [
      { ...START, tasks: [{ id: 'A', durationDays: '1' }] },
      ['tasks', 0, 'durationDays'],
      'durationDays is a number',
    ],
    [
      { ...START, tasks: [{ id: 'A', progress: 1.01 }] },
      ['tasks', 0, 'progress'],
      'progress lies between 0 and 1',
    ],
    [
      { ...START, tasks: [{ id: 'A', progress: -0.1 }] },
      ['tasks', 0, 'progress'],
      'progress lies between 0 and 1',
    ],
    [{ ...START, tasks: [{ id: 'A', parent: '' }] }, ['tasks', 0, 'parent'], 'parent is a text'],
    [
      { ...START, tasks: [{ id: 'A', calendar: 'x' }] },
      ['tasks', 0, 'calendar'],
      'no calendar can be read from "x"',
    ],
    [
      { ...START, tasks: [{ id: 'A', constraint: 'SNET' }] },
      ['tasks', 0, 'constraint'],
      '"SNET" is no constraint',
    ],
    [
      { ...START, tasks: [{ id: 'A', constraint: 'ON 2026-03-02' }] },
      ['tasks', 0, 'constraint'],
      'is no constraint',
    ],
    [
      { ...START, tasks: [{ id: 'A', deadline: '2026-02-30' }] },
      ['tasks', 0, 'deadline'],
      '"2026-02-30" is no date',
    ],
    [{ ...START, tasks: [{ id: 'A', actualStart: 'x' }] }, ['tasks', 0, 'actualStart'], '"x" is no date'],
    [{ ...START, tasks: [{ id: 'A', actualFinish: 'x' }] }, ['tasks', 0, 'actualFinish'], '"x" is no date'],
    [{ ...START, tasks: [], links: [{ to: 'A' }] }, ['links', 0, 'from'], 'from is a text'],
    [{ ...START, tasks: [], links: [{ from: 'A' }] }, ['links', 0, 'to'], 'to is a text'],
    [
      { ...START, tasks: [], links: [{ from: 'A', to: 'B', type: 'XX' }] },
      ['links', 0, 'type'],
      '"XX" is none of FS, SS, FF, SF',
    ],
    [
      { ...START, tasks: [], links: [{ from: 'A', to: 'B', lagDays: 'x' }] },
      ['links', 0, 'lagDays'],
      'lagDays is a number',
    ],
    [
      { ...START, tasks: [], links: [{ from: 'A', to: 'B', lagPercent: null, lagElapsedDays: 'x' }] },
      ['links', 0, 'lagElapsedDays'],
      'is a number',
    ],
    [
      { ...START, tasks: [], links: [{ from: 'A', to: 'B', lagPercent: 'x' }] },
      ['links', 0, 'lagPercent'],
      'is a number',
    ],
    [[], [], 'an object is needed here'],
    ['x', [], 'an object is needed here'],
  ])('%j is refused at %j', (source, path, message) => {
    const refusal = (() => {
      try {
        return readNetworkCase(source, null, 8)
      } catch (error) {
        return error
      }
    })()
    expect(refusal).toBeInstanceOf(CaseMistake)
    expect(refusal).toMatchObject({ name: 'CaseMistake', path, message: expect.stringContaining(message) })
  })
})
