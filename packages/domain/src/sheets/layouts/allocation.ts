import type { SheetLayout } from '../layout.ts'
import * as also from './shared-synonyms.ts'

/** T4 营销资源分配表. */
export const ALLOCATION: SheetLayout = {
  kind: 'allocation',
  entity: 'allocation',
  zh: '营销资源分配表',
  en: 'Resource allocation',
  nameHints: ['资源分配', '资源配置', 'resource allocation'],
  identity: 'strategy',
  columns: [
    { field: 'strategy', zh: '策略方向', en: 'Strategy', synonyms: also.STRATEGY, groups: true },
    { field: 'budget', zh: '预算(万元)', en: 'Budget (10k yuan)', synonyms: ['预算金额', '预算投入', '预算额', '费用预算', '投入预算', 'Budget amount'] },
    { field: 'people', zh: '人力配置(人)', en: 'People', synonyms: ['人力', '人员配置', '人力投入', '人员', '人员安排', 'Staff', 'Staffing', 'Headcount', 'Manpower'] },
    { field: 'channel', zh: '渠道/工具', en: 'Channel/tool', synonyms: [...also.CHANNEL, '渠道工具', '渠道与工具', '渠道和工具', '工具', '渠道及工具', 'Channels', 'Tools', 'Channel and tools'] },
    { field: 'period', reads: { as: 'period', start: 'startDate', end: 'endDate' }, zh: '时间周期', en: 'Period', synonyms: also.PERIOD },
    { field: 'expected', zh: '预期效果指标', en: 'Expected effect', synonyms: ['预期效果', '预期指标', '效果指标', '预期目标', '目标效果', '预期KPI', 'Expected result', 'Expected results', 'Expected KPI', 'Target'] },
    { field: 'rowNumber', reads: { as: 'ignored' }, zh: '序号', en: 'No.', synonyms: also.ROW_NUMBER, optional: true },
  ],
}
