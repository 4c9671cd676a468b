import type { AdjustmentEffect } from '@yingce/contracts/metrics/adjustment-effect'
import { metricText } from '@yingce/domain/alerting/rule-sentence'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type {
  DocumentAdjustment,
  DocumentAlert,
  DocumentIssue,
  DocumentRootCause,
  WeeklyReportInput,
  WeekFigures,
} from '@yingce/domain/review/document/document-input'
import type { ReportLocale } from '@yingce/domain/review/document/report-input'
import type { RecordValues } from '@yingce/domain/records/entities'
import type { BoardMetric, BoardValues } from '@yingce/domain/board/board-metric'
import type { Scope } from '../../db/scope.ts'
import { readAlerts } from '../alerting/alert.read.ts'
import { boardValues, readChannelFacts } from '../board/board-facts.read.ts'
import { readAdjustmentEffects } from '../metrics/query/adjustment-effects.read.ts'
import { readRecord, readRecords } from '../../records/read-records.ts'

const WEEK_METRICS = [
  'impressions',
  'conversions',
  'cost',
  'revenue',
  'ctr',
  'cvrClick',
  'cpa',
  'roas',
] as const satisfies readonly BoardMetric[]

/** The facts of a plan's channels over some days, from wherever they came, in the plan's currency: the dearest first, then by name. */
export async function readWeekChannels(
  scope: Scope,
  { id: planId, currency }: { readonly id: string; readonly currency: string },
  { start, end }: { readonly start: string; readonly end: string },
): Promise<Pick<WeeklyReportInput, 'channels' | 'allChannels'>> {
  const { total, channels, meanLikes } = await readChannelFacts(scope, {
    planId,
    currency,
    metrics: WEEK_METRICS,
    period: { from: start, to: end },
  })
  return {
    channels: channels
      .map(({ channel, values }) => ({
        channel,
        ...weekFigures(values),
        meanLikes: meanLikes.get(channel) ?? null,
      }))
      .toSorted((a, b) => (b.cost ?? -1) - (a.cost ?? -1)),
    allChannels: total === undefined ? null : weekFigures(boardValues(total, WEEK_METRICS)),
  }
}

/** Counts that a platform models are rounded. */
function weekFigures(values: BoardValues): WeekFigures {
  const of = (metric: (typeof WEEK_METRICS)[number]): number | null => values[metric] ?? null
  const count = (metric: (typeof WEEK_METRICS)[number]): number | null => {
    const value = of(metric)
    return value === null ? null : Math.round(value)
  }
  return {
    impressions: count('impressions'),
    conversions: count('conversions'),
    cost: of('cost'),
    revenue: of('revenue'),
    ctr: of('ctr'),
    cvr: of('cvrClick'),
    cpa: of('cpa'),
    roas: of('roas'),
  }
}

/**
 * Issue log, adjustment log with what each entry did to its metric (X10), and 5-Why chains of a plan, as documents
 * show them.
 */
export async function readDailyRecords(
  scope: Scope,
  planId: string,
  { today, locale }: { readonly today: LocalDate; readonly locale: ReportLocale },
): Promise<{
  readonly issues: readonly (DocumentIssue & { readonly taskId: string | null })[]
  readonly adjustments: readonly DocumentAdjustment[]
  readonly rootCauses: readonly DocumentRootCause[]
}> {
  const [issues, adjustments, rootCauses, effects] = await Promise.all([
    readRecords(scope, planId, 'issue'),
    readRecords(scope, planId, 'adjustment'),
    readRecords(scope, planId, 'root_cause'),
    readAdjustmentEffects(scope, planId, today),
  ])
  const texts = new Map(effects.map((effect) => [effect.recordId, effectText(effect, locale)]))
  return {
    issues: issues.map(({ values }) => values),
    adjustments: adjustments.map(({ id, values }) => ({ ...values, effect: texts.get(id) ?? null })),
    rootCauses: rootCauses.map(({ values }) => ({ ...values, answers: answersOf(values) })),
  }
}

/** "点击率 1.4% → 2.1%"; null while either side has no figure. */
function effectText({ metric, before, after }: AdjustmentEffect, locale: ReportLocale): string | null {
  if (before === null || after === null) return null
  const text = (value: number): string => metricText(value, metric)[locale === 'en' ? 'en' : 'zh']
  return `${locale === 'en' ? metric.en : metric.zh} ${text(before)} → ${text(after)}`
}

function answersOf(chain: RecordValues<'root_cause'>): string[] {
  return [chain.why1, chain.why2, chain.why3, chain.why4, chain.why5].filter((answer) => answer !== null)
}

/** The alerts of a plan with the cause that their 5-Why ended in, the newest first; one that is acted on counts as seen. */
export async function readPlanAlerts(
  scope: Scope,
  planId: string,
  locale: ReportLocale,
): Promise<DocumentAlert[]> {
  const [{ items }, chains] = await Promise.all([
    readAlerts(scope, { planId, limit: 500 }),
    readRecords(scope, planId, 'root_cause'),
  ])
  const causes = new Map(chains.map(({ id, values }) => [id, values.cause]))
  return items.map(({ day, title, state, rootCauseId, actionTaskName, resolution }) => ({
    firedOn: day,
    rule: locale === 'en' ? title.en : title.zh,
    state: state === 'acting' ? 'acknowledged' : state,
    cause: rootCauseId === null ? null : (causes.get(rootCauseId) ?? null),
    action: resolution ?? actionTaskName,
  }))
}

export async function readEffectReviews(
  scope: Scope,
  planId: string,
): Promise<readonly RecordValues<'effect_review'>[]> {
  return (await readRecords(scope, planId, 'effect_review')).map(({ values }) => values)
}

/** @throws Refusal `not_found` */
export async function readMeeting(
  scope: Scope,
  planId: string,
  meetingId: string,
): Promise<RecordValues<'meeting'>> {
  return (await readRecord(scope, planId, 'meeting', meetingId)).values
}
