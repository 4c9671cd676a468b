import type { ReportLocale } from './report-input.ts'

/** Everything that the weekly report says beside the common words. Figures arrive formatted. */
export interface WeeklyWords {
  readonly title: string
  readonly week: (number: number | null, start: string, end: string) => string
  readonly headings: Readonly<
    Record<'summary' | 'spend' | 'targets' | 'channels' | 'tasks' | 'alerts' | 'adjustments' | 'next', string>
  >
  readonly headline: {
    readonly spent: (share: string) => string
    readonly spentAsPlanned: string
    readonly spentOnly: (amount: string) => string
    readonly openIssues: (count: number) => string
    readonly late: (count: number) => string
    readonly noneLate: string
    readonly openAlerts: (count: number) => string
    readonly nothing: string
  }
  readonly say: {
    readonly spend: (spent: string, planned: string, share: string, until: string | null) => string
    readonly over: (amount: string) => string
    readonly under: (amount: string) => string
    readonly exactly: string
    readonly spendOnly: (spent: string) => string
    readonly missing: (days: string) => string
    /** @param days weekdays that both weeks know */
    readonly change: (share: string, isMore: boolean, days: number) => string
    readonly highDay: (day: string, spent: string, planned: string) => string
    readonly effect: (conversions: string, sales: string, cpa: string, roas: string) => string
    readonly bestAndWorst: (best: string, bestRoas: string, worst: string, worstRoas: string) => string
    readonly kpis: (judged: number, met: number, missed: string) => string
    readonly tasks: (done: number, late: number) => string
    readonly longest: (name: string, days: number) => string
    readonly issues: (count: number, serious: number) => string
    readonly alerts: (count: number, open: number) => string
    readonly next: (count: number) => string
    readonly nothing: string
  }
  readonly figures: {
    readonly spent: string
    readonly channelCost: string
    readonly spentNote: (share: string, planned: string, isPartial: boolean) => string
    readonly done: string
    readonly doneNote: (late: number, next: number) => string
    readonly kpis: string
    readonly roas: string
    readonly roasNote: (roi: string) => string
    readonly cpa: string
    readonly cpaNote: (conversions: string) => string
  }
  readonly captions: Readonly<
    Record<
      'spendChart' | 'spend' | 'channels' | 'done' | 'late' | 'next' | 'alerts' | 'issues' | 'adjustments',
      string
    >
  >
  readonly spendNote: string
  /** Of the total row, where it is not that of the whole week. */
  readonly totalOf: (days: number) => string
  readonly totalNote: (until: string) => string
  /** Of the ledger, where a day before the last entry has none. */
  readonly coveredNote: string
  readonly fromChannels: string
  readonly targetNote: string
  readonly weekTargets: Readonly<Record<'caption' | 'due' | 'actual' | 'toDate' | 'note', string>>
  readonly channelNote: string
  /** The kind of the revenue that ROAS and ROI are made of (F4). */
  readonly revenueNote: string
  readonly noSpend: string
  readonly noTargets: string
  readonly noChannels: string
  /** Facts that name no channel. */
  readonly noChannel: string
  readonly noTasks: string
  readonly noNext: string
  readonly nextSteps: {
    readonly late: (names: string) => string
    readonly missed: (names: string) => string
    readonly issues: (names: string) => string
    readonly alerts: (rules: string) => string
    readonly over: (amount: string) => string
  }
  readonly chart: (peakDay: string, spent: string) => string
}

const several = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

export const WEEKLY_WORDS: Readonly<Record<ReportLocale, WeeklyWords>> = {
  'zh-CN': {
    title: '周复盘报告',
    week: (number, start, end) => `${number === null ? '' : `第 ${number} 周，`}${start} 至 ${end}`,
    headings: {
      summary: '本周结论',
      spend: '费用',
      targets: '目标达成',
      channels: '渠道表现',
      tasks: '任务进展',
      alerts: '预警与问题',
      adjustments: '策略调整',
      next: '下周计划',
    },
    headline: {
      spent: (share) => `支出为计划的 ${share}`,
      spentAsPlanned: '支出与计划一致',
      spentOnly: (amount) => `支出 ${amount}`,
      openIssues: (count) => `${count} 个问题未解决`,
      late: (count) => `${count} 项任务延期`,
      noneLate: '无任务延期',
      openAlerts: (count) => `${count} 条预警未解决`,
      nothing: '本周没有可复盘的数据',
    },
    say: {
      spend: (spent, planned, share, until) =>
        until === null
          ? `本周支出 ${spent}，计划 ${planned}，为计划的 ${share}`
          : `本周截至 ${until} 支出 ${spent}，同期计划 ${planned}，为计划的 ${share}`,
      over: (amount) => `，超出 ${amount}。`,
      under: (amount) => `，少 ${amount}。`,
      exactly: '。',
      spendOnly: (spent) => `本周支出 ${spent}，没有分日计划可比。`,
      missing: (days) => `${days}没有支出数据，当天的计划未计入。`,
      change: (share, isMore, days) =>
        `较上周${days === 7 ? '' : `同样 ${days} 天`}${isMore ? '增加' : '减少'} ${share}。`,
      highDay: (day, spent, planned) => `超出最多的一天是 ${day}：支出 ${spent}，计划 ${planned}。`,
      effect: (conversions, sales, cpa, roas) =>
        `渠道带来转化 ${conversions}、销售额 ${sales}（平台归因），转化成本 ${cpa}，ROAS ${roas}。`,
      bestAndWorst: (best, bestRoas, worst, worstRoas) =>
        `ROAS 最高的是${best}（${bestRoas}），最低的是${worst}（${worstRoas}）。`,
      kpis: (judged, met, missed) =>
        `有数据的 ${judged} 项指标中达标 ${met} 项${missed === '' ? '。' : `，未达标的是：${missed}。`}`,
      tasks: (done, late) => `完成任务 ${done} 项，${late === 0 ? '没有延期。' : `延期 ${late} 项`}`,
      longest: (name, days) => `，最久的“${name}”已 ${days} 天。`,
      issues: (count, serious) =>
        `未解决的问题 ${count} 个${serious > 0 ? `，其中严重 ${serious} 个` : ''}。`,
      alerts: (count, open) =>
        `触发预警 ${count} 条，${open === 0 ? '没有未解决的预警。' : `未解决的有 ${open} 条。`}`,
      next: (count) => `下周有 ${count} 项任务开始或到期。`,
      nothing: '本周没有支出、数据和任务变化。',
    },
    figures: {
      spent: '本周支出',
      channelCost: '本周渠道消耗',
      spentNote: (share, planned, isPartial) => `${isPartial ? '同期' : ''}计划 ${planned} · ${share}`,
      done: '本周完成任务',
      doneNote: (late, next) => `延期 ${late} · 下周 ${next}`,
      kpis: '指标达标',
      roas: 'ROAS',
      roasNote: (roi) => `ROI ${roi}（平台归因）`,
      cpa: '转化成本',
      cpaNote: (conversions) => `转化 ${conversions}`,
    },
    captions: {
      spendChart: '每日支出与计划',
      spend: '分日支出与计划',
      channels: '各渠道本周数据',
      done: '本周完成的任务',
      late: '延期的任务',
      next: '下周开始或到期的任务',
      alerts: '本周触发及仍未解决的预警',
      issues: '问题与解决方案',
      adjustments: '本周的策略调整',
    },
    spendNote:
      '计划 = 各任务备注写明的日均，未写明的以预算除以计划天数；“—”表示当天没有计划或没有填报，不以 0 代替。差额 = 实际 − 计划。',
    totalOf: (days) => `${days} 天合计`,
    totalNote: (until) => `支出数据截至 ${until}，其余日子的计划不计入合计。`,
    coveredNote: '没有填报的日子，其计划并入之后第一次填报的差额。',
    fromChannels: '本周未在跟踪表填报支出，此处取各渠道的每日消耗。',
    targetNote:
      '实际为填报的累计值，与整个目标相比；状态按填写的比较符用未取整的数值判断；达成率最高显示 200%。',
    weekTargets: {
      caption: '本周目标达成（渠道数据）',
      due: '本周应完成',
      actual: '本周实际',
      toDate: '累计',
      note: '本周应完成 = 目标中按进度应在本周（未结束的周截至昨天）完成的部分；比率不分摊，取本周合计的分子、分母相除，与目标直接相比。累计从目标开始之日算到本周末。',
    },
    channelNote: '数据为本周各日合计；比率由合计后的分子、分母相除，不取各日比率的平均。',
    revenueNote: '成交额为平台归因，不是扣除基线的增量；ROAS、ROI 均按它计算。',
    noSpend: '本周没有计划支出，也没有填报支出。',
    noTargets: '本周没有需要评估的指标。',
    noChannels: '本周没有渠道数据。',
    noChannel: '未标明渠道',
    noTasks: '本周没有任务完成，也没有任务延期。',
    noNext: '下周没有任务开始或到期。',
    nextSteps: {
      late: (names) => `推动延期任务收尾：${names}。`,
      missed: (names) => `为未达标的指标定补救措施：${names}。`,
      issues: (names) => `解决问题：${names}。`,
      alerts: (rules) => `处理未解决的预警：${rules}。`,
      over: (amount) => `核对超出计划的 ${amount} 支出，必要时调整下周日预算。`,
    },
    chart: (peakDay, spent) => `支出最高的一天是 ${peakDay}，为 ${spent}。`,
  },
  en: {
    title: 'Weekly review',
    week: (number, start, end) => `${number === null ? '' : `week ${number}, `}${start} to ${end}`,
    headings: {
      summary: 'The week in brief',
      spend: 'Spend',
      targets: 'Targets',
      channels: 'Channels',
      tasks: 'Tasks',
      alerts: 'Alerts and issues',
      adjustments: 'Adjustments',
      next: 'Next week',
    },
    headline: {
      spent: (share) => `spend is ${share} of plan`,
      spentAsPlanned: 'spend is as planned',
      spentOnly: (amount) => `${amount} spent`,
      openIssues: (count) => `${several(count, 'issue')} open`,
      late: (count) => `${several(count, 'task')} late`,
      noneLate: 'no task late',
      openAlerts: (count) => `${several(count, 'alert')} open`,
      nothing: 'Nothing to review this week',
    },
    say: {
      spend: (spent, planned, share, until) =>
        until === null
          ? `${spent} was spent against ${planned} planned, ${share} of plan`
          : `${spent} was spent up to ${until} against ${planned} planned by then, ${share} of plan`,
      over: (amount) => `, ${amount} over.`,
      under: (amount) => `, ${amount} under.`,
      exactly: '.',
      spendOnly: (spent) => `${spent} was spent; there is no daily plan to compare it with.`,
      missing: (days) => `No spend is known of ${days}; what was planned then is not counted.`,
      change: (share, isMore, days) =>
        `That is ${share} ${isMore ? 'more' : 'less'} than ${days === 7 ? '' : `on the same ${several(days, 'day')} of `}the week before.`,
      highDay: (day, spent, planned) =>
        `The day furthest over plan was ${day}: ${spent} spent, ${planned} planned.`,
      effect: (conversions, sales, cpa, roas) =>
        `Channels brought ${conversions} conversions and sales of ${sales} (attributed by the platforms), CPA ${cpa}, ROAS ${roas}.`,
      bestAndWorst: (best, bestRoas, worst, worstRoas) =>
        `The best ROAS is that of ${best} (${bestRoas}), the lowest that of ${worst} (${worstRoas}).`,
      kpis: (judged, met, missed) =>
        `Of ${several(judged, 'metric')} with data ${met} ${met === 1 ? 'is' : 'are'} met${missed === '' ? '.' : `; missed: ${missed}.`}`,
      tasks: (done, late) =>
        `${several(done, 'task was', 'tasks were')} finished; ${late === 0 ? 'none is late.' : several(late, 'is late', 'are late')}`,
      longest: (name, days) => `, the longest “${name}” by ${several(days, 'day')}.`,
      issues: (count, serious) =>
        `${several(count, 'issue is', 'issues are')} open${serious > 0 ? `, ${serious} of them serious` : ''}.`,
      alerts: (count, open) =>
        `${several(count, 'alert')} fired; ${open === 0 ? 'none is open.' : `${open} ${open === 1 ? 'is' : 'are'} open.`}`,
      next: (count) => `${several(count, 'task starts or is due', 'tasks start or are due')} next week.`,
      nothing: 'No spend, no data and no change of tasks this week.',
    },
    figures: {
      spent: 'Spent this week',
      channelCost: 'Channel cost this week',
      spentNote: (share, planned, isPartial) =>
        `${share} of ${planned} planned${isPartial ? ' for these days' : ''}`,
      done: 'Tasks finished',
      doneNote: (late, next) => `${late} late · ${next} next week`,
      kpis: 'Metrics met',
      roas: 'ROAS',
      roasNote: (roi) => `ROI ${roi} (attributed)`,
      cpa: 'CPA',
      cpaNote: (conversions) => `${conversions} conversions`,
    },
    captions: {
      spendChart: 'Spend and plan by day',
      spend: 'Spend and plan by day, in figures',
      channels: 'Channels this week',
      done: 'Tasks finished this week',
      late: 'Late tasks',
      next: 'Tasks that start or are due next week',
      alerts: 'Alerts of the week, and those still open',
      issues: 'Issues and solutions',
      adjustments: 'Adjustments this week',
    },
    spendNote:
      'Planned = the daily spend stated in a task’s remark, else its budget over its planned days. “—” means nothing planned or nothing entered, which is not zero. Difference = actual − planned.',
    totalOf: (days) => `Total of ${several(days, 'day')}`,
    totalNote: (until) => `Spend is known up to ${until}; the total counts the plan of no other day.`,
    coveredNote: 'The plan of a day on which nothing was entered counts in the difference of the next entry.',
    fromChannels: 'No spend was entered in the tracker this week; this is the channels’ daily cost.',
    targetNote:
      'Actuals are what was filled in to date, against the whole target. The status follows the comparator on unrounded values; attainment is shown up to 200%.',
    weekTargets: {
      caption: 'Targets this week, by channel data',
      due: 'Due this week',
      actual: 'This week',
      toDate: 'To date',
      note: 'Due this week = the part of the target that its pace puts into the week, up to yesterday while it runs. Ratios are the week’s sums divided by its sums, against the target itself. To date counts from the target’s first day to the end of the week.',
    },
    channelNote:
      'Sums over the days of the week; ratios are sums divided by sums, never means of the days’ ratios.',
    revenueNote:
      'Sales are what the platforms attribute to themselves, not the increase over a baseline; ROAS and ROI are made of them.',
    noSpend: 'Nothing was planned and nothing was entered this week.',
    noTargets: 'No metric is to be judged this week.',
    noChannels: 'There are no channel data this week.',
    noChannel: 'No channel named',
    noTasks: 'No task was finished this week, and none is late.',
    noNext: 'No task starts or is due next week.',
    nextSteps: {
      late: (names) => `Close the late tasks: ${names}.`,
      missed: (names) => `Decide on measures for what is missed: ${names}.`,
      issues: (names) => `Solve the open issues: ${names}.`,
      alerts: (rules) => `Settle the open alerts: ${rules}.`,
      over: (amount) => `Check the ${amount} over plan and adjust next week’s daily budgets where needed.`,
    },
    chart: (peakDay, spent) => `Spend peaked on ${peakDay} at ${spent}.`,
  },
}
