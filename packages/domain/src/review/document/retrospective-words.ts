import type { ReportLocale } from './report-input.ts'

/** Everything that the retrospective says beside the common words. Figures arrive formatted. */
export interface RetrospectiveWords {
  readonly title: string
  readonly headings: Readonly<
    Record<
      'summary' | 'goals' | 'process' | 'results' | 'worked' | 'failed' | 'causes' | 'lessons' | 'next',
      string
    >
  >
  readonly goals: {
    readonly intro: (period: string | null, targets: number, planned: string) => string
    readonly note: string
    readonly none: string
  }
  readonly process: {
    readonly sentence: (done: number, all: number, late: number) => string
    readonly longest: (name: string, days: number) => string
    readonly adjustments: string
  }
  readonly worked: {
    readonly target: (name: string, target: string, actual: string, attainment: string) => string
    readonly channel: (channel: string, roas: string, total: string) => string
    readonly phase: (phase: string, spent: string, budget: string) => string
    readonly phaseDone: (phase: string) => string
    readonly noneLate: string
    readonly none: string
  }
  readonly failed: {
    readonly target: (name: string, target: string, actual: string, attainment: string) => string
    readonly channel: (channel: string, roas: string, total: string) => string
    readonly overBudget: (phase: string, spent: string, budget: string) => string
    readonly late: (name: string, days: number) => string
    readonly issue: (name: string) => string
    readonly none: string
  }
  readonly causes: {
    readonly caption: string
    readonly none: string
    readonly step: (number: number, answer: string) => string
  }
  readonly lessons: {
    readonly prevention: (problem: string, prevention: string) => string
    readonly solved: (issue: string, solution: string) => string
    readonly advice: (row: string, advice: string) => string
    readonly adjustment: (name: string, effect: string) => string
    readonly none: string
  }
  readonly next: {
    readonly caption: string
    readonly correct: (measure: string) => string
    readonly issue: (name: string) => string
    readonly late: (name: string) => string
    readonly missed: (name: string) => string
    readonly none: string
  }
  readonly columns: { readonly measure: string; readonly origin: string }
  readonly origins: Readonly<Record<'cause' | 'issue' | 'late' | 'target' | 'review', string>>
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

export const RETROSPECTIVE_WORDS: Readonly<Record<ReportLocale, RetrospectiveWords>> = {
  'zh-CN': {
    title: '活动复盘报告',
    headings: {
      summary: '结论',
      goals: '目标回顾',
      process: '过程回顾',
      results: '结果评估',
      worked: '做得好的',
      failed: '做得不够的',
      causes: '原因分析',
      lessons: '经验与教训',
      next: '后续行动',
    },
    goals: {
      intro: (period, targets, planned) =>
        `${period === null ? '' : `${period}，`}共设定 ${targets} 项指标，预算 ${planned}。`,
      note: '状态按填写的比较符用未取整的数值判断；达成率最高显示 200%。',
      none: '计划中没有填写目标或 KPI。',
    },
    process: {
      sentence: (done, all, late) =>
        `${all} 项任务完成 ${done} 项，${late === 0 ? '没有延期。' : `延期 ${late} 项`}`,
      longest: (name, count) => `，最久的“${name}”为 ${count} 天。`,
      adjustments: '过程中的策略调整',
    },
    worked: {
      target: (name, target, actual, attainment) =>
        `${name}达标：目标 ${target}，实际 ${actual}，达成率 ${attainment}。`,
      channel: (channel, roas, total) => `${channel}回报最好：ROAS ${roas}，合计为 ${total}。`,
      phase: (phase, spent, budget) => `${phase}全部任务完成，支出 ${spent}，在预算 ${budget} 之内。`,
      phaseDone: (phase) => `${phase}全部任务完成。`,
      noneLate: '没有任务延期。',
      none: '数据中没有可以确认的亮点，请补充。',
    },
    failed: {
      target: (name, target, actual, attainment) =>
        `${name}未达标：目标 ${target}，实际 ${actual}，达成率 ${attainment}。`,
      channel: (channel, roas, total) => `${channel}回报最低：ROAS ${roas}，合计为 ${total}。`,
      overBudget: (phase, spent, budget) => `${phase}超出预算：支出 ${spent}，预算 ${budget}。`,
      late: (name, count) => `“${name}”延期 ${count} 天。`,
      issue: (name) => `严重问题：${name}。`,
      none: '数据中没有未达标、超支或延期的项目。',
    },
    causes: {
      caption: '根因分析（5-Why）',
      none: '尚未做根因分析。建议对未达标的指标和严重问题逐层追问原因。',
      step: (number, answer) => `${number}. ${answer}`,
    },
    lessons: {
      prevention: (problem, prevention) => `${problem}：今后${prevention}`,
      solved: (issue, solution) => `${issue}：有效的解决办法是${solution}`,
      advice: (row, advice) => `${row}：${advice}`,
      adjustment: (name, effect) => `${name}：调整后${effect}`,
      none: '尚无记录，请补充可以沿用的做法和应当避免的问题。',
    },
    next: {
      caption: '行动清单',
      correct: (measure) => measure,
      issue: (name) => `解决问题：${name}`,
      late: (name) => `完成延期任务：${name}`,
      missed: (name) => `为未达标的指标定补救措施：${name}`,
      none: '没有待办的后续行动。',
    },
    columns: { measure: '行动', origin: '来源' },
    origins: { cause: '根因分析', issue: '问题记录', late: '延期任务', target: '目标', review: '效果复盘' },
  },
  en: {
    title: 'Retrospective',
    headings: {
      summary: 'Conclusion',
      goals: 'What we aimed at',
      process: 'How it went',
      results: 'What came of it',
      worked: 'What worked',
      failed: 'What did not',
      causes: 'Why',
      lessons: 'Lessons',
      next: 'What follows',
    },
    goals: {
      intro: (period, targets, planned) =>
        `${period === null ? '' : `${period}: `}${targets} ${targets === 1 ? 'metric was' : 'metrics were'} set, with a budget of ${planned}.`,
      note: 'The status follows the comparator on unrounded values; attainment is shown up to 200%.',
      none: 'The plan states no targets.',
    },
    process: {
      sentence: (done, all, late) =>
        `${done} of ${all} ${all === 1 ? 'task is' : 'tasks are'} done; ${late === 0 ? 'none was late.' : `${late} ${late === 1 ? 'is' : 'are'} late`}`,
      longest: (name, count) => `, the longest “${name}” by ${days(count)}.`,
      adjustments: 'Adjustments on the way',
    },
    worked: {
      target: (name, target, actual, attainment) =>
        `${name} was met: target ${target}, actual ${actual}, ${attainment} attained.`,
      channel: (channel, roas, total) => `${channel} returned most: ROAS ${roas} against ${total} in total.`,
      phase: (phase, spent, budget) =>
        `${phase}: all tasks done, ${spent} spent, within the budget of ${budget}.`,
      phaseDone: (phase) => `${phase}: all tasks done.`,
      noneLate: 'No task was late.',
      none: 'The data alone confirm no success; please add what you know.',
    },
    failed: {
      target: (name, target, actual, attainment) =>
        `${name} was missed: target ${target}, actual ${actual}, ${attainment} attained.`,
      channel: (channel, roas, total) => `${channel} returned least: ROAS ${roas} against ${total} in total.`,
      overBudget: (phase, spent, budget) => `${phase} went over budget: ${spent} spent, ${budget} budgeted.`,
      late: (name, count) => `“${name}” was ${days(count)} late.`,
      issue: (name) => `Serious issue: ${name}.`,
      none: 'The data show nothing missed, over budget or late.',
    },
    causes: {
      caption: 'Root causes (5-Why)',
      none: 'No root cause was sought yet. Ask on for what was missed and for serious issues.',
      step: (number, answer) => `${number}. ${answer}`,
    },
    lessons: {
      prevention: (problem, prevention) => `${problem}: from now on ${prevention}`,
      solved: (issue, solution) => `${issue}: what helped was ${solution}`,
      advice: (row, advice) => `${row}: ${advice}`,
      adjustment: (name, effect) => `${name}: afterwards ${effect}`,
      none: 'None recorded yet; please add what to keep and what to avoid.',
    },
    next: {
      caption: 'Actions',
      correct: (measure) => measure,
      issue: (name) => `Solve: ${name}`,
      late: (name) => `Finish the late task: ${name}`,
      missed: (name) => `Decide on a measure for: ${name}`,
      none: 'Nothing is open.',
    },
    columns: { measure: 'Action', origin: 'From' },
    origins: {
      cause: 'root cause',
      issue: 'issue log',
      late: 'late task',
      target: 'target',
      review: 'effect review',
    },
  },
}
