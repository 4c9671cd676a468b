import { done, row } from './task-row.ts'
import type { SampleTask } from './task-row.ts'

/** Preparation and seeding: all behind us on the day the sample is opened. */
export const TASKS_UNTIL_LAUNCH: readonly SampleTask[] = [
  row('prepare', 'kick-off', ['启动会与目标签认', 'Kick-off and goals signed'], 'lead', [0, 0], done(0, 0), ['市场、销售、产品签认同一份目标', 'Marketing, sales and product sign the same goals'], { isMilestone: true, basis: 'working' }),
  row('prepare', 'interviews', ['妈妈人群访谈与卖点验证', 'Mothers interviewed, selling point proved'], 'data', [1, 4], done(1, 4), ['访谈纪要与三条可用卖点', 'Notes and three usable selling points'], {
    basis: 'working', after: ['kick-off'], kpi: ['有效访谈≥30份', 'valid interviews ≥ 30'], reached: ['34份', '34'], remark: ['“早餐不挑食”提及最多', '“Eats breakfast without fuss” named most'],
  }),
  row('prepare', 'claims', ['宣传用语合规清单', 'Claims checked for compliance'], 'legal', [1, 4], done(1, 4), ['只宣传三岁以上产品，功效用语逐条有据', 'Only the product for 3 years and older, evidence for every claim'], {
    basis: 'working', kpi: ['用语通过率100%', 'claims passed 100%'], reached: ['100%', '100%'],
  }),
  row('prepare', 'creators', ['达人初筛与签约', 'Creators chosen and signed'], 'content', [1, 7], done(1, 7), ['真实育儿家庭，备选不少于 4 位', 'Real families, at least 4 substitutes'], {
    basis: 'working', kpi: ['签约达人≥16人', 'creators signed ≥ 16'], reached: ['18人', '18'],
  }),
  row('prepare', 'creatives', ['主视觉与五组素材', 'Key visual and five creatives'], 'design', [2, 7], done(2, 8), ['竖版、横版、封面三种尺寸齐全', 'Upright, wide and cover sizes complete'], {
    basis: 'working', kpi: ['素材通过率≥80%', 'creatives approved ≥ 80%'], reached: ['85%', '85%'],
    issue: ['一般：一组素材用语被驳回，设计专员', 'Medium: one creative rejected for its wording, designer'], solution: ['改为成分表对照后通过，法务当天复核', 'Passed after showing the ingredients instead, legal checked the same day'],
  }),
  row('prepare', 'shop-page', ['店铺承接页与优惠券', 'Shop page and coupons'], 'channel', [3, 7], done(3, 6), ['领券、下单、退款三条路径走通', 'Coupon, order and refund paths work'], {
    basis: 'working', kpi: ['页面加载时长≤2秒', 'loading time ≤ 2 seconds'], reached: ['1.6秒', '1.6 seconds'],
  }),
  row('seed', 'first-notes', ['小红书达人首批笔记', 'Xiaohongshu: first creator notes'], 'content', [8, 21], done(8, 21), ['18 篇测评按排期发布，评论当天回复', '18 reviews on schedule, comments answered the same day'], {
    channel: 'notes', budget: 96_000, after: ['creators', 'claims'], kpi: ['互动率≥5%', 'engagement rate ≥ 5%'], reached: ['5.8%', '5.8%'],
  }),
  row('seed', 'feed-test', ['抖音信息流素材测试', 'Douyin feed: creatives tested'], 'media', [8, 17], done(8, 17), ['五组素材有可比结论', 'A comparable result for five creatives'], {
    channel: 'feed', budget: 36_000, kpi: ['点击率≥2.2%', 'CTR ≥ 2.2%'], reached: ['2.3%', '2.3%'],
  }),
  row('seed', 'answers', ['评论与私信响应机制', 'Comments and messages answered'], 'crm', [9, 12], done(9, 12), ['常见问题库不少于 40 条', 'At least 40 prepared answers'], {
    basis: 'working', kpi: ['首响时长≤30分钟', 'response time ≤ 30 minutes'], reached: ['22分钟', '22 minutes'],
  }),
  row('seed', 'group-first', ['母婴社群种子群开团', 'Parent communities: seed groups'], 'crm', [15, 28], done(15, 28), ['每群一位营养顾问值守', 'A nutrition adviser in each group'], {
    channel: 'groups', budget: 20_000, kpi: ['新客≥400人,成团率≥70%', 'new customers ≥ 400, group completion rate ≥ 70%'], reached: ['新客420人,成团率76%', 'new customers 420, group completion rate 76%'],
  }),
  row('seed', 'live-room', ['直播间搭建与压力测试', 'Live room built and load-tested'], 'channel', [18, 22], done(18, 22), ['备用网络与备用主播各一', 'One spare network, one spare host'], { basis: 'working', isMilestone: true }),
  row('seed', 'launch-day', ['新品上市日', 'Launch day'], 'lead', [23, 23], done(23, 23), ['店铺、门店、社群同时开售', 'Shop, stores and communities open together'], { isMilestone: true, after: ['shop-page', 'live-room'] }),
]
