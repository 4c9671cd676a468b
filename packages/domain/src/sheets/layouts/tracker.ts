import type { SheetLayout } from '../layout.ts'
import * as also from './shared-synonyms.ts'

/** T1 主跟踪表. */
export const TRACKER: SheetLayout = {
  kind: 'tracker',
  entity: 'task',
  zh: '主跟踪表',
  en: 'Master tracker',
  nameHints: ['主跟踪表', '跟踪表', '主计划', '推广计划表', 'tracker'],
  identity: 'name',
  columns: [
    { field: 'phase', reads: { as: 'phase' }, zh: '推广阶段', en: 'Phase', synonyms: also.PHASE, groups: true },
    { field: 'coreObjective', zh: '核心目标', en: 'Core objective', synonyms: ['阶段目标', '阶段核心目标', '推广目标', '目标', '主要目标', 'Objective', 'Phase objective', 'Goal', 'Core goal'], groups: true },
    { field: 'name', zh: '关键任务', en: 'Key task', synonyms: also.TASK_NAME },
    { field: 'owner', zh: '任务负责人', en: 'Owner', synonyms: also.OWNER },
    { field: 'plannedStart', zh: '计划开始时间', en: 'Planned start', synonyms: also.START },
    { field: 'plannedEnd', zh: '计划结束时间', en: 'Planned end', synonyms: also.END },
    { field: 'actualStart', zh: '实际开始时间', en: 'Actual start', synonyms: ['实际开始', '实际开始日期', '实际启动时间', '实际起始时间', 'Actual start date', 'Started', 'Started on'] },
    { field: 'actualEnd', zh: '实际结束时间', en: 'Actual end', synonyms: ['实际结束', '实际结束日期', '实际完成时间', '实际完成日期', '实际截止时间', 'Actual end date', 'Actual finish', 'Finished', 'Finished on', 'Completed on'] },
    { field: 'budget', zh: '预算金额(元)', en: 'Budget (yuan)', synonyms: ['预算', '计划预算', '预算费用', '计划费用', '预算额', '总预算', '费用预算', 'Budget amount', 'Planned budget', 'Planned cost'] },
    { field: 'spent', zh: '实际支出(元)', en: 'Spent (yuan)', synonyms: ['实际支出金额', '实际花费', '实际费用', '已支出', '已花费', '支出', '实际成本', '实际消耗', '支出金额', 'Actual spend', 'Actual cost', 'Actual spending', 'Spend'] },
    { field: 'progress', zh: '执行进度(%)', en: 'Progress (%)', synonyms: ['进度', '任务进度', '完成进度', '完成度', '完成百分比', '进度百分比', '完成比例', 'Completion', 'Percent complete', '% complete', 'Complete'] },
    { field: 'kpi', zh: '核心KPI指标', en: 'Core KPI', synonyms: ['KPI', 'KPI指标', '核心KPI', '核心指标', '关键指标', '考核指标', '目标KPI', '指标', 'KPIs', 'Core KPIs', 'Target KPI', 'Key metric'] },
    { field: 'reached', zh: '当前达成值', en: 'Reached', synonyms: [...also.ACTUAL_VALUE, '达成情况', 'KPI达成', 'KPI达成值', '当前达成'] },
    { field: 'issue', zh: '问题记录', en: 'Issue', synonyms: ['问题', '存在问题', '问题描述', '遇到问题', '问题与风险', '风险与问题', 'Issues', 'Problem', 'Problems', 'Issue log'] },
    { field: 'solution', zh: '解决方案', en: 'Solution', synonyms: ['解决措施', '应对措施', '解决办法', '处理措施', '改进措施', '对策', 'Solutions', 'Resolution', 'Action', 'Countermeasure'] },
    { field: 'remark', zh: '备注', en: 'Remark', synonyms: also.REMARK },
    { field: 'status', zh: '任务状态', en: 'Status', synonyms: also.STATUS, optional: true },
    { field: 'weight', zh: '权重', en: 'Weight', synonyms: ['任务权重', 'Task weight'], optional: true },
    { field: 'rowNumber', reads: { as: 'ignored' }, zh: '序号', en: 'No.', synonyms: also.ROW_NUMBER, optional: true },
  ],
}
