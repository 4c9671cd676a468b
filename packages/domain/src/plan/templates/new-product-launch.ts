import { day, task, week } from './template.ts'
import type { PlanTemplate } from './template.ts'

/** 新品上市: twelve weeks around a launch day in week 5. */
export const NEW_PRODUCT_LAUNCH: PlanTemplate = {
  id: 'new_product_launch',
  name: ['新品上市', 'New-product launch'],
  summary: ['从卖点验证到首批口碑，十二周完成一款新品的上市', 'From proving the selling point to the first word of mouth: one new product in twelve weeks'],
  event: { name: ['上市日', 'Launch day'], day: { week: 5, weekday: 5 } },
  reserveBp: 1000,
  lines: {
    creator: ['达人种草', 'Creator seeding'],
    media: ['信息流投放', 'Feed advertising'],
    live: ['直播', 'Live-stream'],
    material: ['素材制作', 'Creative production'],
    research: ['调研与评估', 'Research and evaluation'],
  },
  phases: [
    { key: 'prepare', name: ['筹备期', 'Preparation'], goal: ['卖点、人群、资源全部落定', 'Selling point, audience and resources settled'], weeks: [1, 2] },
    { key: 'warm', name: ['预热期', 'Warm-up'], goal: ['目标人群开始讨论新品', 'The target audience starts to talk'], weeks: [3, 4] },
    { key: 'burst', name: ['爆发期', 'Burst'], goal: ['集中拿下首批成交', 'Win the first orders in one push'], weeks: [5, 8] },
    { key: 'close', name: ['收尾期', 'Closing'], goal: ['沉淀口碑，留下方法', 'Keep the word of mouth and the method'], weeks: [9, 12] },
  ],
  tasks: [
    task('prepare', ['启动会与目标确认', 'Kick-off, goals agreed'], 'lead', [week(1, 1), 1, 'working'], ['市场、销售、产品三方签认目标书', 'Goals signed by marketing, sales and product'], { isMilestone: true }),
    task('prepare', ['竞品与用户调研', 'Competitor and user research'], 'data', [week(1, 2), 5, 'working'], ['调研报告含至少 20 份用户访谈', 'Report with at least 20 user interviews'], { money: ['research', 400], after: ['启动会与目标确认'], kpi: ['有效访谈≥20份', 'valid interviews ≥ 20'] }),
    task('prepare', ['达人筛选与签约', 'Creators chosen and signed'], 'content', [day(-30), 8, 'working'], ['合同签署，备选达人不少于 3 位', 'Contracts signed, at least 3 substitutes'], { money: ['creator', 500], kpi: ['签约达人≥12人', 'creators signed ≥ 12'] }),
    task('prepare', ['主视觉与首批素材', 'Key visual and first creatives'], 'design', [week(2, 1), 7, 'working'], ['素材通过法务与平台审核', 'Creatives passed by legal and platform'], { money: ['material', 1000], kpi: ['素材通过率100%', 'creatives approved 100%'] }),
    task('prepare', ['宣传用语合规审核', 'Claims checked by legal'], 'legal', [week(2, 3), 3, 'working'], ['功效用语逐条有依据', 'Evidence for every claim']),
    task('warm', ['种草笔记首批发布', 'First wave of seeding notes'], 'content', [week(3, 1), 12, 'calendar'], ['按排期发布，评论 24 小时内回复', 'Published on schedule, comments answered within 24 hours'], { money: ['creator', 2000], after: ['达人筛选与签约'], kpi: ['互动率≥5%', 'engagement rate ≥ 5%'] }),
    task('warm', ['信息流小额测试', 'Feed ads tested on a small budget'], 'media', [week(3, 3), 10, 'calendar'], ['至少 3 组素材有可比结论', 'A comparable result for at least 3 creatives'], { money: ['media', 600], after: ['主视觉与首批素材'], kpi: ['点击率≥2%', 'CTR ≥ 2%'] }),
    task('warm', ['预约页上线', 'Sign-up page live'], 'channel', [week(3, 1), 14, 'calendar'], ['预约可提交，数据可回传', 'Sign-ups arrive, data flows back'], { money: ['material', 300], kpi: ['预约转化率≥8%', 'sign-up rate ≥ 8%'] }),
    task('warm', ['直播间功能测试', 'Live-room function test'], 'channel', [day(-3), 1, 'calendar'], ['推流、优惠券、备用网络逐项通过', 'Stream, coupons and backup network all pass'], { isMilestone: true }),
    task('burst', ['新品上市直播', 'Launch live-stream'], 'channel', [day(0), 1, 'calendar'], ['全程无中断，库存实时同步', 'No interruption, stock in step'], { money: ['live', 1500], after: ['直播间功能测试'], isMilestone: true, kpi: ['成交转化率≥3%', 'order rate ≥ 3%'] }),
    task('burst', ['信息流放量', 'Feed ads scaled up'], 'media', [day(1), 24, 'calendar'], ['日消耗偏差不超过 10%', 'Daily spend within 10% of plan'], { money: ['media', 2400], after: ['信息流小额测试'], kpi: ['投产比≥1:3, 转化率≥1.5%', 'ROAS ≥ 3, CVR ≥ 1.5%'] }),
    task('burst', ['第二批口碑内容', 'Second wave of notes'], 'content', [week(6, 1), 14, 'calendar'], ['真实使用反馈不少于一半', 'At least half are real user reports'], { money: ['creator', 800], after: ['种草笔记首批发布'], kpi: ['互动率≥5%', 'engagement rate ≥ 5%'] }),
    task('burst', ['中期复盘与预算调整', 'Mid-way review and reallocation'], 'lead', [week(7, 1), 1, 'working'], ['调整记录写明原因与预期', 'Change log gives reason and expectation'], { isMilestone: true }),
    task('close', ['购后回访与晒单', 'After-purchase calls and reviews'], 'crm', [week(9, 1), 14, 'calendar'], ['评价真实，投诉 24 小时内首响', 'Genuine reviews, first answer to complaints within 24 hours'], { money: ['research', 300], kpi: ['好评率≥95%, 投诉率<1%', 'positive reviews ≥ 95%, complaint rate < 1%'] }),
    task('close', ['数据汇总与归因', 'Data gathered and attributed'], 'data', [week(10, 1), 3, 'working'], ['各渠道成本与台账一致', 'Channel cost agrees with the ledger'], { money: ['research', 200] }),
    task('close', ['复盘会与经验入库', 'Review meeting, lessons kept'], 'lead', [week(11, 1), 3, 'working'], ['复盘报告与三条以上可复用经验', 'Review report and at least three reusable lessons'], { after: ['数据汇总与归因'], isMilestone: true }),
  ],
  kpis: [
    { dimension: ['销售转化', 'Sales'], indicator: ['首季销售额', 'First-quarter sales'], target: { timesTotal: 3 }, path: ['直播首发 + 信息流放量 + 店铺承接', 'Launch stream, scaled feed ads, shop'], owner: 'lead' },
    { dimension: ['品牌曝光', 'Reach'], indicator: ['全渠道曝光量', 'Impressions, all channels'], target: { costEach: 0.05, unit: ['次', ''] }, path: ['达人笔记 + 信息流', 'Creator notes and feed ads'], owner: 'media' },
    { dimension: ['用户互动', 'Engagement'], indicator: ['内容互动率', 'Engagement rate'], target: { text: ['≥5%', '≥5%'] }, path: ['以真实使用场景为主线', 'Stories from real use'], owner: 'content' },
    { dimension: ['获客', 'Acquisition'], indicator: ['新客获取成本', 'Cost per new customer'], target: { text: ['≤150元', '≤¥150'] }, path: ['以测试结论筛选素材与人群', 'Keep only creatives and audiences that tested well'], owner: 'media' },
  ],
  risks: [
    { name: ['核心达人临时解约', 'Key creator cancels'], category: 'people', likelihood: 'medium', impact: 'high', trigger: ['达人在发布前 3 天内取消', 'Cancels within 3 days of publishing'], response: ['24 小时内启用备选达人并改排期', 'Substitute within 24 hours, schedule changed'], owner: 'content' },
    { name: ['信息流转化不足', 'Feed ads convert poorly'], category: 'effect', likelihood: 'medium', impact: 'high', trigger: ['转化率连续 2 天低于 1%', 'CVR below 1% for 2 days running'], response: ['停掉末位素材，加大用户证言类占比', 'Stop the weakest creatives, more testimonials'], owner: 'media' },
    { name: ['首发备货不足', 'Launch stock too low'], category: 'supply', likelihood: 'low', impact: 'high', trigger: ['可售库存低于 3 日预测销量', 'Stock below 3 days of forecast sales'], response: ['改为预售并公布发货日', 'Switch to pre-sale with a delivery date'], owner: 'channel' },
    { name: ['功效用语被质疑', 'A claim is challenged'], category: 'content', likelihood: 'low', impact: 'high', trigger: ['平台驳回或用户公开质疑', 'Platform rejects, or public doubt'], response: ['先下线相关素材，再由法务出具说明', 'Take the creative down, legal states the evidence'], owner: 'legal' },
  ],
}
