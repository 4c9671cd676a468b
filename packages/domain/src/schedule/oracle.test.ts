import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { autumn, elapsed, HARD_NETWORKS, share, STATUTORY } from './hard-networks.fixture.ts'
import { computed, DAY, task } from './network.fixture.ts'
import { askOracle } from './oracle.fixture.ts'
import { reschedule } from './reschedule.ts'
import { schedule } from './schedule.ts'
import { STANDARD_CALENDAR } from './schedule-calendar.ts'
import { CONSTRAINT_TYPES, DEFAULT_SCHEDULE_POLICY } from './schedule-network.ts'
import type {
  LinkLag,
  NetworkLink,
  NetworkTask,
  ScheduleNetwork,
  SchedulePolicy,
  TaskConstraint,
} from './schedule-network.ts'
import { scheduledTasks } from './scheduled-tasks.ts'

function expectAsOracle(source: ScheduleNetwork, more: Partial<SchedulePolicy> = {}): void {
  const policy = { ...DEFAULT_SCHEDULE_POLICY, ...more }
  const found = computed(source, policy)
  const stated = askOracle(source, policy)
  const ours = Object.fromEntries(
    [...stated.keys()].map((id) => {
      const { earlyStart, earlyFinish, lateStart, lateFinish, totalSlackMinutes, freeSlackMinutes } = found[
        id
      ] as NonNullable<(typeof found)[string]>
      return [id, { earlyStart, earlyFinish, lateStart, lateFinish, totalSlackMinutes, freeSlackMinutes }]
    }),
  )
  expect(ours).toEqual(Object.fromEntries(stated))
}

describe('networks against an oracle that only tries (B4)', () => {
  test.each(Object.entries(HARD_NETWORKS))('%s', (_name, source) => {
    expectAsOracle(source)
  })

  test.each(Object.entries(HARD_NETWORKS))(
    'before the project’s start, and lags of the predecessor: %s',
    (_name, source) => {
      expectAsOracle(source, { beforeProjectStart: 'allow', lagCalendar: 'predecessor' })
    },
  )

  test.each(Object.entries(HARD_NETWORKS))('lags of the project: %s', (_name, source) => {
    expectAsOracle(source, { lagCalendar: 'project' })
  })

  // The oracle tries half hour by half hour: on a busy machine that takes its time.
  test('any network of any calendars, lags, constraints and deadlines', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyAutumn(), (source) => expectAsOracle(source)),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 40 },
    )
  })
})

describe('a change of any task of a hard network (B4)', () => {
  const changes: readonly Partial<NetworkTask>[] = [
    { durationMinutes: 3 * DAY },
    { durationMinutes: 0 },
    { constraint: { type: 'SNET', at: '2026-09-24T13:00' } },
    { constraint: { type: 'ASAP' } },
    { constraint: { type: 'MFO', at: '2026-09-17T12:00' } },
    { deadline: '2026-09-16T17:00' },
    { actualStart: '2026-09-15T08:00', progress: 0.5 },
    { actualStart: '2026-09-14T13:00', actualFinish: '2026-09-22T17:00' },
    { manual: { start: '2026-09-16T10:00', finish: '2026-09-18T12:00' } },
  ]
  test.each(Object.entries(HARD_NETWORKS))('equals a full computation: %s', (_name, source) => {
    const before = schedule(source)
    for (const { id } of source.tasks)
      for (const change of changes) {
        const { schedule: partial, moved } = reschedule(before, id, change)
        const tasks = source.tasks.map((one) => (one.id === id ? { ...one, ...change } : one))
        const full = scheduledTasks(schedule({ ...source, tasks }))
        expect(scheduledTasks(partial)).toEqual(full)
        const old = new Map(scheduledTasks(before).map((one) => [one.id, one]))
        const others = full.filter(
          (one) => one.start !== old.get(one.id)?.start || one.finish !== old.get(one.id)?.finish,
        )
        expect(moved.map((one) => one.id)).toEqual(others.map((one) => one.id))
      }
  })
})

function anyAutumn(): fc.Arbitrary<ScheduleNetwork> {
  const names = ['A', 'B', 'C', 'D', 'E', 'F']
  const day = (date: number, hour: number): string =>
    `2026-09-${String(14 + date).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00`
  const moment = fc
    .tuple(fc.nat({ max: 16 }), fc.constantFrom(0, 8, 10, 12, 17))
    .map(([date, hour]) => day(date, hour))
  const constraint = fc.option(
    fc.record({ type: fc.constantFrom(...CONSTRAINT_TYPES), at: moment }) as fc.Arbitrary<TaskConstraint>,
    { nil: { type: 'ASAP' as const }, freq: 4 },
  )
  const anyTask = fc.record({
    halfDays: fc.nat({ max: 12 }),
    calendar: fc.option(fc.constantFrom('half', 'Standard', 'nights', 'always'), { freq: 3 }),
    constraint,
    deadline: fc.option(moment, { freq: 5 }),
  })
  const lag = fc.oneof(
    fc.integer({ min: -4, max: 8 }).map((half): LinkLag => ({ unit: 'working', amount: (half * DAY) / 2 })),
    fc.integer({ min: -6, max: 12 }).map((quarter) => elapsed(quarter / 4)),
    fc.constantFrom(0.5, 1, -0.5).map(share),
  )
  const anyLink = fc.record({
    from: fc.nat({ max: 5 }),
    step: fc.nat({ max: 4 }),
    type: fc.constantFrom('FS', 'SS', 'FF', 'SF'),
    lag,
  })
  return fc
    .tuple(
      fc.array(anyTask, { minLength: 6, maxLength: 6 }),
      fc.array(anyLink, { maxLength: 7 }),
      fc.constantFrom(STATUTORY.name, STANDARD_CALENDAR.name),
    )
    .map(([drawn, links, calendar]) =>
      autumn(
        drawn.map(({ halfDays, ...more }, index) => task(names[index] ?? '', halfDays / 2, more)),
        links.map(({ from, step, type, lag: one }): NetworkLink => {
          const to = from + 1 + step
          const [first, second] = to < 6 ? [from, to] : [5 - ((to - 6) % 5) - 1, 5]
          return {
            from: names[first] ?? '',
            to: names[second] ?? '',
            type: type as NetworkLink['type'],
            lag: one,
          }
        }),
        { calendar },
      ),
    )
}
