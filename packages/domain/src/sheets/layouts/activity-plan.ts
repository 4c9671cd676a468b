import type { SheetLayout } from '../layout.ts'
import * as also from './shared-synonyms.ts'

/** T7 市场推广活动执行计划表. */
export const ACTIVITY_PLAN: SheetLayout = {
  kind: 'activity-plan',
  entity: 'task',
  zh: '活动执行计划表',
  en: 'Activity execution plan',
  nameHints: ['活动执行计划', '执行计划', '活动计划', 'activity plan', 'execution plan'],
  identity: 'name',
  columns: [
    {
      field: 'phase',
      reads: { as: 'phase' },
      zh: '活动阶段',
      en: 'Activity phase',
      synonyms: also.PHASE,
      groups: true,
    },
    {
      field: 'period',
      reads: { as: 'period', start: 'plannedStart', end: 'plannedEnd' },
      zh: '时间节点',
      en: 'Period',
      synonyms: [...also.PERIOD, '日期'],
    },
    { field: 'owner', zh: '负责人', en: 'Owner', synonyms: also.OWNER },
    { field: 'name', zh: '核心任务', en: 'Core task', synonyms: also.TASK_NAME },
    { field: 'standard', zh: '完成标准', en: 'Completion standard', synonyms: also.STANDARD },
    { field: 'resources', zh: '资源需求', en: 'Resources needed', synonyms: also.RESOURCES },
    {
      field: 'riskPlan',
      zh: '风险预案',
      en: 'Risk plan',
      synonyms: [
        '应急预案',
        '预案',
        '风险应对',
        '风险及应对',
        '风险与应对',
        '风险',
        'Contingency',
        'Contingency plan',
        'Risk response',
        'Risks',
      ],
    },
    { field: 'remark', zh: '备注', en: 'Remark', synonyms: also.REMARK },
    { field: 'status', zh: '状态', en: 'Status', synonyms: also.STATUS, optional: true },
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
