import type { SheetLayout } from '../layout.ts'
import * as also from './shared-synonyms.ts'

/** T9 推广执行甘特图 as a table. */
export const GANTT: SheetLayout = {
  kind: 'gantt',
  entity: 'task',
  zh: '推广执行甘特图',
  en: 'Gantt table',
  nameHints: ['甘特图', '甘特', '进度表', '进度计划', 'gantt', 'schedule'],
  identity: 'name',
  columns: [
    { field: 'phase', reads: { as: 'phase' }, zh: '阶段', en: 'Phase', synonyms: also.PHASE, groups: true, optional: true },
    { field: 'name', zh: '任务名称', en: 'Task name', synonyms: [...also.TASK_NAME, '各阶段任务', '阶段任务'] },
    { field: 'description', zh: '任务描述', en: 'Description', synonyms: also.DESCRIPTION },
    { field: 'owner', zh: '负责人', en: 'Owner', synonyms: also.OWNER },
    { field: 'plannedStart', zh: '开始时间', en: 'Start', synonyms: also.START },
    { field: 'plannedEnd', zh: '结束时间', en: 'End', synonyms: also.END },
    { field: 'duration', reads: { as: 'duration' }, zh: '工期(天)', en: 'Duration (days)', synonyms: ['工期', '天数', '持续时间', '耗费天数', '周期天数', '持续天数', '历时', '时长', '用时', 'Duration', 'Days'] },
    { field: 'dependency', zh: '前置依赖', en: 'Predecessors', synonyms: also.DEPENDENCY },
    { field: 'progress', zh: '进度(%)', en: 'Progress (%)', synonyms: ['完成进度', '完成百分比', '完成度', '执行进度', '% complete', 'Percent complete', 'Complete'], optional: true },
    { field: 'status', zh: '状态', en: 'Status', synonyms: also.STATUS },
    { field: 'remark', zh: '备注', en: 'Remark', synonyms: also.REMARK, optional: true },
    { field: 'rowNumber', reads: { as: 'ignored' }, zh: '序号', en: 'No.', synonyms: [...also.ROW_NUMBER, 'WBS', 'ID'], optional: true },
  ],
}
