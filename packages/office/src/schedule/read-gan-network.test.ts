import { existsSync, readFileSync } from 'node:fs'
import { schedule } from '@yingce/domain/schedule/schedule'
import { scheduledTasks } from '@yingce/domain/schedule/scheduled-tasks'
import { instantOf } from '@yingce/domain/schedule/work-clock'
import { describe, expect, test } from 'vitest'
import { readGanNetwork } from './read-gan-network.ts'

const XML = `<?xml version="1.0"?><project name="样例" version="3.3"><calendars><day-types><default-week id="1" sun="1" mon="0" tue="0" wed="0" thu="0" fri="0" sat="1"/></day-types>
<date year="2026" month="3" date="4" type="HOLIDAY"/><date year="2026" month="3" date="7" type="WORKING_DAY"/></calendars>
<tasks><task id="0" name="阶段" meeting="false" start="2026-03-02" duration="9"><task id="1" name="甲" meeting="false" start="2026-03-02" duration="3"><depend id="2" type="2" difference="1"/><depend id="8" type="2"/></task>
<task id="2" name="乙" meeting="false" start="2026-03-09" duration="1"/></task><task id="3" name="上线" meeting="true" start="2026-03-12" duration="0"/></tasks></project>`

describe('a GanttProject file as a network (B4)', () => {
  test('days off, a worked Saturday, a lag, and tasks without predecessors where the file puts them', () => {
    const { network, titles, notices } = readGanNetwork(XML)
    expect(scheduledTasks(schedule(network)).map(({ id, start, finish }) => [id, start, finish])).toEqual([
      ['0', '2026-03-02T08:00', '2026-03-07T17:00'],
      ['1', '2026-03-02T08:00', '2026-03-05T17:00'],
      ['2', '2026-03-07T08:00', '2026-03-07T17:00'],
      ['3', '2026-03-12T08:00', '2026-03-12T08:00'],
    ])
    expect(titles.get('3')).toBe('上线')
    expect(notices).toEqual([{ code: 'unknown_predecessor', task: '8', predecessor: '1' }])
  })

  test('a file without tasks is refused', () => {
    expect(() => readGanNetwork('<project version="3"><tasks/></project>')).toThrowError(
      expect.objectContaining({ code: 'broken_file' }),
    )
  })
})

const GIVEN = new URL('../../../../../shared/data/imports/plans/ganttproject_house.gan', import.meta.url)

describe.skipIf(!existsSync(GIVEN))(
  'the given GanttProject file (skipped where shared/data is absent)',
  () => {
    test('every task is scheduled where the program that wrote it has it', () => {
      const xml = readFileSync(GIVEN, 'utf8')
      const { network } = readGanNetwork(xml)
      const stated = new Map(
        [...xml.matchAll(/<task id="(\d+)"[^>]*? start="([\d-]+)"/g)].map((match) => [match[1], match[2]]),
      )
      expect(stated.size).toBe(network.tasks.length)
      const { compiled, dates } = schedule(network)
      const { projectClock: clock } = compiled
      for (const [index, { id }] of network.tasks.entries()) {
        // That program puts a milestone behind a Friday on Monday, here it stands on Friday at 17:00: one point.
        const point = clock.pointAt(instantOf(stated.get(id) ?? '', 0))
        expect([id, clock.pointAt(dates.start[index] ?? 0)]).toEqual([id, point])
      }
    })
  },
)
