import type { SheetLayout } from '../layout.ts'
import * as also from './shared-synonyms.ts'

/** T5 执行任务分解表. */
export const TASK_BREAKDOWN: SheetLayout = {
  kind: 'task-breakdown',
  entity: 'task',
  zh: '执行任务分解表',
  en: 'Task breakdown',
  nameHints: ['任务分解', '分解表', 'breakdown', 'wbs'],
  identity: 'name',
  columns: [
    { field: 'strategy', zh: '策略', en: 'Strategy', synonyms: also.STRATEGY, groups: true },
    { field: 'name', zh: '任务名称', en: 'Task name', synonyms: also.TASK_NAME },
    { field: 'description', zh: '任务描述', en: 'Description', synonyms: also.DESCRIPTION },
    { field: 'standard', zh: '交付标准', en: 'Deliverable standard', synonyms: also.STANDARD },
    { field: 'owner', zh: '负责人', en: 'Owner', synonyms: also.OWNER },
    { field: 'plannedStart', zh: '开始时间', en: 'Start', synonyms: also.START },
    { field: 'plannedEnd', zh: '截止时间', en: 'Due', synonyms: also.END },
    { field: 'status', zh: '状态', en: 'Status', synonyms: also.STATUS },
    { field: 'dependency', zh: '依赖任务', en: 'Depends on', synonyms: also.DEPENDENCY },
    { field: 'remark', zh: '备注', en: 'Remark', synonyms: also.REMARK, optional: true },
    {
      field: 'period',
      reads: { as: 'period', start: 'plannedStart', end: 'plannedEnd' },
      zh: '计划起止时间',
      en: 'Planned period',
      synonyms: also.PERIOD,
      optional: true,
      importOnly: true,
    },
    {
      field: 'rowNumber',
      reads: { as: 'ignored' },
      zh: '序号',
      en: 'No.',
      synonyms: also.ROW_NUMBER,
      optional: true,
    },
  ],
}
