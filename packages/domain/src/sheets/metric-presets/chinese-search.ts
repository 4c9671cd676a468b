import type { MetricPreset } from '../metric-preset.ts'

/** 百度营销, search and feed: five to eight lines of preamble, several conversion columns. */
export const BAIDU: MetricPreset = {
  id: 'baidu',
  zh: '百度营销',
  en: 'Baidu Ads',
  signatures: [
    ['展现', '点击', '消费', '推广计划'],
    ['展现', '点击', '消费', '推广计划名称'],
    ['网页转化'],
    ['商桥转化'],
    ['展现', '消费', '平均点击价格'],
    ['千次展现消费'],
  ],
  columns: {
    day: ['日期'],
    hour: ['小时'],
    account: ['账户', '账户名', '账户名称'],
    region: ['市', '省', '地域'],
    campaign: ['推广计划', '推广计划名称', '计划名'],
    campaignId: ['推广计划ID', '计划ID'],
    adGroup: ['推广单元', '推广单元名称'],
    keyword: ['搜索词', '关键词', '关键词名称'],
    impressions: ['展现'],
    clicks: ['点击'],
    cost: ['消费'],
    conversions: ['总转化量', '转化', '网页转化', '商桥转化', '电话转化'],
    leads: ['表单数'],
    pageviews: ['移动营销页浏览量'],
    ctr: ['点击率'],
    cpc: ['平均点击价格', '单次点击成本'],
    cpm: ['千次展现消费', '每千次展示成本'],
  },
  partsAdd: { conversions: ['网页转化', '商桥转化', '电话转化'] },
  currency: 'CNY',
}

/** 360 点睛. */
export const QIHOO360: MetricPreset = {
  id: 'qihoo360',
  zh: '360 点睛',
  en: 'Qihoo 360',
  signatures: [['总费用', '展示次数'], ['平均每次点击费用'], ['平均点击费用']],
  columns: {
    day: ['日期', '时间'],
    campaign: ['推广计划'],
    adGroup: ['推广组'],
    keyword: ['关键词'],
    impressions: ['展示次数'],
    clicks: ['点击次数'],
    cost: ['总费用'],
    ctr: ['点击率'],
    cpc: ['平均每次点击费用', '平均点击费用'],
  },
  currency: 'CNY',
}

/** 搜狗推广: the total row comes first. */
export const SOGOU: MetricPreset = {
  id: 'sogou',
  zh: '搜狗推广',
  en: 'Sogou',
  signatures: [
    ['点击均价', '展示数', '消耗', '推广计划'],
    ['点击均价', '展示数', '消耗', '账户'],
    ['点击价格', '展示数'],
    ['点击均价', '展示数', '消耗', '时间'],
    ['点击均价', '展示数', '消耗', '日期'],
  ],
  columns: {
    day: ['日期', '时间'],
    account: ['账户'],
    campaign: ['推广计划'],
    adGroup: ['推广组'],
    keyword: ['关键词'],
    impressions: ['展示数'],
    clicks: ['点击数'],
    cost: ['消耗'],
    ctr: ['点击率'],
    cpc: ['点击均价', '点击价格'],
  },
  currency: 'CNY',
}

/** 神马推广. */
export const SHENMA: MetricPreset = {
  id: 'shenma',
  zh: '神马推广',
  en: 'Shenma',
  signatures: [
    ['展现量', '点击量', '消费', '推广计划'],
    ['展示', '点击', '消费', '推广计划'],
    ['展现量', '点击量', '消费', '平均点击价格'],
    ['展示', '点击', '消费', '平均点击价格'],
    ['展现量', '点击量', '消费', '账户'],
  ],
  columns: {
    day: ['时间', '日期'],
    account: ['账户', '账户名称'],
    campaign: ['推广计划'],
    adGroup: ['推广单元'],
    keyword: ['关键词'],
    impressions: ['展现量', '展示'],
    clicks: ['点击量', '点击'],
    cost: ['消费'],
    ctr: ['点击率'],
    cpc: ['平均点击价格'],
  },
  currency: 'CNY',
}

/** UC 头条: conversions by the time of the callback and by the time of the click are two metrics. */
export const UC: MetricPreset = {
  id: 'uc',
  zh: 'UC 推广',
  en: 'UC Ads',
  signatures: [['转化数(回传时间)'], ['转化数(点击时间)'], ['展现数', '点击数', '消费']],
  columns: {
    day: ['日期', '时间'],
    campaign: ['推广计划', '推广计划名称'],
    impressions: ['展现数', '展现'],
    clicks: ['点击数', '点击'],
    cost: ['消费'],
    conversions: ['转化数(回传时间)'],
    conversionsByClick: ['转化数(点击时间)'],
    ctr: ['点击率'],
    cpc: ['平均点击价格'],
  },
  currency: 'CNY',
}
