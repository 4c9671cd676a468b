import type { MetricPreset } from '../metric-preset.ts'

/** A table of channel figures of no particular platform, such as a team's own daily report. */
export const GENERIC_METRICS: MetricPreset = {
  id: 'generic', zh: '通用投放数据', en: 'Channel figures',
  signatures: [],
  columns: {
    day: ['日期', '时间', '统计日期', '数据日期', 'Date', 'Day', '投放日期'], account: ['账户', '账户名称', 'Account'], campaign: ['计划名称', '推广计划', '推广计划名称', '计划', '活动名称', 'Campaign', 'Campaign name'],
    campaignId: ['计划ID', 'Campaign ID', 'campaign_id'], adGroup: ['单元名称', '推广单元', '广告组', 'Ad group', 'Ad set name'], content: ['素材名称', '创意名称', '内容', 'Content', 'Creative'], channel: ['渠道', '平台', '媒体', '渠道名称', 'Channel', 'Platform', 'Source', 'Medium'],
    impressions: ['展示数', '展现', '展现量', '展现数', '曝光', '曝光量', '曝光数', '曝光次数', '展示量', '展示次数', 'Impressions', 'Impr.'],
    clicks: ['点击数', '点击', '点击量', '点击次数', 'Clicks', 'Link clicks'], cost: ['消耗', '花费', '消费', '总花费', '成本', '费用', '投放金额', 'Cost', 'Spend', 'Amount spent'],
    conversions: ['转化数', '转化', '转化量', '总转化量', 'Conversions', 'Results'], orders: ['订单数', '成交订单数', '订单量', '成交单数', 'Orders', 'Purchases'],
    revenue: ['成交金额', '销售额', '成交额', '支付金额', '收入', 'GMV', 'Revenue', 'Sales', 'Conversion value'], engagements: ['互动量', '互动数', 'Engagements'], leads: ['线索数', '留资数', '表单数', 'Leads'],
    people: ['访客数', '用户数', 'UV', 'Users', 'Reach', '触达人数'],
    ctr: ['点击率', 'CTR'], cvr: ['转化率', 'CVR', 'Conversion rate'], cpc: ['平均点击单价', '点击均价', '平均点击成本', 'CPC'], cpm: ['千次展示费用', '千次展现费用', 'CPM'], cpa: ['转化成本', 'CPA', '获客成本'], roas: ['ROI', 'ROAS', '投产比', '投入产出比'],
  },
}
