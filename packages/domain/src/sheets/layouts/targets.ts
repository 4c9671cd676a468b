import type { SheetLayout } from '../layout.ts'
import * as also from './shared-synonyms.ts'

/** T8 推广目标设定表. */
export const TARGETS: SheetLayout = {
  kind: 'targets',
  entity: 'target',
  zh: '推广目标设定表',
  en: 'Target setting',
  nameHints: ['目标设定', '目标清单', '目标表', 'target setting', 'targets', 'goals'],
  identity: 'indicator',
  columns: [
    { field: 'dimension', zh: '目标维度', en: 'Target dimension', synonyms: ['维度', '目标类型', '目标类别', '目标分类', '类别', 'Dimension', 'Target type', 'Category'], groups: true },
    { field: 'indicator', zh: '具体指标', en: 'Indicator', synonyms: ['指标', '指标名称', '目标指标', '考核指标', '衡量指标', '关键指标', 'Metric', 'KPI', 'Key result', 'Metric name'] },
    { field: 'target', zh: '量化目标(SMART)', en: 'Quantified target (SMART)', synonyms: ['量化目标', '目标值', '目标', '目标数值', '量化指标', 'Target', 'Target value', 'Quantified target', 'Goal'] },
    { field: 'baseline', zh: '基线值', en: 'Baseline', synonyms: ['基线', '基准值', '起始值', '现状', '现状值', '当前基准', 'Base', 'Baseline value'], optional: true },
    { field: 'actual', zh: '实际值', en: 'Actual', synonyms: also.ACTUAL_VALUE, optional: true },
    { field: 'path', zh: '达成路径', en: 'Path', synonyms: ['实现路径', '实现方式', '路径', '达成方式', '执行路径', '达成策略', '完成路径', 'Approach', 'How', 'Route', 'Achievement path'] },
    { field: 'owner', zh: '负责人', en: 'Owner', synonyms: also.OWNER },
    { field: 'period', reads: { as: 'period', start: 'startDate', end: 'endDate' }, zh: '时间节点', en: 'Period', synonyms: [...also.PERIOD, '完成时间', '达成时间', '截止时间', 'Deadline'] },
    { field: 'rowNumber', reads: { as: 'ignored' }, zh: '序号', en: 'No.', synonyms: also.ROW_NUMBER, optional: true },
  ],
}
