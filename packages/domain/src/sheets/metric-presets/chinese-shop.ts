import type { MetricPreset } from '../metric-preset.ts'

/** 阿里妈妈万相台: 总成交金额 is direct plus indirect, so only the total is taken. */
export const WANXIANGTAI: MetricPreset = {
  id: 'wanxiangtai',
  zh: '阿里妈妈万相台',
  en: 'Alimama Wanxiangtai',
  signatures: [
    ['主体ID'],
    ['场景名字'],
    ['计划名字', '花费'],
    ['总成交金额', '投入产出比'],
    ['alipayInshopAmt'],
  ],
  columns: {
    day: ['日期', 'theDate'],
    campaign: ['计划名字'],
    campaignId: ['计划ID'],
    placement: ['场景名字'],
    productId: ['主体ID', 'promotionId'],
    product: ['主体名称'],
    impressions: ['展现量', 'adPv'],
    clicks: ['点击量', 'click'],
    cost: ['花费', 'charge'],
    orders: ['总成交笔数'],
    revenue: ['总成交金额', 'alipayInshopAmt'],
    revenueDirect: ['直接成交金额'],
    revenueIndirect: ['间接成交金额'],
    addToCarts: ['总购物车数'],
    newCustomers: ['成交新客数'],
    ctr: ['点击率', 'ctr'],
    cpc: ['平均点击花费', 'ecpc'],
    cpm: ['千次展现花费', 'ecpm'],
    roas: ['投入产出比'],
    cvr: ['点击转化率'],
  },
  currency: 'CNY',
}

/** 生意参谋, products: visitors and buyers are people and never add up. */
export const SYCM: MetricPreset = {
  id: 'sycm',
  zh: '生意参谋',
  en: 'Sycm',
  signatures: [['商品访客数'], ['支付买家数', '支付金额'], ['商品浏览量']],
  columns: {
    day: ['统计日期', '日期'],
    productId: ['商品ID'],
    product: ['商品名称'],
    pageviews: ['商品浏览量', '浏览量'],
    visitors: ['商品访客数', '访客数'],
    buyers: ['支付买家数'],
    addToCarts: ['商品加购件数'],
    units: ['支付件数'],
    refunds: ['成功退款金额'],
    revenue: ['支付金额'],
    cvr: ['支付转化率', '商品支付转化率'],
  },
  currency: 'CNY',
}
