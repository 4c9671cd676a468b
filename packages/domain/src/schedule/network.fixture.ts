import { LINK_TYPES } from '../sheets/resolve-dependencies.ts'
import { schedule } from './schedule.ts'
import { STANDARD_CALENDAR, STANDARD_DAY } from './schedule-calendar.ts'
import type { ScheduleCalendar } from './schedule-calendar.ts'
import { DEFAULT_SCHEDULE_POLICY, PLAIN_TASK } from './schedule-network.ts'
import type { NetworkLink, NetworkTask, ScheduleNetwork, SchedulePolicy } from './schedule-network.ts'
import { scheduledTasks } from './scheduled-tasks.ts'
import type { ScheduledTask } from './scheduled-tasks.ts'

export const DAY = 480

/** Monday to Saturday, on Saturdays the morning only. */
export const SIX_DAYS: ScheduleCalendar = {
  name: 'Six days',
  week: { ...STANDARD_CALENDAR.week, 6: STANDARD_DAY.slice(0, 1) },
  exceptions: new Map([['2026-03-04', []]]),
}

export function task(id: string, days: number, more: Partial<NetworkTask> = {}): NetworkTask {
  return { ...PLAIN_TASK, id, durationMinutes: days * DAY, ...more }
}

/** "A FS+2 B" with the lag in working days. */
export function link(text: string): NetworkLink {
  const parts = /^(\S+) (FS|SS|FF|SF)([+-]\d+)? (\S+)$/.exec(text)
  if (parts === null) throw new RangeError(text)
  return {
    from: parts[1] ?? '',
    to: parts[4] ?? '',
    type: parts[2] as NetworkLink['type'],
    lag: { unit: 'working', amount: Number(parts[3] ?? 0) * DAY },
  }
}

/** Starts on Monday, 2 March 2026. */
export function network(
  tasks: readonly NetworkTask[],
  links: readonly (string | NetworkLink)[],
  more: Partial<ScheduleNetwork> = {},
): ScheduleNetwork {
  return {
    projectStart: '2026-03-02T08:00',
    statusDate: null,
    calendars: [STANDARD_CALENDAR, SIX_DAYS],
    calendar: STANDARD_CALENDAR.name,
    tasks,
    links: links.map((one) => (typeof one === 'string' ? link(one) : one)),
    ...more,
  }
}

/** The computed tasks by id. */
export function computed(
  source: ScheduleNetwork,
  policy: Partial<SchedulePolicy> = {},
): Record<string, ScheduledTask> {
  const result = schedule(source, { ...DEFAULT_SCHEDULE_POLICY, ...policy })
  return Object.fromEntries(scheduledTasks(result).map((one) => [one.id, one]))
}

/** A network without loops out of numbers: three make a task, five a link from an earlier to a later one. */
export function networkOf(
  numbers: readonly number[],
  calendars: readonly (string | null)[],
): ScheduleNetwork {
  const count = 2 + ((numbers[0] ?? 0) % 13)
  const at = (index: number): number => numbers[(index + 1) % numbers.length] ?? 0
  const tasks = Array.from({ length: count }, (_unused, index) =>
    task(`T${index}`, at(index * 3) % 7, {
      calendar: calendars[at(index * 3 + 1) % calendars.length] ?? null,
    }),
  )
  const rest = Math.max(0, Math.floor((numbers.length - 1 - count * 3) / 5))
  const links = Array.from({ length: rest }, (_unused, index): NetworkLink => {
    const first = count * 3 + index * 5
    const a = at(first) % count
    const b = (a + 1 + (at(first + 1) % (count - 1))) % count
    const isElapsed = at(first + 3) % 3 === 0
    return {
      from: `T${Math.min(a, b)}`,
      to: `T${Math.max(a, b)}`,
      type: LINK_TYPES[at(first + 2) % 4] ?? 'FS',
      lag: {
        unit: isElapsed ? 'elapsed' : 'working',
        amount: ((at(first + 4) % 7) - 2) * (isElapsed ? 1440 : DAY),
      },
    }
  })
  return network(tasks, links)
}
