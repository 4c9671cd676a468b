import type { MetricPreset } from '../metric-preset.ts'

/** 巨量引擎: in the older structure 广告组 is the campaign and 广告计划 the ad group; later 项目 and 广告. */
export const OCEANENGINE: MetricPreset = {
  id: 'oceanengine', zh: '巨量引擎', en: 'Ocean Engine',
  signatures: [['广告计划id'], ['广告组id'], ['广告组', '广告计划'], ['总花费(元)', '展示数'], ['show_cnt', 'click_cnt'], ['stat_cost'], ['项目名称', '消耗', '展示数'], ['转化数(计费时间)'], ['cdp_project_name']],
  columns: {
    day: ['时间', '数据起始时间', '日期', 'stat_time_day'], campaign: ['广告组', '广告组name', '广告组名称', '项目名称', 'cdp_project_name'], campaignId: ['广告组id', '项目id'],
    adGroup: ['广告计划', '计划name', '广告计划名称', '广告名称'], adGroupId: ['广告计划id', '计划id', '广告id'],
    impressions: ['展示数', '展现数', 'show_cnt', 'show'], clicks: ['点击数', 'click_cnt', 'click'], cost: ['消耗', '消耗(元)', '总花费(元)', '总花费', 'stat_cost', 'cost'],
    conversions: ['转化数', 'convert_cnt', 'convert'], conversionsByBilling: ['转化数(计费时间)', 'attribution_convert_cnt'], leads: ['表单提交', 'form'],
    ctr: ['点击率', '点击率(%)', 'ctr'], cpc: ['平均点击单价(元)', '平均点击单价', '平均点击价格', 'cpc_platform', 'avg_click_cost'], cpm: ['平均千次展现费用(元)', '平均千次展现费用', 'cpm_platform', 'avg_show_cost'],
    cpa: ['转化成本', '转化成本(计费时间)', 'convert_cost', 'attribution_convert_cost'], cvr: ['转化率', 'convert_rate'],
  },
}

/** 巨量千川, material report; its "ROI" is revenue divided by cost. */
export const QIANCHUAN: MetricPreset = {
  id: 'qianchuan', zh: '巨量千川', en: 'Qianchuan',
  signatures: [['素材ID', '消耗'], ['素材ID', '消耗(元)'], ['直接支付ROI'], ['直接成交订单数'], ['直接支付成交金额(元)'], ['pay_order_amount']],
  columns: {
    day: ['日期', '时间'], contentId: ['素材ID'], content: ['素材名称', '素材名'],
    impressions: ['展示次数', '展示数'], clicks: ['点击次数', '点击数'], cost: ['消耗', '消耗(元)', '花费', '花费(元)'], conversions: ['转化数', '直接转化数'],
    orders: ['直接成交订单数', '成交订单数'], revenue: ['直接支付成交金额', '直接支付成交金额(元)', '成交金额', '成交金额(元)', 'pay_order_amount'],
    ctr: ['点击率', '点击率(%)'], cpc: ['点击均价', '点击均价(元)', '平均点击单价'], cpm: ['千次展示费用', '千次展示费用(元)', '平均千次展示费用(元)', '平均千次展现费用(元)'],
    cpa: ['转化成本', '转化成本(元)'], roas: ['直接支付ROI', 'ROI', 'prepay_and_pay_order_roi'],
  },
}

/** 小红书聚光: 互动量 is the sum of likes, comments, collects, follows and shares. */
export const XIAOHONGSHU: MetricPreset = {
  id: 'xiaohongshu', zh: '小红书聚光', en: 'Xiaohongshu Juguang',
  signatures: [['笔记ID'], ['noteId'], ['互动量', '消费', '展现量'], ['私信进线数'], ['平均互动成本'], ['creativityId']],
  columns: {
    day: ['时间', 'time', '日期'], campaign: ['计划名称'], ad: ['创意名称', 'creativityName'], adId: ['创意ID', 'creativityId'], contentId: ['笔记ID', 'noteId'], content: ['笔记标题', '笔记名称'], keyword: ['关键词', 'keyword'],
    impressions: ['展现量', 'impression', '曝光量'], clicks: ['点击量', 'click'], cost: ['消费', 'fee'], engagements: ['互动量', 'interaction'], orders: ['成交订单数', 'successGoodsOrder'],
    leads: ['私信留资数', 'msg_leads_num'], people: ['新增种草人群', 'iUserNum'],
    ctr: ['点击率', 'ctr'], cpc: ['平均点击成本', '平均点击单价', 'acp'], cpm: ['平均千次展示费用', '平均千次展现费用', '千次曝光成本', 'cpm'], cpe: ['平均互动成本', 'cpi'],
  },
}

/** 腾讯广告 (广点通): the older export has no date at all. */
export const TENCENT: MetricPreset = {
  id: 'tencent', zh: '腾讯广告', en: 'Tencent Ads',
  signatures: [['推广计划名称', '曝光量', '花费(元)'], ['曝光次数', '点击次数', '花费'], ['营销单元名称'], ['目标转化量'], ['valid_click_count']],
  columns: {
    day: ['日期', 'date'], accountId: ['账户ID', 'account_id'], campaign: ['推广计划名称'], adGroup: ['营销单元名称'],
    impressions: ['曝光量', '曝光次数', 'view_count'], clicks: ['点击量', '点击次数', 'valid_click_count'], cost: ['花费(元)', '花费', 'cost'], conversions: ['目标转化量', 'conversions_count'],
    ctr: ['点击率'], cpc: ['点击均价(元)', '点击均价'], cpm: ['千次展现均价'], cpa: ['目标转化成本', 'conversions_cost'], cvr: ['目标转化率'],
  },
}
