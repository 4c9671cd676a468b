import type { SourceWorkbook } from '@yingce/domain/sheets/workbook'
import { linkTypeOfGan } from '../schedule/gan-link-type.ts'
import { checkRowCount } from './check-size.ts'
import type { ReadLimits } from './read-limits.ts'
import { scheduleWorkbook, type ScheduleTask } from './schedule-table.ts'
import { attribute, childText, elements, firstElement, parseXml, type XmlElement } from './xml-elements.ts'

/**
 * Tasks of a GanttProject file (.gan) as a table.
 *
 * The file stores a dependency at the predecessor and no end date: the finish stays empty, the
 * duration counts working days of the file's own calendar.
 *
 * @throws OfficeFileError `broken_file`, `too_many_rows`
 */
export function readGan(xml: string, limits: ReadLimits): SourceWorkbook {
  const project = firstElement(parseXml(xml, 'GanttProject file'), 'project')
  const tasks: { readonly element: XmlElement; readonly level: number }[] = []
  collect(firstElement(project, 'tasks'), 1, tasks)
  checkRowCount(tasks.length, '任务', limits)
  const predecessors = new Map<string, string[]>()
  for (const { element } of tasks) {
    for (const link of elements(element, 'depend')) {
      const successor = attribute(link, 'id') ?? ''
      predecessors.set(successor, [...(predecessors.get(successor) ?? []), reference(element, link)])
    }
  }
  const resources = resourcesByTask(project)
  return scheduleWorkbook(
    'gan',
    tasks.map(({ element, level }): ScheduleTask => {
      const id = attribute(element, 'id') ?? ''
      const progress = attribute(element, 'complete')
      const isMilestone = attribute(element, 'meeting') === 'true'
      return {
        id,
        name: attribute(element, 'name') ?? '',
        level,
        start: attribute(element, 'start'),
        finish: null,
        workdays: isMilestone ? 0 : Number(attribute(element, 'duration') ?? 0),
        predecessors: predecessors.get(id) ?? [],
        progress: progress === null ? null : Number(progress) / 100,
        isMilestone,
        resources: resources.get(id) ?? [],
        notes: childText(element, 'notes'),
      }
    }),
  )
}

function collect(parent: XmlElement, level: number, into: { element: XmlElement; level: number }[]): void {
  for (const element of elements(parent, 'task')) {
    into.push({ element, level })
    collect(element, level + 1, into)
  }
}

function reference(predecessor: XmlElement, link: XmlElement): string {
  const kind = linkTypeOfGan(attribute(link, 'type'))
  const lagDays = Number(attribute(link, 'difference') ?? 0)
  const lag = lagDays === 0 ? '' : `${lagDays > 0 ? '+' : ''}${lagDays}d`
  return `${attribute(predecessor, 'id') ?? ''}${kind === 'FS' && lag === '' ? '' : kind}${lag}`
}

function resourcesByTask(project: XmlElement): Map<string, string[]> {
  const names = new Map(
    elements(firstElement(project, 'resources'), 'resource').map((one) => [
      attribute(one, 'id'),
      attribute(one, 'name'),
    ]),
  )
  const byTask = new Map<string, string[]>()
  for (const allocation of elements(firstElement(project, 'allocations'), 'allocation')) {
    const name = names.get(attribute(allocation, 'resource-id')) ?? null
    if (name === null) continue
    const task = attribute(allocation, 'task-id') ?? ''
    byTask.set(task, [...(byTask.get(task) ?? []), name])
  }
  return byTask
}
