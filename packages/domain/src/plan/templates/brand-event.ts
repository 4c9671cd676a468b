import { day, task, week } from './template.ts'
import type { PlanTemplate } from './template.ts'

/** 品牌活动 (anniversary, summit, big promotion): eight weeks around an event day in week 6. */
export const BRAND_EVENT: PlanTemplate = {
  id: 'brand_event',
  name: ['品牌活动', 'Brand event'],
  summary: ['周年庆、峰会、大促：八周筹备并办好一场线上线下联动的活动', 'Anniversary, summit or big promotion: one online and offline event in eight weeks'],
  event: { name: ['活动日', 'Event day'], day: { week: 6, weekday: 6 } },
  reserveBp: 1000,
  lines: {
    site: ['场地与搭建', 'Venue and build'],
    guest: ['嘉宾与媒体', 'Guests and press'],
    media: ['线上传播', 'Online promotion'],
    material: ['物料与设计', 'Materials and design'],
    gift: ['礼品与权益', 'Gifts and benefits'],
  },
  phases: [
    { key: 'prepare', name: ['筹备期', 'Preparation'], goal: ['方案、场地、嘉宾三项锁定', 'Concept, venue and guests locked'], weeks: [1, 3] },
    { key: 'warm', name: ['预热期', 'Warm-up'], goal: ['报名人数达到场地容量', 'Sign-ups fill the venue'], weeks: [4, 5] },
    { key: 'burst', name: ['爆发期', 'Event week'], goal: ['现场零事故，声量集中释放', 'No incident on site, one wave of attention'], weeks: [6, 6] },
    { key: 'close', name: ['收尾期', 'Closing'], goal: ['兑现权益，跟进线索', 'Benefits given, leads followed up'], weeks: [7, 7] },
    { key: 'review', name: ['复盘期', 'Review'], goal: ['账目、数据、经验三清', 'Money, data and lessons settled'], weeks: [8, 8] },
  ],
  tasks: [
    task('prepare', ['立项与分工', 'Set-up and roles'], 'lead', [week(1, 1), 2, 'working'], ['分工表每项任务只有一位审批人', 'Exactly one approver per task'], { isMilestone: true }),
    task('prepare', ['主题与流程方案', 'Theme and run of show'], 'planner', [week(1, 3), 6, 'working'], ['流程精确到 5 分钟', 'Run of show to five minutes'], { after: ['立项与分工'] }),
    task('prepare', ['场地勘察与签约', 'Venue visited and booked'], 'events', [day(-36), 8, 'working'], ['合同含雨天与改期条款', 'Contract covers rain and change of date'], { money: ['site', 2200], after: ['立项与分工'] }),
    task('prepare', ['嘉宾与媒体邀约', 'Guests and press invited'], 'planner', [week(2, 1), 12, 'working'], ['书面确认并留备选', 'Confirmed in writing, substitutes named'], { money: ['guest', 1500], kpi: ['确认到场媒体≥15家', 'press confirmed ≥ 15'] }),
    task('prepare', ['主视觉与物料设计', 'Key visual and materials designed'], 'design', [week(2, 4), 7, 'working'], ['一次送审通过，含尺寸清单', 'Passed at first review, sizes listed'], { money: ['material', 700], after: ['主题与流程方案'] }),
    task('warm', ['报名页与投放', 'Sign-up page and promotion'], 'media', [week(4, 1), 12, 'calendar'], ['报名数据每日回传', 'Sign-ups reported daily'], { money: ['media', 1800], after: ['主视觉与物料设计'], kpi: ['报名转化率≥10%, 获客成本≤60元', 'sign-up rate ≥ 10%, CPA ≤ ¥60'] }),
    task('warm', ['悬念内容连发', 'Teaser series'], 'content', [week(4, 3), 14, 'calendar'], ['每两天一条，评论区当天回复', 'One every two days, comments answered the same day'], { money: ['media', 500], kpi: ['互动率≥4%', 'engagement rate ≥ 4%'] }),
    task('warm', ['物料制作与入场清单', 'Materials made and listed'], 'events', [week(4, 1), 9, 'working'], ['数量与签收单一致', 'Counts agree with the delivery note'], { money: ['material', 800], after: ['主视觉与物料设计'] }),
    task('warm', ['跨部门支援确认', 'Support of other departments confirmed'], 'lead', [day(-15), 1, 'working'], ['客服、法务、门店各有到岗名单', 'Named people from service, legal and shops'], { isMilestone: true }),
    task('burst', ['搭建与彩排', 'Build and rehearsal'], 'events', [day(-2), 2, 'calendar'], ['全流程彩排一次无中断', 'One full rehearsal without a stop'], { money: ['site', 900], after: ['物料制作与入场清单'] }),
    task('burst', ['活动日执行', 'Event day'], 'events', [day(0), 1, 'calendar'], ['签到、直播、安全三线有人值守', 'Check-in, stream and safety each staffed'], { money: ['gift', 1000], after: ['搭建与彩排'], isMilestone: true, kpi: ['到场率≥60%, 投诉率<1%', 'attendance rate ≥ 60%, complaint rate < 1%'] }),
    task('burst', ['直播与二次传播', 'Live-stream and clips'], 'content', [day(0), 2, 'calendar'], ['活动结束 2 小时内出首条快剪', 'First clip within 2 hours of the end'], { money: ['media', 400], kpi: ['完播率≥20%', 'completion rate ≥ 20%'] }),
    task('close', ['权益兑现与致谢', 'Benefits given, thanks sent'], 'crm', [week(7, 1), 5, 'working'], ['礼品签收率可查', 'Receipt of every gift on record'], { money: ['gift', 200], after: ['活动日执行'] }),
    task('close', ['线索分发与跟进', 'Leads handed over'], 'channel', [week(7, 1), 5, 'working'], ['48 小时内首次联系', 'First contact within 48 hours'], { kpi: ['线索跟进率≥95%', 'leads followed up ≥ 95%'] }),
    task('review', ['费用结算', 'Costs settled'], 'lead', [week(8, 1), 3, 'working'], ['合同、发票、验收单三单一致', 'Contract, invoice and acceptance agree']),
    task('review', ['复盘报告', 'Review report'], 'data', [week(8, 4), 2, 'working'], ['目标逐项对照，附改进清单', 'Every goal compared, improvements listed'], { after: ['费用结算'], isMilestone: true }),
  ],
  kpis: [
    { dimension: ['参与', 'Attendance'], indicator: ['到场人数', 'Attendance'], target: { costEach: 500, unit: ['人', ' people'] }, path: ['报名投放 + 老客邀约', 'Sign-up ads and invitations'], owner: 'events' },
    { dimension: ['品牌曝光', 'Reach'], indicator: ['话题与直播曝光量', 'Impressions of topic and stream'], target: { costEach: 0.1, unit: ['次', ''] }, path: ['悬念内容 + 直播 + 媒体', 'Teasers, stream, press'], owner: 'content' },
    { dimension: ['线索', 'Leads'], indicator: ['有效线索数', 'Valid leads'], target: { costEach: 250, unit: ['条', ' entries'] }, path: ['现场扫码 + 直播留资', 'On-site codes and stream forms'], owner: 'channel' },
    { dimension: ['满意', 'Satisfaction'], indicator: ['现场满意度', 'Satisfaction on site'], target: { text: ['≥90%', '≥90%'] }, path: ['流程彩排 + 服务动线', 'Rehearsal and service routes'], owner: 'events' },
  ],
  risks: [
    { name: ['活动日降雨', 'Rain on the day'], category: 'site', likelihood: 'medium', impact: 'medium', trigger: ['活动前 48 小时预报有雨', 'Rain forecast 48 hours ahead'], response: ['启用雨棚或转入室内场地', 'Canopies, or move indoors'], owner: 'events' },
    { name: ['主讲嘉宾缺席', 'Main speaker absent'], category: 'people', likelihood: 'low', impact: 'high', trigger: ['前一日未到达', 'Not arrived the day before'], response: ['备选嘉宾顶替并调整议程', 'Substitute speaks, agenda changed'], owner: 'planner' },
    { name: ['现场人流超限', 'Too many people'], category: 'site', likelihood: 'medium', impact: 'high', trigger: ['同时在场超过核定人数九成', 'Above 90% of the permitted number'], response: ['分批放行并关闭现场报名', 'Admit in groups, close on-site sign-up'], owner: 'events' },
    { name: ['负面话题发酵', 'Negative topic spreads'], category: 'opinion', likelihood: 'low', impact: 'high', trigger: ['负面提及 1 小时内超过 20 条', 'More than 20 negative mentions in an hour'], response: ['按预案发布说明，统一口径', 'Publish the prepared statement, one voice'], owner: 'legal' },
  ],
}
