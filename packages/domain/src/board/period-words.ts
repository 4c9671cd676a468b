import type { ReportLocale } from '../review/document/report-input.ts'
import type { SpanKind } from './board-span.ts'
import type { PeriodBlockKind } from './period-layout.ts'

/** What an exported board over all plans says in one language, beside the words of every board. */
export interface PeriodWords {
  readonly title: Readonly<Record<SpanKind, string>>
  readonly block: Readonly<Record<PeriodBlockKind, string>>
  /** In a section that has no rows. */
  readonly nothing: Readonly<Record<PeriodBlockKind, string>>
  readonly plan: string
  readonly unassigned: string
  readonly currency: string
  /** Metric, status, whole period, due by yesterday, actual, attainment, plans. */
  readonly targetColumns: readonly [string, string, ...string[]]
  readonly targetsNote: string
}

export const PERIOD_WORDS: Readonly<Record<ReportLocale, PeriodWords>> = {
  'zh-CN': {
    title: { quarter: '季度看板', year: '年度看板' },
    block: { tiles: '全部计划合计', targets: '目标与实际', plans: '各计划', channels: '各渠道' },
    nothing: {
      tiles: '这个时期没有数据。',
      targets: '没有落在这个时期的可累计目标。',
      plans: '这个时期没有数据，也没有目标。',
      channels: '这个时期没有数据。',
    },
    plan: '计划',
    unassigned: '未归属计划',
    currency: '币种',
    targetColumns: ['指标', '状态', '全期目标', '应达', '实际', '达成率', '计划数'],
    targetsNote: '只相加可累计的目标；实际只计有该目标的计划；“应达”按天数折算到昨天。',
  },
  en: {
    title: { quarter: 'Quarterly board', year: 'Annual board' },
    block: { tiles: 'All plans', targets: 'Targets and results', plans: 'Plans', channels: 'Channels' },
    nothing: {
      tiles: 'No figures in this period.',
      targets: 'No targets that add up fall into this period.',
      plans: 'No figures and no targets in this period.',
      channels: 'No figures in this period.',
    },
    plan: 'Plan',
    unassigned: 'Of no plan',
    currency: 'Currency',
    targetColumns: ['Metric', 'Status', 'Whole period', 'Due', 'Actual', 'Attainment', 'Plans'],
    targetsNote:
      'Only targets that add up are added; actual is of the plans that have such a target; “due” is by the day up to yesterday.',
  },
}
