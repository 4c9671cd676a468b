import { day, task, week } from './template.ts'
import type { PlanTemplate } from './template.ts'

/** 渠道拓展: twelve weeks; the pilot opens on Monday of week 4. */
export const CHANNEL_EXPANSION: PlanTemplate = {
  id: 'channel_expansion',
  name: ['渠道拓展', 'Channel expansion'],
  summary: ['先试点再铺开：十二周把一个新渠道或新区域做成可复制的打法', 'Pilot first, then roll out: a new channel or region made repeatable in twelve weeks'],
  event: { name: ['试点开业日', 'Pilot opening'], day: { week: 4, weekday: 1 } },
  reserveBp: 1000,
  lines: {
    entry: ['入驻与渠道费', 'Entry and channel fees'],
    store: ['门店与陈列', 'Stores and display'],
    media: ['本地引流', 'Local promotion'],
    trade: ['渠道激励', 'Trade incentives'],
    research: ['调研与培训', 'Research and training'],
  },
  phases: [
    { key: 'choose', name: ['选点期', 'Choice'], goal: ['选定试点并签下合作方', 'Pilot sites chosen, partners signed'], weeks: [1, 3] },
    { key: 'pilot', name: ['试点期', 'Pilot'], goal: ['跑通单点模型', 'One site works and pays'], weeks: [4, 6] },
    { key: 'roll', name: ['铺开期', 'Roll-out'], goal: ['按模型复制到全部点位', 'The model copied to every site'], weeks: [7, 10] },
    { key: 'settle', name: ['固化期', 'Settling'], goal: ['打法成文，移交日常运营', 'The method written down and handed over'], weeks: [11, 12] },
  ],
  tasks: [
    task('choose', ['目标区域与客群评估', 'Region and audience assessed'], 'data', [week(1, 1), 6, 'working'], ['评分表覆盖全部候选点位', 'Every candidate site scored'], { money: ['research', 400] }),
    task('choose', ['渠道政策与价格体系', 'Channel terms and prices'], 'channel', [week(1, 2), 5, 'working'], ['与现有渠道价格不冲突', 'No conflict with existing channels']),
    task('choose', ['合作方筛选与签约', 'Partners chosen and signed'], 'channel', [week(2, 2), 8, 'working'], ['合同写明退出与窜货条款', 'Contract covers exit and diversion'], { money: ['entry', 2000], after: ['渠道政策与价格体系'], kpi: ['签约合作方≥5家', 'partners signed ≥ 5'] }),
    task('choose', ['试点方案签认', 'Pilot plan signed off'], 'lead', [day(-4), 1, 'working'], ['成功与止损标准写进方案', 'Success and stop criteria written down'], { after: ['目标区域与客群评估'], isMilestone: true }),
    task('pilot', ['试点开业', 'Pilot opens'], 'channel', [day(0), 1, 'calendar'], ['陈列、系统、人员三项验收', 'Display, systems and staff accepted'], { money: ['store', 800], after: ['合作方筛选与签约', '试点方案签认'], isMilestone: true }),
    task('pilot', ['导购与客服培训', 'Shop and service staff trained'], 'crm', [day(-3), 4, 'working'], ['考核全员通过', 'Everybody passes the test'], { money: ['research', 300], kpi: ['培训通过率100%', 'training passed 100%'] }),
    task('pilot', ['本地引流测试', 'Local promotion tested'], 'media', [day(1), 18, 'calendar'], ['三种引流方式有可比结论', 'Three ways compared'], { money: ['media', 900], kpi: ['到店成本≤40元, 到店转化率≥20%', 'cost per visit ≤ ¥40, visit conversion rate ≥ 20%'] }),
    task('pilot', ['试点周度追踪', 'Weekly pilot tracking'], 'data', [week(4, 5), 14, 'calendar'], ['每周一页：客流、成交、库存', 'One page a week: visits, orders, stock'], {}),
    task('pilot', ['试点评审', 'Pilot review'], 'lead', [week(6, 5), 1, 'working'], ['对照标准决定铺开、调整或停止', 'Go, change or stop, against the criteria'], { isMilestone: true }),
    task('roll', ['第一批点位上线', 'First batch of sites opens'], 'channel', [week(7, 1), 12, 'calendar'], ['每个点位验收单齐全', 'Acceptance sheet for every site'], { money: ['store', 1400], after: ['试点评审'], kpi: ['上线点位≥10个', 'sites open ≥ 10'] }),
    task('roll', ['第二批点位上线', 'Second batch of sites opens'], 'channel', [week(9, 1), 12, 'calendar'], ['沿用首批验收标准', 'Same acceptance as the first batch'], { money: ['store', 1200], after: ['第一批点位上线'], kpi: ['上线点位≥10个', 'sites open ≥ 10'] }),
    task('roll', ['开业引流', 'Opening promotion'], 'media', [week(7, 3), 24, 'calendar'], ['只用试点验证过的方式', 'Only what the pilot proved'], { money: ['media', 1800], after: ['本地引流测试'], kpi: ['投产比≥1:2.5', 'ROAS ≥ 2.5'] }),
    task('roll', ['渠道激励执行', 'Trade incentives'], 'channel', [week(8, 1), 20, 'calendar'], ['按实销兑现，每周公示', 'Paid on sell-out, published weekly'], { money: ['trade', 1200], kpi: ['动销率≥80%', 'sell-through rate ≥ 80%'] }),
    task('settle', ['渠道分级与去留', 'Channels graded'], 'data', [week(11, 1), 4, 'working'], ['样本不足的不评级', 'No grade on too small a sample']),
    task('settle', ['打法手册', 'Playbook'], 'planner', [week(11, 2), 6, 'working'], ['新人照做可独立开点', 'A newcomer can open a site with it'], { isMilestone: true }),
    task('settle', ['移交日常运营', 'Handed over to operations'], 'lead', [week(12, 4), 2, 'working'], ['责任人、预算、指标三项交接', 'Owner, budget and KPIs handed over'], { after: ['打法手册'], isMilestone: true }),
  ],
  kpis: [
    { dimension: ['覆盖', 'Coverage'], indicator: ['上线点位数', 'Sites open'], target: { costEach: 20_000, unit: ['个', ' stores'] }, path: ['试点模型复制', 'Copies of the pilot'], owner: 'channel' },
    { dimension: ['销售转化', 'Sales'], indicator: ['新渠道销售额', 'Sales of the new channel'], target: { timesTotal: 2 }, path: ['开业引流 + 渠道激励', 'Opening promotion and incentives'], owner: 'channel' },
    { dimension: ['效率', 'Efficiency'], indicator: ['动销率', 'Sell-through rate'], target: { text: ['≥80%', '≥80%'] }, path: ['按实销补货', 'Refill on sell-out'], owner: 'channel' },
    { dimension: ['获客', 'Acquisition'], indicator: ['到店成本', 'Cost per visit'], target: { text: ['≤40元', '≤¥40'] }, path: ['只放大验证过的引流方式', 'Scale only what was proved'], owner: 'media' },
  ],
  risks: [
    { name: ['合作方迟迟不签', 'Partner does not sign'], category: 'supply', likelihood: 'medium', impact: 'medium', trigger: ['开业前 10 天仍未签约', 'Not signed 10 days before opening'], response: ['启用备选合作方，试点减为一处', 'Substitute partner, pilot cut to one site'], owner: 'channel' },
    { name: ['渠道价格冲突', 'Price conflict between channels'], category: 'supply', likelihood: 'medium', impact: 'high', trigger: ['同款价差超过 5%', 'Price gap above 5%'], response: ['暂停低价方供货并核查', 'Stop supply to the lower side and check'], owner: 'channel' },
    { name: ['试点不达标', 'Pilot misses its criteria'], category: 'effect', likelihood: 'medium', impact: 'high', trigger: ['试点评审低于止损标准', 'Below the stop criteria at the review'], response: ['不铺开，余款转入应急储备', 'No roll-out, rest of the money to the reserve'], owner: 'lead' },
    { name: ['一线人手不足', 'Too few people on the floor'], category: 'people', likelihood: 'medium', impact: 'medium', trigger: ['点位到岗率低于 90%', 'Staffing below 90%'], response: ['顺延第二批上线', 'Postpone the second batch'], owner: 'crm' },
  ],
}
