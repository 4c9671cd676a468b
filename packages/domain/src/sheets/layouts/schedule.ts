import type { SheetLayout } from '../layout.ts'
import * as also from './shared-synonyms.ts'

/** A schedule out of a planning program (MS Project, GanttProject …), as a table. */
export const SCHEDULE: SheetLayout = {
  kind: 'schedule',
  entity: 'task',
  zh: '进度计划',
  en: 'Schedule',
  nameHints: ['project', 'msproject', 'ganttproject', '任务_表'],
  identity: 'name',
  columns: [
    {
      field: 'wbs',
      reads: { as: 'ignored' },
      zh: '大纲编号',
      en: 'WBS',
      synonyms: ['Outline number', 'WBS', '大纲数字'],
    },
    {
      field: 'sourceId',
      reads: { as: 'sourceId' },
      zh: '标识号',
      en: 'ID',
      synonyms: ['唯一标识号', 'Unique ID', 'UID'],
    },
    {
      field: 'outlineLevel',
      reads: { as: 'ignored' },
      zh: '大纲级别',
      en: 'Outline level',
      synonyms: ['Level', '级别'],
    },
    { field: 'name', zh: '任务名称', en: 'Task name', synonyms: ['Name', '名称', 'Task'] },
    {
      field: 'plannedStart',
      zh: '开始时间',
      en: 'Start',
      synonyms: ['Start date', 'Scheduled start', '开始', '开始日期'],
    },
    {
      field: 'plannedEnd',
      zh: '完成时间',
      en: 'Finish',
      synonyms: ['Finish date', 'End', 'Scheduled finish', '完成', '完成日期', '结束时间'],
    },
    { field: 'actualStart', zh: '实际开始时间', en: 'Actual start', synonyms: ['实际开始'], optional: true },
    { field: 'actualEnd', zh: '实际完成时间', en: 'Actual finish', synonyms: ['实际完成'], optional: true },
    {
      field: 'duration',
      reads: { as: 'duration' },
      zh: '工期',
      en: 'Duration',
      synonyms: ['工期(天)', 'Working days'],
    },
    {
      field: 'progress',
      zh: '完成百分比',
      en: 'Percent complete',
      synonyms: ['% complete', '完成百分比(%)', 'Complete', 'Progress', '% 完成'],
    },
    { field: 'dependency', zh: '前置任务', en: 'Predecessors', synonyms: also.DEPENDENCY },
    { field: 'owner', zh: '资源名称', en: 'Resource names', synonyms: ['Resources', 'Resource', '负责人'] },
    { field: 'isMilestone', zh: '里程碑', en: 'Milestone', synonyms: ['Is milestone'] },
    { field: 'remark', zh: '备注', en: 'Notes', synonyms: also.REMARK },
    { field: 'summary', reads: { as: 'ignored' }, zh: '摘要任务', en: 'Summary', synonyms: ['摘要'] },
  ],
}
