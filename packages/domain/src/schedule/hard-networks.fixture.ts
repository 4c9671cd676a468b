import { CN_WORK_CALENDAR } from '../calendar/work-calendar.ts'
import { link, network, task } from './network.fixture.ts'
import { STANDARD_CALENDAR, STANDARD_DAY, withStatutoryDays } from './schedule-calendar.ts'
import type { ScheduleCalendar } from './schedule-calendar.ts'
import type {
  DatedConstraintType,
  LinkLag,
  NetworkLink,
  NetworkTask,
  ScheduleNetwork,
} from './schedule-network.ts'

/** The weeks of the National Day 2026: 1 to 7 October off, 20 September and 10 October worked. */
const AUTUMN = '2026-09-14T08:00'
export const STATUTORY = { ...withStatutoryDays(STANDARD_CALENDAR, CN_WORK_CALENDAR), name: 'statutory' }
/** Friday is half a day, and the Saturday before the holiday is made up in the morning. */
const HALF_DAYS: ScheduleCalendar = {
  name: 'half',
  week: { ...STANDARD_CALENDAR.week, 5: STANDARD_DAY.slice(0, 1) },
  exceptions: new Map([
    ['2026-09-19', STANDARD_DAY.slice(0, 1)],
    ['2026-09-23', []],
    ['2026-09-24', [{ from: 780, to: 1200 }]],
  ]),
}
const NIGHTS: ScheduleCalendar = {
  name: 'nights',
  week: {
    1: [{ from: 1200, to: 1440 }],
    2: [
      { from: 0, to: 240 },
      { from: 1200, to: 1440 },
    ],
    3: [{ from: 0, to: 240 }],
    4: [],
    5: [{ from: 1200, to: 1440 }],
    6: [{ from: 0, to: 240 }],
    7: [],
  },
  exceptions: new Map(),
}
const ALWAYS = [{ from: 0, to: 1440 }]
const ROUND_THE_CLOCK: ScheduleCalendar = {
  name: 'always',
  week: { 1: ALWAYS, 2: ALWAYS, 3: ALWAYS, 4: ALWAYS, 5: ALWAYS, 6: ALWAYS, 7: ALWAYS },
  exceptions: new Map(),
}
const CALENDARS = [STANDARD_CALENDAR, STATUTORY, HALF_DAYS, NIGHTS, ROUND_THE_CLOCK]

export const elapsed = (days: number): LinkLag => ({ unit: 'elapsed', amount: days * 1440 })
export const share = (amount: number): LinkLag => ({ unit: 'percent', amount })
const lagged = (text: string, lag: LinkLag): NetworkLink => ({ ...link(text), lag })
const on = (type: DatedConstraintType, at: string): Partial<NetworkTask> => ({
  constraint: { type, at },
})

/** A network that begins on Monday, 14 September 2026. */
export function autumn(
  tasks: readonly NetworkTask[],
  links: readonly (string | NetworkLink)[],
  more: Partial<ScheduleNetwork> = {},
): ScheduleNetwork {
  return network(tasks, links, {
    projectStart: AUTUMN,
    calendars: CALENDARS,
    calendar: STATUTORY.name,
    ...more,
  })
}

const summaries = [
  task('P', 0),
  task('Q', 0, { parent: 'P' }),
  task('R', 0, { parent: 'Q' }),
  task('A', 2, { parent: 'R' }),
  task('B', 3, { parent: 'Q' }),
  task('C', 1, { parent: 'P' }),
  task('X', 2),
  task('Y', 1),
]

/** Networks that programs get wrong, by what is hard about them. */
export const HARD_NETWORKS: Readonly<Record<string, ScheduleNetwork>> = {
  'a chain across the National Day, its make-up days worked': autumn(
    [task('A', 5), task('B', 6), task('C', 4)],
    ['A FS B', 'B FS C'],
  ),
  'leads that point before the start of the project': autumn(
    [task('A', 1), task('B', 3), task('C', 2), task('D', 4)],
    ['A FS-3 B', 'B SS-2 C', 'A FF-1 D'],
  ),
  'SF and FF with leads behind a long task': autumn(
    [task('A', 8), task('B', 2), task('C', 6), task('D', 1)],
    ['A SF+3 B', 'A FF-2 C', 'B FF+1 C', 'C SF-1 D'],
  ),
  'half days: a task of a day and a half begins on Thursday': autumn(
    [task('A', 3), task('B', 1.5, { calendar: 'half' }), task('C', 1, { calendar: 'half' })],
    ['A FS B', 'B FS C', 'A SS+1 C'],
  ),
  'each task of its own calendar, with make-up days in some of them only': autumn(
    [
      task('A', 4),
      task('B', 2, { calendar: 'half' }),
      task('C', 2, { calendar: 'Standard' }),
      task('D', 1, { calendar: 'nights' }),
      task('E', 3, { calendar: 'always' }),
      task('F', 2),
    ],
    ['A FS B', 'B FS C', 'C FS D', 'D FS E', 'E FS F', 'A SS D'],
  ),
  'lags in working time end in another calendar than they begin': autumn(
    [task('A', 3, { calendar: 'nights' }), task('B', 2, { calendar: 'half' }), task('C', 1)],
    ['A FS+2 B', 'B FF+1 C', 'A SS+3 C'],
  ),
  'elapsed lags over the holiday end within it': autumn(
    [task('A', 11), task('B', 2), task('C', 3), task('D', 1)],
    [lagged('A FS B', elapsed(5)), lagged('A FF C', elapsed(3.5)), lagged('A SS D', elapsed(-2))],
  ),
  'elapsed lags into nights and lunch': autumn(
    [task('A', 1.5), task('B', 0.25), task('M', 0), task('C', 1)],
    [
      lagged('A FS B', elapsed(0.25)),
      lagged('A FS M', elapsed(0.5)),
      lagged('M FS C', elapsed(1.25)),
      lagged('B SF M', elapsed(0.125)),
    ],
  ),
  'shares of the predecessor as lags and as leads': autumn(
    [task('A', 8), task('B', 2), task('C', 3), task('D', 4)],
    [
      lagged('A FS B', share(0.5)),
      lagged('A SS C', share(0.25)),
      lagged('A FS D', share(-0.75)),
      lagged('D FF B', { unit: 'elapsed-percent', amount: 1.5 }),
    ],
  ),
  'milestones at the end of a day, at its beginning, and in a chain of their own': autumn(
    [task('A', 5), task('M', 0), task('N', 0), task('O', 0), task('B', 1), task('Z', 0)],
    ['A FS M', 'M FS N', 'N FS O', 'O FS B', 'M SS+1 Z'],
  ),
  'a milestone before everything, and tasks of no length around it': autumn(
    [task('S', 0), task('A', 0), task('B', 0), task('C', 2), task('E', 0)],
    ['S FS A', 'A SS B', 'B FF C', 'C FS E', 'S SF E'],
  ),
  'milestones of other calendars': autumn(
    [
      task('A', 4),
      task('M', 0, { calendar: 'half' }),
      task('N', 0, { calendar: 'nights' }),
      task('B', 1, { calendar: 'always' }),
    ],
    ['A FS M', 'M FS N', 'N FS B', 'A SS+2 N'],
  ),
  'a link to a summary of three levels holds for each task below it': autumn(summaries, ['X FS P', 'P FS Y']),
  'a link from the finish of a summary waits for the last of it': autumn(summaries, [
    'A FS C',
    'Q FS+1 X',
    'R SS Y',
  ]),
  'a link from the start of a summary waits for the first of it': autumn(summaries, [
    'X FS A',
    'X FS B',
    'P SS+2 Y',
    'Q SF+4 C',
  ]),
  'summary to summary': autumn(
    [
      task('P', 0),
      task('A', 2, { parent: 'P' }),
      task('B', 3, { parent: 'P' }),
      task('Q', 0),
      task('C', 1, { parent: 'Q' }),
      task('D', 4, { parent: 'Q' }),
      task('E', 1),
    ],
    ['P FS-1 Q', 'Q FF E', 'C FS D'],
  ),
  'a summary that waits for a summary by FF and SF': autumn(
    [
      task('P', 0),
      task('A', 6, { parent: 'P' }),
      task('B', 2, { parent: 'P' }),
      task('Q', 0),
      task('C', 1, { parent: 'Q' }),
      task('D', 2, { parent: 'Q' }),
    ],
    ['P FF+1 Q', 'A SF+2 D'],
  ),
  'constraints that push': autumn(
    [
      task('A', 2),
      task('B', 2, on('SNET', '2026-09-26T00:00')),
      task('C', 3, on('FNET', '2026-10-05T00:00')),
      task('D', 1),
    ],
    ['A FS B', 'A FS C', 'B FS D', 'C FF D'],
  ),
  'constraints that pull, and slack that turns negative': autumn(
    [
      task('A', 6),
      task('B', 2, on('SNLT', '2026-09-17T08:00')),
      task('C', 3, on('FNLT', '2026-09-18T17:00')),
      task('D', 1),
    ],
    ['A FS B', 'A FS C', 'B FS D', 'C FS D'],
  ),
  'constraints that fix, before and behind what the links ask': autumn(
    [
      task('A', 3),
      task('B', 2, on('MSO', '2026-09-15T08:00')),
      task('C', 2, on('MFO', '2026-09-29T17:00')),
      task('D', 1),
      task('E', 2),
    ],
    ['A FS B', 'A FS C', 'B FS D', 'C FS E'],
  ),
  'constraints in the middle of a day and on days off': autumn(
    [
      task('A', 1, on('SNET', '2026-09-16T10:30')),
      task('B', 2, on('FNET', '2026-09-17T15:00')),
      task('C', 1, on('MSO', '2026-10-03T00:00')),
      task('M', 0, on('SNET', '2026-09-27T00:00')),
      task('N', 0, on('FNET', '2026-09-27T00:00')),
      task('D', 1),
    ],
    ['A FS D', 'B FS D', 'C FS M', 'N FS D'],
  ),
  'deadlines missed, met to the minute, and on a day off': autumn(
    [
      task('A', 5, { deadline: '2026-09-17T17:00' }),
      task('B', 2, { deadline: '2026-09-22T17:00' }),
      task('C', 4, { deadline: '2026-10-04T12:00' }),
      task('D', 6),
    ],
    ['A FS B', 'A FS C', 'B FS D'],
  ),
  'a deadline behind a chain makes the whole chain late': autumn(
    [
      task('A', 5),
      task('B', 4, { calendar: 'half' }),
      task('C', 3, { deadline: '2026-09-24T12:00' }),
      task('D', 9),
    ],
    ['A FS B', 'B SS+2 C', 'A FS D'],
  ),
  'work that has begun, its rest behind the status date': autumn(
    [
      task('A', 4, { actualStart: '2026-09-14T08:00', progress: 0.25 }),
      task('B', 3, { actualStart: '2026-09-15T13:00', progress: 0.5 }),
      task('C', 2),
      task('D', 1, { actualStart: '2026-09-14T08:00', actualFinish: '2026-09-17T17:00' }),
      task('E', 2),
    ],
    ['A FS C', 'B FF C', 'D FS E', 'A SS+1 E'],
    { statusDate: '2026-09-18T08:00' },
  ),
  'work that has begun or ended before its predecessors': autumn(
    [
      task('A', 5),
      task('B', 3, { actualStart: '2026-09-14T08:00', progress: 0.5 }),
      task('C', 2, { actualStart: '2026-09-14T08:00', actualFinish: '2026-09-15T17:00' }),
      task('D', 2, { calendar: 'half', actualStart: '2026-09-15T08:00', progress: 0.25 }),
      task('E', 1),
      task('F', 9),
      task('G', 1, { calendar: 'nights' }),
    ],
    ['A FS B', 'A FS C', 'B SS+1 E', 'D SS G', 'D SF+1 E', 'C SS G'],
  ),
  'starts that wait for starts of other calendars, without a lag': autumn(
    [task('A', 3), task('B', 2, { calendar: 'half' }), task('C', 4, { calendar: 'nights' }), task('D', 1)],
    ['A SS B', 'B SF C', 'C SS D', 'A SF D'],
  ),
  'a status date in the middle of the holiday': autumn(
    [
      task('A', 12, { actualStart: '2026-09-14T08:00', progress: 0.5 }),
      task('B', 2),
      task('M', 0),
      task('C', 1),
    ],
    ['A FS M', 'M FS C'],
    { statusDate: '2026-10-03T00:00' },
  ),
  'the project begins on a day off': autumn(
    [task('A', 2), task('M', 0), task('B', 1, { calendar: 'nights' })],
    ['A FS B'],
    { projectStart: '2026-10-03T08:00' },
  ),
  'several ways of the same length': autumn(
    [task('A', 2), task('B', 3), task('C', 3), task('D', 1), task('E', 4)],
    ['A FS B', 'A FS C', 'B FS D', 'C FS D', 'A FF+4 E', 'E FF D'],
  ),
  'two links between the same tasks': autumn(
    [task('A', 4), task('B', 2), task('C', 1)],
    ['A SS+1 B', 'A FF+1 B', 'B SS C', 'B FF+3 C'],
  ),
  'one task alone, and one that nobody waits for': autumn(
    [task('A', 3), task('B', 9), task('C', 0, { calendar: 'half' })],
    [],
  ),
  'a task of half an hour among weeks': autumn(
    [task('A', 1 / 16), task('B', 14), task('C', 5 / 16, { calendar: 'always' })],
    ['A FS B', 'A FS C', 'C SF+2 B'],
  ),
}
