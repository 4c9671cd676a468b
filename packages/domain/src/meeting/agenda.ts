import type { MeetingKind } from '../records/entities.ts'

type Locale = 'zh-CN' | 'en'

/** Minutes of a meeting that nobody set otherwise (X5): stand-up 15, weekly an hour. */
export const MEETING_MINUTES: Readonly<Record<MeetingKind, number>> = {
  kick_off: 90,
  stand_up: 15,
  weekly: 60,
  monthly: 90,
  retrospective: 90,
  other: 60,
}

const NAMES: Readonly<Record<MeetingKind, readonly [string, string]>> = {
  kick_off: ['启动会', 'Kick-off'],
  stand_up: ['日站会', 'Stand-up'],
  weekly: ['周例会', 'Weekly review'],
  monthly: ['月复盘会', 'Monthly review'],
  retrospective: ['复盘会', 'Retrospective'],
  other: ['会议', 'Meeting'],
}

/** Points with the part of the time each may take. */
const POINTS: Readonly<Record<MeetingKind, readonly (readonly [number, string, string])[]>> = {
  kick_off: [
    [
      0.15,
      '目标与范围：要达成什么，什么不做',
      'Objective and scope: what is to be reached, what is not done',
    ],
    [0.25, '策略、预算与阶段安排', 'Strategy, budget and phases'],
    [
      0.3,
      '分工：每个人确认自己的任务与交付标准',
      'Who does what: everybody confirms the own tasks and their standard',
    ],
    [0.2, '风险与预案，跨部门支持', 'Risks and responses, support of other departments'],
    [0.1, '沟通节奏：站会、周会、日报', 'Rhythm: stand-up, weekly review, daily fill-in'],
  ],
  stand_up: [
    [0.3, '昨天完成了什么', 'What was done yesterday'],
    [0.3, '今天做什么', 'What is done today'],
    [0.4, '哪里受阻，需要谁协调', 'What blocks, and who helps'],
  ],
  weekly: [
    [0.25, '本周达成与目标对比', 'This week against its targets'],
    [0.2, '花费与计划对比', 'Spend against plan'],
    [0.25, '延期与问题：原因、责任人、期限', 'Delays and issues: cause, owner, date'],
    [0.15, '预警与调整', 'Alerts and adjustments'],
    [0.15, '下周安排', 'Next week'],
  ],
  monthly: [
    [0.3, '本月达成：目标、渠道、投产比', 'The month: targets, channels, ROAS'],
    [0.25, '预算执行与重新分配', 'Budget used and moved'],
    [0.25, '做得好的与要改的', 'What went well and what has to change'],
    [0.2, '下月重点', 'Next month'],
  ],
  retrospective: [
    [0.15, '回顾目标：定了什么，达成多少', 'Goals: what was set, what was reached'],
    [0.15, '回顾过程：阶段、关键决定与调整', 'Process: phases, decisions and adjustments'],
    [0.15, '结果：渠道、费用与回报', 'Results: channels, spend and return'],
    [0.2, '做得好的与没做好的', 'What worked and what did not'],
    [0.2, '原因：追问到可以改的一层', 'Causes: down to what can be changed'],
    [0.15, '下一步：改进项、负责人与经验入库', 'Next steps: improvements, owners, lessons kept'],
  ],
  other: [],
}

export function meetingName(kind: MeetingKind, locale: Locale): string {
  return NAMES[kind][locale === 'en' ? 1 : 0]
}

/** The agenda that a meeting begins with: its points in order, with whole minutes that sum to its length. */
export function meetingAgenda(kind: MeetingKind, minutes: number, locale: Locale): string {
  let used = 0
  let share = 0
  return POINTS[kind]
    .map(([part, zh, en], index) => {
      share += part
      const until = index === POINTS[kind].length - 1 ? minutes : Math.round(minutes * share)
      const own = until - used
      used = until
      return locale === 'en' ? `${index + 1}. ${en} (${own} min)` : `${index + 1}. ${zh}（${own} 分钟）`
    })
    .join('\n')
}
