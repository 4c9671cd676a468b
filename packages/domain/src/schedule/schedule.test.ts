import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { computed, DAY, link, network, networkOf, SIX_DAYS, task } from './network.fixture.ts'
import { reschedule } from './reschedule.ts'
import { schedule } from './schedule.ts'
import type { NetworkLink } from './schedule-network.ts'
import { momentWriter } from './work-clock.ts'

const dates = (one: { start: string; finish: string } | undefined) => `${one?.start} ${one?.finish}`

/** Any network without loops, its tasks of these calendars. */
function anyNetwork(calendars: readonly (string | null)[]) {
  return fc
    .array(fc.nat({ max: 999 }), { minLength: 8, maxLength: 150 })
    .map((numbers) => networkOf(numbers, calendars))
}

describe('links (B4)', () => {
  test.each([
    ['A FS B', '2026-03-05T08:00 2026-03-06T17:00'],
    ['A FS+2 B', '2026-03-09T08:00 2026-03-10T17:00'],
    ['A FS-1 B', '2026-03-04T08:00 2026-03-05T17:00'],
    ['A SS B', '2026-03-02T08:00 2026-03-03T17:00'],
    ['A SS+1 B', '2026-03-03T08:00 2026-03-04T17:00'],
    ['A FF B', '2026-03-03T08:00 2026-03-04T17:00'],
    ['A FF+1 B', '2026-03-04T08:00 2026-03-05T17:00'],
    ['A SF+4 B', '2026-03-04T08:00 2026-03-05T17:00'],
  ])('%s with A of 3 days and B of 2', (text, expected) => {
    expect(dates(computed(network([task('A', 3), task('B', 2)], [text]))['B'])).toBe(expected)
  })

  test('an elapsed lag runs through the weekend, a share counts the predecessor’s duration', () => {
    const lag = (unit: NetworkLink['lag']['unit'], amount: number) =>
      computed(network([task('A', 4), task('B', 1)], [{ ...link('A FS B'), lag: { unit, amount } }]))['B']
        ?.start
    expect(lag('elapsed', 2 * 1440)).toBe('2026-03-09T08:00')
    expect(lag('working', 2 * DAY)).toBe('2026-03-10T08:00')
    expect(lag('percent', 0.5)).toBe('2026-03-10T08:00')
    expect(lag('elapsed-percent', 1)).toBe('2026-03-09T08:00')
  })

  test('a task pulled before the project’s start begins with it, or earlier when the policy allows', () => {
    const pulled = network([task('A', 1), task('B', 3)], ['A FF B'])
    expect(computed(pulled)['B']?.start).toBe('2026-03-02T08:00')
    expect(schedule(pulled).dates.isClipped[1]).toBe(1)
    expect(computed(pulled, { beforeProjectStart: 'allow' })['B']?.start).toBe('2026-02-26T08:00')
  })

  test('a link to a summary holds for its subtasks; from its start for the earliest, from its finish for all', () => {
    const tasks = [task('P', 0), task('A', 2, { parent: 'P' }), task('B', 4, { parent: 'P' }), task('C', 1)]
    expect(computed(network(tasks, ['P FS C']))['C']?.start).toBe('2026-03-06T08:00')
    expect(computed(network(tasks, ['A FS B', 'P SS+1 C']))['C']?.start).toBe('2026-03-03T08:00')
    expect(computed(network(tasks, ['C FS P']))['P']?.start).toBe('2026-03-03T08:00')
  })

  test('loops are refused with the way round', () => {
    const round = network(
      [task('A', 1), task('B', 1), task('C', 1), task('D', 1)],
      ['D FS A', 'A FS B', 'B SS C', 'C FF A'],
    )
    expect(() => schedule(round)).toThrowError(
      expect.objectContaining({ code: 'loop', tasks: ['A', 'B', 'C', 'A'] }),
    )
    expect(() => schedule(network([task('A', 1)], ['A FS A']))).toThrowError(
      expect.objectContaining({ code: 'loop', tasks: ['A', 'A'] }),
    )
  })

  test('a loop is named from its own first task, not from those that wait for it', () => {
    const tasks = [task('T', 1), task('X', 1), task('L', 1), task('M', 1), task('U', 1)]
    const round = network(tasks, ['M FS T', 'T FS U', 'X FS L', 'L FS M', 'M FS L'])
    expect(() => schedule(round)).toThrowError(
      expect.objectContaining({ tasks: ['L', 'M', 'L'], message: 'links go round: L → M → L' }),
    )
  })

  test.each([
    ['duplicate_task', [task('A', 1), task('A', 2)], []],
    ['unknown_task', [task('A', 1)], ['A FS X']],
    ['unknown_task', [task('A', 1, { parent: 'X' })], []],
    ['own_ancestor', [task('P', 0), task('A', 1, { parent: 'P' })], ['P FS A']],
    ['own_ancestor', [task('P', 0, { parent: 'A' }), task('A', 1, { parent: 'P' })], []],
    ['unknown_calendar', [task('A', 1, { calendar: 'X' })], []],
    ['bad_duration', [task('A', -1)], []],
    ['out_of_range', [task('A', 1e8)], []],
  ] as const)('%s is refused', (code, tasks, links) => {
    expect(() => schedule(network(tasks, links))).toThrowError(expect.objectContaining({ code }))
  })
})

describe('constraints and deadlines (B4)', () => {
  const one = (type: 'SNET' | 'SNLT' | 'FNET' | 'FNLT' | 'MSO' | 'MFO', at: string, policy = {}) =>
    computed(network([task('A', 3), task('B', 2, { constraint: { type, at } })], ['A FS B']), policy)['B']

  test.each([
    ['SNET', '2026-03-10T00:00', '2026-03-10T08:00 2026-03-11T17:00', 0],
    ['SNET', '2026-03-03T00:00', '2026-03-05T08:00 2026-03-06T17:00', 0],
    ['SNET', '2026-03-07T00:00', '2026-03-09T08:00 2026-03-10T17:00', 0],
    ['FNET', '2026-03-11T00:00', '2026-03-09T08:00 2026-03-10T17:00', 0],
    ['MSO', '2026-03-03T00:00', '2026-03-03T08:00 2026-03-04T17:00', 0],
    ['MFO', '2026-03-12T17:00', '2026-03-11T08:00 2026-03-12T17:00', 0],
    ['SNLT', '2026-03-03T00:00', '2026-03-03T08:00 2026-03-04T17:00', 0],
    ['FNLT', '2026-03-04T17:00', '2026-03-03T08:00 2026-03-04T17:00', 0],
  ] as const)('%s %s against a predecessor that ends on 4 March', (type, at, expected, slack) => {
    expect(dates(one(type, at))).toBe(expected)
    expect(one(type, at)?.totalSlackMinutes).toBe(slack)
  })

  test('by the policy "report" links win and a date that cannot be met shows as negative slack', () => {
    for (const [type, at] of [
      ['SNLT', '2026-03-03T00:00'],
      ['FNLT', '2026-03-04T17:00'],
      ['MSO', '2026-03-03T00:00'],
      ['MFO', '2026-03-04T17:00'],
    ] as const) {
      const task = one(type, at, { dateConstraints: 'report' })
      expect(dates(task)).toBe('2026-03-05T08:00 2026-03-06T17:00')
      expect(task?.totalSlackMinutes).toBe(-2 * DAY)
      expect(task?.isCritical).toBe(true)
    }
  })

  test('a missed deadline moves nothing and makes the slack negative', () => {
    const tasks = computed(network([task('A', 3, { deadline: '2026-03-03T17:00' }), task('B', 9)], []))
    expect(tasks['A']).toMatchObject({
      finish: '2026-03-04T17:00',
      totalSlackMinutes: -DAY,
      isCritical: true,
    })
  })

  test('as late as possible uses total slack and takes its successors along, or only free slack', () => {
    const late = network(
      [task('A', 1, { constraint: { type: 'ALAP' } }), task('B', 1), task('C', 5)],
      ['A FS B'],
    )
    expect(dates(computed(late)['A'])).toBe('2026-03-05T08:00 2026-03-05T17:00')
    expect(computed(late)['B']?.start).toBe('2026-03-06T08:00')
    expect(dates(computed(late, { alap: 'free' })['A'])).toBe('2026-03-02T08:00 2026-03-02T17:00')
  })
})

describe('milestones, summaries, progress', () => {
  test('a milestone stands at the end of the work before it, without predecessors at the start', () => {
    const tasks = computed(network([task('A', 1), task('M', 0), task('N', 0)], ['A FS M']))
    expect([tasks['M']?.start, tasks['N']?.start]).toEqual(['2026-03-02T17:00', '2026-03-02T08:00'])
  })

  test('a summary runs from the first start to the last finish with the least slack', () => {
    const tasks = computed(
      network([task('P', 9), task('A', 2, { parent: 'P' }), task('B', 4, { parent: 'P' })], []),
    )
    expect(tasks['P']).toMatchObject({
      start: '2026-03-02T08:00',
      finish: '2026-03-05T17:00',
      totalSlackMinutes: 0,
      isCritical: true,
      driver: { by: 'subtasks' },
    })
  })

  test('a milestone is a task of no duration; a summary is none, though it has none of its own', () => {
    const tasks = computed(network([task('P', 0), task('A', 1, { parent: 'P' }), task('M', 0)], []))
    const kinds = ['P', 'A', 'M'].map((id) => [tasks[id]?.isSummary, tasks[id]?.isMilestone])
    expect(kinds).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ])
  })

  test('a critical task makes every summary above it critical, and none beside it', () => {
    const tasks = computed(
      network(
        [
          task('P', 0),
          task('Q', 0, { parent: 'P' }),
          task('R', 0, { parent: 'Q' }),
          task('A', 3, { parent: 'R' }),
          task('S', 0, { parent: 'P' }),
          task('B', 1, { parent: 'S' }),
        ],
        [],
      ),
    )
    const critical = Object.values(tasks).filter((one) => one.isCritical)
    expect(critical.map(({ id }) => id)).toEqual(['P', 'Q', 'R', 'A'])
  })

  test('a summary of summaries has what all below it have', () => {
    const tasks = computed(
      network(
        [
          task('P', 0),
          task('Q', 0, { parent: 'P' }),
          task('A', 2, { parent: 'Q' }),
          task('B', 4, { parent: 'Q' }),
          task('C', 1, { parent: 'P' }),
          task('D', 6),
        ],
        ['A FS C'],
      ),
    )
    expect(tasks['Q']).toMatchObject({
      earlyStart: '2026-03-02T08:00',
      earlyFinish: '2026-03-05T17:00',
      lateStart: '2026-03-04T08:00',
      lateFinish: '2026-03-09T17:00',
      totalSlackMinutes: 2 * DAY,
      freeSlackMinutes: 0,
    })
    expect(tasks['P']).toMatchObject({
      start: '2026-03-02T08:00',
      finish: '2026-03-05T17:00',
      lateStart: '2026-03-04T08:00',
      lateFinish: '2026-03-09T17:00',
      totalSlackMinutes: 2 * DAY,
      isCritical: false,
    })
  })

  test('a finished subtask gives its summary no slack: 3 days are left by the other; all finished, it is not critical', () => {
    const done = (id: string) =>
      task(id, 1, { parent: 'P', actualStart: '2026-03-02T08:00', actualFinish: '2026-03-02T17:00' })
    const P = task('P', 0, { actualFinish: '2026-03-02T17:00' })
    const some = computed(network([P, done('A'), task('B', 1, { parent: 'P' }), task('C', 4)], []))
    expect(some['P']).toMatchObject({
      totalSlackMinutes: 3 * DAY,
      freeSlackMinutes: 3 * DAY,
      isCritical: false,
    })
    const late = computed(network([P, done('A'), task('B', 4, { parent: 'P' })], []))
    expect(late['P']).toMatchObject({ totalSlackMinutes: 0, isCritical: true })
    const all = computed(network([P, done('A'), done('B'), task('C', 4)], []))
    expect(all['P']).toMatchObject({ totalSlackMinutes: 0, freeSlackMinutes: 0, isCritical: false })
  })

  test('remaining work lies after the status date; what is finished keeps its dates and is not critical', () => {
    const begun = task('A', 4, { actualStart: '2026-03-02T08:00', progress: 0.25 })
    const done = task('D', 1, { actualStart: '2026-03-02T08:00', actualFinish: '2026-03-05T17:00' })
    const source = network([begun, task('B', 1), done], ['A FS B'], { statusDate: '2026-03-05T08:00' })
    const tasks = computed(source)
    expect(dates(tasks['A'])).toBe('2026-03-02T08:00 2026-03-09T17:00')
    expect(tasks['B']).toMatchObject({ start: '2026-03-10T08:00', driver: { by: 'link' } })
    expect(tasks['D']).toMatchObject({ finish: '2026-03-05T17:00', isCritical: false, totalSlackMinutes: 0 })
  })

  test('work begun out of sequence goes on, or its rest waits', () => {
    const begun = task('B', 2, { actualStart: '2026-03-02T08:00', progress: 0.5 })
    const source = network([task('A', 3), begun], ['A FS B'])
    expect(computed(source)['B']?.finish).toBe('2026-03-03T17:00')
    expect(computed(source, { outOfSequence: 'retained' })['B']?.finish).toBe('2026-03-05T17:00')
  })

  test('open ends are critical only by the policy "own-finish"', () => {
    const source = network([task('A', 1), task('B', 5)], [])
    expect(computed(source)['A']?.isCritical).toBe(false)
    expect(computed(source, { openEnds: 'own-finish' })['A']?.isCritical).toBe(true)
  })

  test('a task has its own calendar: half Saturdays worked, 4 March off', () => {
    const tasks = computed(network([task('A', 5, { calendar: 'Six days' }), task('B', 1)], ['A FS B']))
    expect(tasks['A']?.finish).toBe('2026-03-09T12:00')
    expect(tasks['B']?.start).toBe('2026-03-09T13:00')
    expect(SIX_DAYS.week[6]).toHaveLength(1)
  })

  test('a working lag counts in the successor’s calendar, or whose the policy says', () => {
    const source = network([task('A', 5), task('B', 1, { calendar: 'Six days' })], ['A FS+1 B'])
    expect(computed(source)['B']?.start).toBe('2026-03-09T13:00')
    expect(computed(source, { lagCalendar: 'predecessor' })['B']?.start).toBe('2026-03-10T08:00')
    expect(computed(source, { lagCalendar: 'project' })['B']?.start).toBe('2026-03-10T08:00')
  })
})

describe('every network', () => {
  const POINTS = {
    FS: ['finish', 'start'],
    SS: ['start', 'start'],
    FF: ['finish', 'finish'],
    SF: ['start', 'finish'],
  } as const

  test('keeps its links: early and late dates both satisfy every working lag', () => {
    fc.assert(
      fc.property(anyNetwork([null]), (source) => {
        const { compiled, dates } = schedule(source)
        const at = {
          early: { start: dates.earlyStartPoint, finish: dates.earlyFinishPoint },
          late: { start: dates.lateResumePoint, finish: dates.lateFinishPoint },
        }
        for (const { from, to, type, amount, isElapsed } of compiled.links) {
          if (isElapsed) continue
          const [a, b] = POINTS[type]
          for (const side of ['early', 'late'] as const)
            expect(at[side][b][to] ?? 0).toBeGreaterThanOrEqual((at[side][a][from] ?? 0) + amount)
        }
      }),
    )
  })

  test('has no negative slack without dates to meet, and a critical task that ends with the project', () => {
    fc.assert(
      fc.property(anyNetwork([null, 'Six days']), (source) => {
        const { dates, projectFinish } = schedule(source)
        for (const [index, slack] of dates.totalSlack.entries()) {
          expect(slack).toBeGreaterThanOrEqual(0)
          expect(dates.freeSlack[index]).toBeGreaterThanOrEqual(0)
        }
        const ends = [...dates.earlyFinish.keys()].filter(
          (index) => dates.earlyFinish[index] === projectFinish,
        )
        expect(ends.some((index) => dates.totalSlack[index] === 0)).toBe(true)
      }),
    )
  })

  test('free slack moves nobody: a task that starts by so much later leaves every other start', () => {
    fc.assert(
      fc.property(anyNetwork([null]), fc.nat(), (any, pick) => {
        // An elapsed lag counts the night between the end of one day and the start of the next, which
        // is no working time: there a milestone moved by no work at all can move its successor.
        const source = { ...any, links: any.links.filter(({ lag }) => lag.unit !== 'elapsed') }
        const before = schedule(source)
        const index = pick % source.tasks.length
        const clock = before.compiled.projectClock
        const free = (before.dates.earlyStartPoint[index] ?? 0) + (before.dates.freeSlack[index] ?? 0)
        const at = momentWriter()(clock.startAt(free))
        const { schedule: after } = reschedule(before, `T${index}`, { constraint: { type: 'SNET', at } })
        // A milestone may change from the end of one day to the start of the next, which is no time.
        for (const [other, point] of before.dates.earlyStartPoint.entries())
          if (other !== index) expect(after.dates.earlyStartPoint[other]).toBe(point)
      }),
    )
  })

  test('is as long as its longest path, found by trying every path', () => {
    fc.assert(
      fc.property(anyNetwork([null]), (source) => {
        const onlyWorking = { ...source, links: source.links.filter(({ lag }) => lag.unit === 'working') }
        const { compiled, dates, projectFinish } = schedule(onlyWorking)
        const clock = compiled.projectClock
        const origin = clock.pointAt(compiled.projectStart)
        const days = onlyWorking.tasks.map(({ durationMinutes }) => durationMinutes)
        const startOf = (index: number): number =>
          onlyWorking.links.reduce((latest, { from, to, type, lag }) => {
            if (to !== `T${index}`) return latest
            const before = Number(from.slice(1))
            const reached =
              startOf(before) + (type === 'FS' || type === 'FF' ? (days[before] ?? 0) : 0) + lag.amount
            return Math.max(latest, type === 'FS' || type === 'SS' ? reached : reached - (days[index] ?? 0))
          }, 0)
        const longest = Math.max(...days.map((duration, index) => startOf(index) + duration))
        expect(clock.pointAt(projectFinish) - origin).toBe(longest)
        // The last task is driven back to the project's start by tasks that are all critical.
        let at =
          [...dates.earlyFinish.keys()].find(
            (index) => dates.earlyFinish[index] === projectFinish && dates.totalSlack[index] === 0,
          ) ?? 0
        for (let driver = dates.drivers[at] ?? -1; driver >= 0; driver = dates.drivers[at] ?? -1) {
          expect(dates.totalSlack[at]).toBe(0)
          at = compiled.links[driver]?.from ?? 0
        }
      }),
    )
  })

  test('is scheduled in the order of its links', () => {
    fc.assert(
      fc.property(anyNetwork([null]), (source) => {
        const { compiled } = schedule(source)
        const place = new Map([...compiled.order].map((task, index) => [task, index]))
        expect(place.size).toBe(source.tasks.length)
        for (const { from, to } of compiled.links) expect(place.get(from)).toBeLessThan(place.get(to) ?? -1)
      }),
    )
  })
})
