import { day, task, week } from './template.ts'
import type { PlanTemplate } from './template.ts'

/** 老客复购: eight weeks; the members' day is Saturday of week 5. */
export const REPURCHASE: PlanTemplate = {
  id: 'repurchase',
  name: ['老客复购', 'Repurchase of existing customers'],
  summary: ['分层、触达、会员日、沉淀：八周提升老客复购并唤醒沉睡客户', 'Segments, touches, a members’ day: more repeat orders and dormant customers woken in eight weeks'],
  event: { name: ['会员日', 'Members’ day'], day: { week: 5, weekday: 6 } },
  reserveBp: 1000,
  lines: {
    benefit: ['优惠与权益', 'Coupons and benefits'],
    touch: ['触达费用', 'Touch costs'],
    community: ['社群运营', 'Communities'],
    material: ['内容与物料', 'Content and materials'],
    referral: ['转介绍奖励', 'Referral rewards'],
  },
  phases: [
    { key: 'segment', name: ['分层期', 'Segments'], goal: ['人群、权益、话术一一对应', 'Audience, benefit and wording fit'], weeks: [1, 2] },
    { key: 'touch', name: ['触达期', 'First touches'], goal: ['验证每层最有效的触达方式', 'The best way to reach each segment found'], weeks: [3, 4] },
    { key: 'burst', name: ['爆发期', 'Members’ week'], goal: ['会员日集中成交', 'Orders concentrate on the members’ day'], weeks: [5, 6] },
    { key: 'keep', name: ['沉淀期', 'Keeping'], goal: ['把复购变成日常', 'Repeat orders become routine'], weeks: [7, 8] },
  ],
  tasks: [
    task('segment', ['客户数据清洗', 'Customer data cleaned'], 'data', [week(1, 1), 4, 'working'], ['去重并脱敏，口径成文', 'No duplicates, no names, definition written down']),
    task('segment', ['人群分层', 'Customers segmented'], 'crm', [week(1, 5), 3, 'working'], ['每层有人数、特征、目标', 'Size, traits and goal for each segment'], { after: ['客户数据清洗'], isMilestone: true }),
    task('segment', ['权益与成本测算', 'Benefits and their cost'], 'planner', [week(2, 3), 3, 'working'], ['每单让利不超过毛利三成', 'Discount below 30% of gross margin'], { after: ['人群分层'] }),
    task('segment', ['触达内容制作', 'Messages made'], 'content', [week(1, 5), 6, 'working'], ['每层至少两版可比内容', 'At least two versions for each segment'], { money: ['material', 900] }),
    task('segment', ['退订与频次规则', 'Opt-out and frequency rules'], 'legal', [week(2, 3), 2, 'working'], ['每人每周不超过两次', 'At most two touches a person a week']),
    task('touch', ['高价值客户专属邀约', 'High-value customers invited'], 'crm', [week(3, 1), 10, 'calendar'], ['一对一邀约，当天回访', 'Personal invitation, answered the same day'], { money: ['benefit', 1500], after: ['权益与成本测算', '触达内容制作'], kpi: ['复购率≥25%', 'repurchase rate ≥ 25%'] }),
    task('touch', ['沉睡客户唤醒首轮', 'First waking of dormant customers'], 'crm', [week(3, 2), 10, 'calendar'], ['分两版对照发送', 'Sent in two versions'], { money: ['touch', 1400], after: ['触达内容制作', '退订与频次规则'], kpi: ['唤醒率≥8%, 退订率<1%', 'wake-up rate ≥ 8%, unsubscribe rate < 1%'] }),
    task('touch', ['社群预热', 'Communities warmed up'], 'crm', [week(3, 3), 12, 'calendar'], ['每群每天一个话题', 'One topic per group per day'], { money: ['community', 800], kpi: ['群活跃率≥30%', 'active members ≥ 30%'] }),
    task('touch', ['首轮效果评估', 'First round evaluated'], 'data', [week(4, 5), 1, 'working'], ['胜出版本与放量名单', 'Winning versions and lists to scale'], { isMilestone: true }),
    task('burst', ['会员日页面与备货', 'Members’ day page and stock'], 'channel', [day(-7), 5, 'working'], ['压测通过，备货按预测 1.2 倍', 'Load-tested, stock at 1.2 × forecast'], { money: ['material', 400] }),
    task('burst', ['会员日', 'Members’ day'], 'channel', [day(0), 2, 'calendar'], ['客服首响不超过 60 秒', 'First answer within 60 seconds'], { money: ['benefit', 2400], after: ['会员日页面与备货'], isMilestone: true, kpi: ['客单价≥300元, 投产比≥1:4', 'AOV ≥ ¥300, ROAS ≥ 4'] }),
    task('burst', ['转介绍活动', 'Referral campaign'], 'planner', [day(1), 12, 'calendar'], ['奖励 24 小时内到账', 'Reward paid within 24 hours'], { money: ['referral', 1200], kpi: ['转介绍率≥5%', 'referral rate ≥ 5%'] }),
    task('burst', ['唤醒第二轮', 'Second waking'], 'crm', [week(6, 1), 7, 'calendar'], ['只发首轮胜出版本', 'Only the winning versions'], { money: ['touch', 900], after: ['首轮效果评估'], kpi: ['唤醒率≥8%', 'wake-up rate ≥ 8%'] }),
    task('keep', ['订阅与周期购', 'Subscriptions'], 'channel', [week(7, 1), 12, 'calendar'], ['可随时取消', 'Can be cancelled at any time'], { money: ['benefit', 500], kpi: ['订阅转化率≥3%', 'subscription rate ≥ 3%'] }),
    task('keep', ['客户声音整理', 'Customers’ words gathered'], 'data', [week(7, 2), 5, 'working'], ['问题分类并给出责任部门', 'Sorted, each with a department']),
    task('keep', ['复盘与常态化机制', 'Review and routine'], 'lead', [week(8, 2), 4, 'working'], ['触达日历与权益表交付运营', 'Touch calendar and benefit table handed over'], { after: ['客户声音整理'], isMilestone: true }),
  ],
  kpis: [
    { dimension: ['复购', 'Repeat orders'], indicator: ['老客复购率', 'Repurchase rate'], target: { text: ['≥25%', '≥25%'] }, path: ['分层权益 + 会员日', 'Benefits by segment, members’ day'], owner: 'crm' },
    { dimension: ['唤醒', 'Waking'], indicator: ['沉睡客户唤醒率', 'Wake-up rate'], target: { text: ['≥8%', '≥8%'] }, path: ['两轮对照触达', 'Two compared rounds'], owner: 'crm' },
    { dimension: ['销售转化', 'Sales'], indicator: ['老客销售额', 'Sales to existing customers'], target: { timesTotal: 5 }, path: ['会员日 + 周期购', 'Members’ day and subscriptions'], owner: 'lead' },
    { dimension: ['体验', 'Experience'], indicator: ['退订率', 'Unsubscribe rate'], target: { text: ['<1%', '<1%'] }, path: ['频次规则', 'Frequency rules'], owner: 'crm' },
  ],
  risks: [
    { name: ['触达过频引发退订', 'Too many touches'], category: 'effect', likelihood: 'medium', impact: 'medium', trigger: ['单日退订率超过 1%', 'Unsubscribe rate above 1% in a day'], response: ['当日停发，改用社群与服务号', 'Stop for the day, use communities instead'], owner: 'crm' },
    { name: ['优惠被套利', 'Coupons abused'], category: 'supply', likelihood: 'medium', impact: 'medium', trigger: ['同一地址 5 单以上', 'More than 5 orders to one address'], response: ['冻结异常券并人工核实', 'Freeze the coupons, check by hand'], owner: 'channel' },
    { name: ['会员日系统拥堵', 'System overload on the day'], category: 'site', likelihood: 'low', impact: 'high', trigger: ['下单响应超过 3 秒', 'Ordering takes more than 3 seconds'], response: ['分时段开放并延长活动', 'Open in slots and extend the day'], owner: 'channel' },
    { name: ['客户信息泄露', 'Customer data leaks'], category: 'content', likelihood: 'low', impact: 'high', trigger: ['发现未脱敏名单外传', 'A list with names leaves the company'], response: ['立即收回权限、通报并启动应急流程', 'Withdraw access, report, start the emergency procedure'], owner: 'legal' },
  ],
}
