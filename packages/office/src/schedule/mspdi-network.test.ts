import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { schedule } from '@yingce/domain/schedule/schedule'
import { scheduledTasks } from '@yingce/domain/schedule/scheduled-tasks'
import { describe, expect, test } from 'vitest'
import type { ProjectFile } from './project-file.ts'
import { readMspdiNetwork } from './read-mspdi-network.ts'
import { writeMspdi } from './write-mspdi.ts'

const GIVEN = new URL('../../../../../shared/data/schedule/mspdi/', import.meta.url)
const given = existsSync(GIVEN) ? readdirSync(GIVEN).filter((name) => name.endsWith('.xml')) : []

const PLANS = new URL('../../../../../shared/data/imports/plans/', import.meta.url)
const plans = existsSync(PLANS) ? readdirSync(PLANS).filter((name) => name.endsWith('.xml')) : []

const compute = (file: ProjectFile) => scheduledTasks(schedule(file.network, file.policy))
const rewritten = (file: ProjectFile) =>
  readMspdiNetwork(writeMspdi(file, schedule(file.network, file.policy)))

const HOURS =
  '<WorkingTimes><WorkingTime><FromTime>09:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime><WorkingTime><FromTime>13:00:00</FromTime><ToTime>18:00:00</ToTime></WorkingTime></WorkingTimes>'
const week = [1, 2, 3, 4, 5, 6, 7]
  .map(
    (day) =>
      `<WeekDay><DayType>${day}</DayType><DayWorking>${day > 1 && day < 7 ? `1</DayWorking>${HOURS}` : '0</DayWorking>'}</WeekDay>`,
  )
  .join('')
const PROJECT = `<Project xmlns="http://schemas.microsoft.com/project"><Name>推广 &amp; 落地</Name><StartDate>2026-03-02T09:00:00</StartDate><CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay>
<Calendars><Calendar><UID>1</UID><Name>九点</Name><BaseCalendarUID>-1</BaseCalendarUID><WeekDays>${week}</WeekDays><Exceptions><Exception><TimePeriod><FromDate>2026-03-04T00:00:00</FromDate><ToDate>2026-03-05T23:59:00</ToDate></TimePeriod><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions></Calendar>
<Calendar><UID>2</UID><Name>加班</Name><BaseCalendarUID>1</BaseCalendarUID><WeekDays><WeekDay><DayType>0</DayType><DayWorking>1</DayWorking><TimePeriod><FromDate>2026-03-07T00:00:00</FromDate><ToDate>2026-03-07T23:59:00</ToDate></TimePeriod>${HOURS}</WeekDay></WeekDays></Calendar></Calendars>
<Tasks><Task><UID>0</UID><ID>0</ID><Name>全部</Name></Task>
<Task><UID>7</UID><ID>1</ID><Name>阶段</Name><OutlineLevel>1</OutlineLevel><Summary>1</Summary></Task>
<Task><UID>3</UID><ID>2</ID><Name>甲</Name><OutlineLevel>2</OutlineLevel><Duration>PT24H0M0S</Duration></Task>
<Task><UID>4</UID><ID>3</ID><Name>乙</Name><OutlineLevel>2</OutlineLevel><Duration>PT8H0M0S</Duration><CalendarUID>2</CalendarUID><Deadline>2026-03-31T18:00:00</Deadline><PredecessorLink><PredecessorUID>3</PredecessorUID><Type>1</Type><LinkLag>50</LinkLag><LagFormat>19</LagFormat></PredecessorLink></Task>
<Task><UID>5</UID><ID>4</ID><Name>丙</Name><OutlineLevel>1</OutlineLevel><Duration>PT24H0M0S</Duration><DurationFormat>8</DurationFormat><ConstraintType>4</ConstraintType><ConstraintDate>2026-03-13T09:00:00</ConstraintDate><PredecessorLink><PredecessorUID>7</PredecessorUID><Type>1</Type><LinkLag>14400</LinkLag><LagFormat>8</LagFormat></PredecessorLink><PredecessorLink><PredecessorUID>99</PredecessorUID></PredecessorLink></Task>
<Task><UID>6</UID><ID>5</ID><IsNull>1</IsNull></Task></Tasks></Project>`

describe('MS Project XML as a network (B4)', () => {
  test('calendars with exceptions and base, hierarchy, share and elapsed lags, elapsed durations', () => {
    const file = readMspdiNetwork(PROJECT)
    expect(file.name).toBe('推广 & 落地')
    expect(file.notices).toEqual([{ code: 'unknown_predecessor', task: '5', predecessor: '99' }])
    // 甲: Monday, Tuesday, two days off, Friday. 乙: half of three days later, its Saturday worked.
    expect(compute(file).map(({ id, start, finish }) => [id, start, finish])).toEqual([
      ['7', '2026-03-02T09:00', '2026-03-10T14:00'],
      ['3', '2026-03-02T09:00', '2026-03-06T18:00'],
      ['4', '2026-03-09T14:00', '2026-03-10T14:00'],
      ['5', '2026-03-13T09:00', '2026-03-14T09:00'],
    ])
  })

  test('written and read again it is the same network with the same dates', () => {
    const file = readMspdiNetwork(PROJECT)
    const again = rewritten(file)
    expect(again.titles).toEqual(file.titles)
    expect(again.network.links).toEqual(file.network.links)
    expect(again.network.tasks.slice(1)).toEqual(file.network.tasks.slice(1))
    expect(compute(again)).toEqual(compute(file))
  })

  test('says that durations are not to be derived anew', () => {
    const file = readMspdiNetwork(PROJECT)
    expect(writeMspdi(file, schedule(file.network))).toContain('<ProjectExternallyEdited>0<')
  })

  test('a file without a start is refused', () => {
    expect(() => readMspdiNetwork('<Project><Tasks/></Project>')).toThrowError(
      expect.objectContaining({ code: 'broken_file' }),
    )
  })
})

describe.skipIf(given.length === 0)(
  'the given MS Project files (skipped where shared/data is absent)',
  () => {
    test.each(given)('%s: computed dates are those of the file, and come back after writing', (name) => {
      const xml = readFileSync(new URL(name, GIVEN), 'utf8')
      const file = readMspdiNetwork(xml)
      const stated = [...xml.matchAll(/<Start>(.{16}):00<\/Start><Finish>(.{16}):00<\/Finish>/g)].map(
        (match) => [match[1], match[2]],
      )
      expect(stated.length).toBe(file.network.tasks.length)
      expect(compute(file).map(({ start, finish }) => [start, finish])).toEqual(stated)
      expect(compute(rewritten(file))).toEqual(compute(file))
    })
  },
)

describe.skipIf(plans.length === 0)(
  'the given plans of MS Project (skipped where shared/data is absent)',
  () => {
    test.each(plans)('%s: written and read again it is the same network with the same dates', (name) => {
      const file = readMspdiNetwork(readFileSync(new URL(name, PLANS), 'utf8'))
      const again = rewritten(file)
      expect(again.titles).toEqual(file.titles)
      expect(again.network.links).toEqual(file.network.links)
      expect(again.network.projectStart).toBe(file.network.projectStart)
      expect(again.network.statusDate).toBe(file.network.statusDate)
      const leaves = compute(file).filter(({ isSummary }) => !isSummary)
      const ids = new Set(leaves.map(({ id }) => id))
      const kept = ({ network: { tasks } }: ProjectFile) => tasks.filter(({ id }) => ids.has(id))
      expect(kept(again)).toEqual(kept(file))
      expect(compute(again)).toEqual(compute(file))
    })
  },
)
