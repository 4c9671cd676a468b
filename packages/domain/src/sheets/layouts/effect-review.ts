import type { SheetLayout } from '../layout.ts'
import * as also from './shared-synonyms.ts'

/** T6 营销效果复盘表. */
export const EFFECT_REVIEW: SheetLayout = {
  kind: 'effect-review',
  entity: 'effect_review',
  zh: '营销效果复盘表',
  en: 'Effect review',
  nameHints: ['效果复盘', '复盘表', '复盘', 'effect review', 'retrospective'],
  identity: 'strategy',
  columns: [
    { field: 'strategy', zh: '策略', en: 'Strategy', synonyms: also.STRATEGY, groups: true },
    { field: 'target', zh: '目标指标', en: 'Target', synonyms: ['目标', '目标值', '指标', '指标目标', '考核指标', '预期指标', 'Target metric', 'Target value', 'Goal', 'KPI'] },
    { field: 'actual', zh: '实际值', en: 'Actual', synonyms: also.ACTUAL_VALUE },
    { field: 'statedAttainment', zh: '达成率', en: 'Attainment', synonyms: also.ATTAINMENT },
    { field: 'gap', zh: '差异分析', en: 'Gap analysis', synonyms: ['差距分析', '原因分析', '差异原因', '偏差分析', '差异', '未达成原因', 'Gap', 'Variance', 'Variance analysis', 'Cause analysis'] },
    { field: 'improvement', zh: '改进措施', en: 'Improvement', synonyms: ['改进', '改进建议', '优化措施', '改善措施', '整改措施', '优化建议', 'Improvements', 'Improvement action', 'Corrective action', 'Actions'] },
    { field: 'owner', zh: '负责人', en: 'Owner', synonyms: also.OWNER },
    { field: 'reviewDate', zh: '复盘时间', en: 'Review date', synonyms: ['复盘日期', '评审时间', '检讨时间', '时间', '日期', 'Reviewed on', 'Date'] },
    { field: 'rowNumber', reads: { as: 'ignored' }, zh: '序号', en: 'No.', synonyms: also.ROW_NUMBER, optional: true },
  ],
}
