import type { MeetingKind } from '../../records/entities.ts'
import type { ReportLocale } from './report-input.ts'

export interface MinutesWords {
  readonly title: string
  readonly kinds: Readonly<Record<MeetingKind, string>>
  readonly facts: Readonly<Record<'kind' | 'time' | 'attendees', string>>
  readonly headings: Readonly<
    Record<
      'agenda' | 'figures' | 'done' | 'next' | 'blocked' | 'discussion' | 'decisions' | 'actions',
      string
    >
  >
  /** What a meeting of the kind goes through, where nobody wrote an agenda. */
  readonly agenda: Readonly<Record<MeetingKind, readonly string[]>>
  readonly figures: Readonly<Record<'spent' | 'channelCost' | 'done' | 'late' | 'due' | 'kpis', string>>
  readonly planned: (amount: string) => string
  /** Beside a spend that the channels' cost stands in for. */
  readonly fromChannels: string
  /** Which days' spend and plan are counted. */
  readonly spendUntil: (day: string) => string
  readonly spendMissing: (days: string) => string
  readonly filledCaption: string
  readonly filledIn: string
  readonly fields: Readonly<
    Record<'spent' | 'progress' | 'reached', (from: string, to: string) => string> &
      Record<'issue', (text: string) => string>
  >
  readonly actionsCaption: string
  readonly action: string
  readonly noDecisions: string
  readonly noActions: string
}

export const MINUTES_WORDS: Readonly<Record<ReportLocale, MinutesWords>> = {
  'zh-CN': {
    title: '会议纪要',
    kinds: {
      kick_off: '启动会',
      stand_up: '日站会',
      weekly: '周例会',
      monthly: '月复盘会',
      retrospective: '复盘会',
      other: '会议',
    },
    facts: { kind: '类型', time: '时间', attendees: '参会人' },
    headings: {
      agenda: '议程',
      figures: '数据',
      done: '完成情况',
      next: '接下来的工作',
      blocked: '困难与所需支持',
      discussion: '讨论要点',
      decisions: '决议',
      actions: '行动项',
    },
    agenda: {
      kick_off: ['目标与范围', '阶段与里程碑', '分工与各自任务确认', '风险与预案', '沟通与例会安排'],
      stand_up: ['昨日完成', '今日计划', '遇到的困难'],
      weekly: ['本周支出与目标达成', '渠道表现', '预警与问题', '策略调整', '下周计划'],
      monthly: ['本月目标达成', '费用与回报', '渠道评估与资源调整', '经验与教训', '下月计划'],
      retrospective: ['目标回顾', '过程回顾', '结果', '做得好的与没做好的', '原因分析', '下一步'],
      other: [],
    },
    figures: {
      spent: '支出',
      channelCost: '渠道消耗',
      done: '完成任务',
      late: '延期',
      due: '即将到期',
      kpis: '指标达标',
    },
    planned: (amount) => `计划 ${amount}`,
    fromChannels: '这段时间没有填报或入账支出，此处取各渠道的消耗。',
    spendUntil: (day) => `支出数据截至 ${day}，计划也只算到有支出数据的日子。`,
    spendMissing: (days) => `${days}没有支出数据，当天的计划未计入。`,
    filledCaption: '会前填报',
    filledIn: '填报内容',
    fields: {
      spent: (from, to) => `累计支出 ${from} → ${to}`,
      progress: (from, to) => `进度 ${from} → ${to}`,
      reached: (from, to) => `达成值 ${from} → ${to}`,
      issue: (text) => `问题：${text}`,
    },
    actionsCaption: '行动项清单',
    action: '事项',
    noDecisions: '没有记录决议。',
    noActions: '没有记录行动项。',
  },
  en: {
    title: 'Minutes',
    kinds: {
      kick_off: 'Kick-off',
      stand_up: 'Stand-up',
      weekly: 'Weekly review',
      monthly: 'Monthly review',
      retrospective: 'Retrospective',
      other: 'Meeting',
    },
    facts: { kind: 'Kind', time: 'Time', attendees: 'Present' },
    headings: {
      agenda: 'Agenda',
      figures: 'Figures',
      done: 'Done',
      next: 'Next',
      blocked: 'Blocked',
      discussion: 'Discussion',
      decisions: 'Decisions',
      actions: 'Actions',
    },
    agenda: {
      kick_off: [
        'Goals and scope',
        'Phases and milestones',
        'Who does what',
        'Risks',
        'How we keep in touch',
      ],
      stand_up: ['Yesterday', 'Today', 'Blocked'],
      weekly: ['Spend and targets of the week', 'Channels', 'Alerts and issues', 'Adjustments', 'Next week'],
      monthly: [
        'Targets of the month',
        'Money and return',
        'Channels and resources',
        'Lessons',
        'Next month',
      ],
      retrospective: [
        'Goals reviewed',
        'Process reviewed',
        'Results',
        'What worked and what did not',
        'Causes',
        'Next steps',
      ],
      other: [],
    },
    figures: {
      spent: 'Spent',
      channelCost: 'Channel cost',
      done: 'Tasks finished',
      late: 'Late',
      due: 'Due',
      kpis: 'Metrics met',
    },
    planned: (amount) => `planned ${amount}`,
    fromChannels: 'No spend was entered or posted in this time; this is what the channels cost.',
    spendUntil: (day) => `Spend is known up to ${day}; the plan is that of the days whose spend is known.`,
    spendMissing: (days) => `No spend is known of ${days}; what was planned then is not counted.`,
    filledCaption: 'Filled in before the meeting',
    filledIn: 'Filled in',
    fields: {
      spent: (from, to) => `spent ${from} → ${to}`,
      progress: (from, to) => `progress ${from} → ${to}`,
      reached: (from, to) => `reached ${from} → ${to}`,
      issue: (text) => `issue: ${text}`,
    },
    actionsCaption: 'Actions',
    action: 'Action',
    noDecisions: 'No decision was recorded.',
    noActions: 'No action was recorded.',
  },
}
