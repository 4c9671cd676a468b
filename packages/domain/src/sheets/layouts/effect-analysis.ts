import type { SheetLayout } from '../layout.ts'
import * as also from './shared-synonyms.ts'

/** T3 推广效果分析表; its column "ROI" is revenue divided by cost, which we call ROAS (rules 8). */
export const EFFECT_ANALYSIS: SheetLayout = {
  kind: 'effect-analysis',
  entity: 'channel_effect',
  zh: '推广效果分析表',
  en: 'Effect analysis',
  nameHints: ['效果分析', '渠道效果', '投放效果', 'effect analysis', 'channel performance'],
  identity: 'channel',
  columns: [
    { field: 'channel', zh: '渠道', en: 'Channel', synonyms: also.CHANNEL, groups: true },
    { field: 'content', zh: '推广内容', en: 'Content', synonyms: ['内容', '投放内容', '推广形式', '素材', '推广素材', '创意', '内容形式', '活动内容', 'Creative', 'Promotion content', 'Placement'] },
    { field: 'impressions', zh: '曝光量', en: 'Impressions', synonyms: ['曝光', '曝光数', '曝光次数', '展现量', '展示量', '展现', '展现数', '展示数', '展示次数', '展现次数', 'Exposure', 'Impr.', 'Views'] },
    { field: 'clicks', zh: '点击量', en: 'Clicks', synonyms: ['点击', '点击数', '点击次数', 'Click'] },
    { field: 'statedCtr', zh: '点击率(%)', en: 'CTR (%)', synonyms: ['CTR', 'Click rate', 'Click-through rate'] },
    { field: 'conversions', zh: '转化量', en: 'Conversions', synonyms: ['转化', '转化数', '转化次数', '转化人数', '成交量', '订单量', '成交人数', 'Conversion', 'Orders'] },
    { field: 'statedCvr', zh: '转化率(%)', en: 'CVR (%)', synonyms: ['CVR', 'Conversion rate', 'Conv. rate'] },
    { field: 'cost', zh: '成本(元)', en: 'Cost (yuan)', synonyms: ['费用', '花费', '消耗', '投放成本', '推广成本', '投入', '投入成本', '总成本', '推广费用', '投放费用', 'Spend', 'Total cost'] },
    { field: 'statedCpa', zh: '获客成本(元/人)', en: 'CPA (yuan/person)', synonyms: ['CPA', '转化成本', '单客成本', '获客单价', '单个获客成本', '平均获客成本', 'CAC', 'Cost per acquisition', 'Acquisition cost', 'Cost per conversion'] },
    { field: 'revenue', zh: '增量销售额(元)', en: 'Incremental sales (yuan)', synonyms: ['销售额', '增量销售', '成交额', '成交金额', '收入', '带来销售额', 'GMV', '新增销售额', '转化金额', 'Sales', 'Revenue', 'Incremental revenue'] },
    { field: 'statedReturn', zh: 'ROI', en: 'Stated ROI', synonyms: ['ROAS', '投入产出比', '投产比', '投资回报率', '投资回报', '回报率', 'Return'] },
    { field: 'statedStatus', zh: '达标情况', en: 'Met target', synonyms: ['是否达标', '达标', '达标状态', '达成情况', '效果评级', 'Target met', 'Status', 'Met'] },
    { field: 'advice', zh: '优化建议', en: 'Advice', synonyms: ['建议', '改进建议', '优化措施', '优化方向', '调整建议', 'Optimisation', 'Optimization', 'Suggestion', 'Suggestions', 'Recommendation'] },
    { field: 'rowNumber', reads: { as: 'ignored' }, zh: '序号', en: 'No.', synonyms: also.ROW_NUMBER, optional: true },
  ],
}
