import type { SourceWorkbook } from '@yingce/domain/sheets/workbook'
import { linkTypeOfMspdi } from '../schedule/mspdi-codes.ts'
import { checkRowCount } from './check-size.ts'
import type { ReadLimits } from './read-limits.ts'
import { scheduleWorkbook, type ScheduleTask } from './schedule-table.ts'
import { childText, elements, firstElement, parseXml, type XmlElement } from './xml-elements.ts'

const DEFAULT_MINUTES_PER_DAY = 480

/**
 * Tasks of an MS Project XML file (MSPDI) as a table.
 *
 * The project summary (UID 0) and blank rows (IsNull) are left out. Links name the predecessor's UID
 * and become its ID; their lag is in tenths of a minute of working time; durations are working hours
 * (`PT40H0M0S` = 5 days of 8 h). Source: Microsoft's MSPDI schema, elements Task and PredecessorLink.
 *
 * @throws OfficeFileError `broken_file`, `too_many_rows`
 */
export function readMspdi(xml: string, limits: ReadLimits): SourceWorkbook {
  const project = firstElement(parseXml(xml, 'MS Project XML'), 'Project')
  const minutesPerDay =
    Number(childText(project, 'MinutesPerDay') ?? DEFAULT_MINUTES_PER_DAY) || DEFAULT_MINUTES_PER_DAY
  const found = elements(firstElement(project, 'Tasks'), 'Task').filter(
    (task) =>
      childText(task, 'UID') !== '0' && childText(task, 'IsNull') !== '1' && childText(task, 'Name') !== null,
  )
  checkRowCount(found.length, '任务', limits)
  const idByUid = new Map(
    found.map((task) => [
      childText(task, 'UID') ?? '',
      childText(task, 'ID') ?? childText(task, 'UID') ?? '',
    ]),
  )
  const resources = resourcesByTask(project)
  const tasks = found.map((task): ScheduleTask => {
    const uid = childText(task, 'UID') ?? ''
    const progress = childText(task, 'PercentComplete')
    return {
      id: idByUid.get(uid) ?? uid,
      name: childText(task, 'Name') ?? '',
      level: Number(childText(task, 'OutlineLevel') ?? 1),
      start: childText(task, 'Start')?.slice(0, 10) ?? null,
      finish: childText(task, 'Finish')?.slice(0, 10) ?? null,
      workdays: workdays(childText(task, 'Duration'), minutesPerDay),
      predecessors: elements(task, 'PredecessorLink').map((link) =>
        predecessor(link, idByUid, minutesPerDay),
      ),
      progress: progress === null ? null : Number(progress) / 100,
      isMilestone: childText(task, 'Milestone') === '1',
      resources: resources.get(uid) ?? [],
      notes: childText(task, 'Notes'),
    }
  })
  return scheduleWorkbook('mspdi', tasks)
}

function workdays(duration: string | null, minutesPerDay: number): number | null {
  const parts = /^PT(\d+)H(\d+)M(\d+)S$/.exec(duration ?? '')
  if (parts === null) return null
  return rounded((Number(parts[1]) * 60 + Number(parts[2])) / minutesPerDay)
}

function predecessor(link: XmlElement, idByUid: ReadonlyMap<string, string>, minutesPerDay: number): string {
  const uid = childText(link, 'PredecessorUID') ?? ''
  const kind = linkTypeOfMspdi(Number(childText(link, 'Type') ?? 1))
  const lagDays = rounded(Number(childText(link, 'LinkLag') ?? 0) / 10 / minutesPerDay)
  const lag = lagDays === 0 ? '' : `${lagDays > 0 ? '+' : ''}${lagDays}d`
  return `${idByUid.get(uid) ?? uid}${kind === 'FS' && lag === '' ? '' : kind}${lag}`
}

/** Hundredths of a day are exact enough for minutes and free of floating noise. */
function rounded(days: number): number {
  return Math.round(days * 100) / 100
}

function resourcesByTask(project: XmlElement): Map<string, string[]> {
  const names = new Map<string, string>()
  for (const resource of elements(firstElement(project, 'Resources'), 'Resource')) {
    const name = childText(resource, 'Name')
    if (name !== null) names.set(childText(resource, 'UID') ?? '', name)
  }
  const byTask = new Map<string, string[]>()
  for (const assignment of elements(firstElement(project, 'Assignments'), 'Assignment')) {
    const name = names.get(childText(assignment, 'ResourceUID') ?? '')
    if (name === undefined) continue
    const task = childText(assignment, 'TaskUID') ?? ''
    byTask.set(task, [...(byTask.get(task) ?? []), name])
  }
  return byTask
}
