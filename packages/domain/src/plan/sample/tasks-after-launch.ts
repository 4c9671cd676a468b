import { ahead, awaiting, cancelled, done, row, running } from './task-row.ts'
import type { SampleTask } from './task-row.ts'

/** Burst, continuation and review: partly done, partly running, partly ahead. */
export const TASKS_AFTER_LAUNCH: readonly SampleTask[] = [
  row('burst', 'live-first', ['品牌直播首场', 'Brand live-stream: first evening'], 'channel', [24, 24], done(24, 24), ['四小时无中断，优惠券核销正常', 'Four hours without a break, coupons work'], {
    channel: 'live', budget: 46_000, after: ['live-room'], kpi: ['观看人数≥8万,转化率≥2.5%', 'viewers ≥ 80,000, CVR ≥ 2.5%'], reached: ['观看人数9.2万,转化率2.19%', 'viewers 92,000, CVR 2.19%'],
    issue: ['严重：后半场转化走低，渠道经理', 'Severe: conversion fell in the second half, channel manager'], solution: ['专场改为双主播轮换，每 20 分钟一次限量，已执行', 'Two hosts in turn, a limited offer every 20 minutes, done'],
  }),
  row('burst', 'feed-scale', ['抖音信息流放量', 'Douyin feed: scaled up'], 'media', [18, 55], running(18, 0.52), ['日消耗偏差不超过一成', 'Daily spend within a tenth of plan'], {
    channel: 'feed', budget: 210_000, after: ['feed-test'], kpi: ['点击率≥2%,转化率≥1%', 'CTR ≥ 2%, CVR ≥ 1%'], reached: ['点击率2.28%,转化率0.93%', 'CTR 2.28%, CVR 0.93%'],
    issue: ['一般：上线第十天素材复审停投大半天，投放专员', 'Medium: creative under review, ads stood still for most of day ten, media buyer'], solution: ['备份素材同时送审，投放专员负责', 'Spare creatives submitted alongside, media buyer'],
  }),
  row('burst', 'parent-notes', ['小红书妈妈记录扩散', 'Xiaohongshu: mothers’ diaries'], 'content', [22, 50], running(22, 0.5), ['真实购买凭证，不代写', 'Proof of purchase, nothing ghost-written'], {
    channel: 'notes', budget: 88_000, after: ['first-notes'], kpi: ['口碑笔记≥120篇', 'diaries published ≥ 120 posts'], reached: ['62篇', '62 posts'],
  }),
  row('burst', 'live-double', ['品牌直播双晚专场', 'Brand live-stream: two evenings'], 'channel', [31, 32], done(31, 32), ['双主播轮换，库存实时同步', 'Two hosts, stock in step'], {
    channel: 'live', budget: 40_000, after: ['live-first'], kpi: ['观看人数≥12万', 'viewers ≥ 120,000'], reached: ['13.1万', '131,000'],
  }),
  row('burst', 'classes', ['线下门店喂养课堂', 'Offline: feeding classes in shops'], 'events', [20, 33], running(20, 0.7), ['每场有签到与留资记录', 'Attendance and contacts on record for each class'], {
    channel: 'offline', budget: 30_000, kpi: ['每场参与家庭≥25家', 'each session families ≥ 25'], reached: ['第1场28家,第2场26家,第3场21家', 'Session 1 28, Session 2 26, Session 3 21'],
    issue: ['一般：两家门店排期推迟，活动执行', 'Medium: two shops postponed, event crew'], solution: ['剩余两场改在本月末的周末上午，活动执行', 'The last two classes move to weekend mornings, event crew'],
  }),
  row('burst', 'watch', ['竞品价格与活动监看', 'Competitor prices and campaigns watched'], 'data', [24, 48], running(24, 0.56), ['每周一页，附截图与日期', 'One page a week with dated screenshots']),
  row('burst', 'care', ['售后与喂养顾问值守', 'After-sales and feeding advisers'], 'crm', [24, 60], running(24, 0.38), ['投诉 24 小时内首响', 'First answer to complaints within 24 hours'], { kpi: ['投诉率<1%', 'complaint rate < 1%'], reached: ['0.6%', '0.6%'] }),
  row('burst', 'screens', ['户外大屏', 'Outdoor screens'], 'planner', [26, 32], cancelled, ['—', '—'], { remark: ['报价高于预期，费用并入信息流', 'Too dear, money moved to feed ads'] }),
  row('burst', 'mid-review', ['中期复盘与预算调整', 'Mid-way review and reallocation'], 'lead', [34, 35], done(34, 35), ['调整记录写明原因与预期', 'Change log with reason and expectation'], { isMilestone: true, basis: 'working' }),
  row('burst', 'restock', ['补货到仓确认', 'Restock confirmed'], 'channel', [35, 39], awaiting(35, 37), ['效期不少于 18 个月', 'At least 18 months of shelf life'], { basis: 'working' }),
  row('burst', 'group-second', ['母婴社群第二轮接龙', 'Parent communities: second round'], 'crm', [36, 48], running(36, 0.15), ['二线城市新增 20 个群', '20 new groups in second-tier cities'], {
    channel: 'groups', budget: 24_000, after: ['group-first'], kpi: ['成团率≥70%', 'group completion rate ≥ 70%'], reached: ['64%', '64%'],
  }),
  row('burst', 'live-big', ['品牌直播大促场', 'Brand live-stream: big sale'], 'channel', [45, 45], ahead, ['双主播六小时，备货按预测 1.2 倍', 'Two hosts, six hours, stock at 1.2 × forecast'], {
    channel: 'live', budget: 60_000, after: ['live-double', 'restock'], isMilestone: true, kpi: ['观看人数≥18万,投产比≥1:4', 'viewers ≥ 180,000, ROAS ≥ 1:4'],
  }),
  row('extend', 'search', ['抖音搜索承接', 'Douyin feed: search follow-up'], 'media', [49, 60], ahead, ['品牌词首位率九成', 'First place for the brand words nine times in ten'], { channel: 'feed', budget: 70_000, kpi: ['投产比≥1:4', 'ROAS ≥ 1:4'] }),
  row('extend', 'stories', ['小红书复购故事征集', 'Xiaohongshu: repurchase stories'], 'content', [49, 58], ahead, ['每篇附第二次购买凭证', 'Proof of a second purchase for each'], { channel: 'notes', budget: 40_000, kpi: ['征集故事≥80篇', 'stories ≥ 80 posts'] }),
  row('extend', 'subscribe', ['母婴社群周期购推广', 'Parent communities: subscriptions'], 'crm', [50, 60], ahead, ['随时可暂停与取消', 'Can be paused and cancelled at any time'], { channel: 'groups', budget: 30_000, kpi: ['周期购签约率≥6%', 'subscription rate ≥ 6%'] }),
  row('extend', 'family-day', ['线下亲子体验日', 'Offline: family day'], 'events', [52, 53], ahead, ['雨天改室内，方案提前三天定', 'Indoors when it rains, decided three days before'], { channel: 'offline', budget: 20_000, kpi: ['到场家庭≥150家', 'families present ≥ 150'] }),
  row('review', 'accounts', ['渠道数据汇总与对账', 'Channel data gathered and reconciled'], 'data', [61, 64], ahead, ['台账、渠道成本、日数据三方一致', 'Ledger, channel cost and daily data agree'], { basis: 'working' }),
  row('review', 'review', ['复盘会与经验入库', 'Review meeting, lessons kept'], 'lead', [66, 69], ahead, ['三条以上可复用经验', 'At least three reusable lessons'], { basis: 'working', isMilestone: true, after: ['accounts'] }),
]
