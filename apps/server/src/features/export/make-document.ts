import type { PlanDocument } from '@yingce/contracts/export/export'
import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type { LocalDateTime } from '@yingce/domain/calendar/local-date-time'
import { weekOfPlan } from '@yingce/domain/calendar/plan-week'
import { countWorkingDays } from '@yingce/domain/objective/target-pace'
import { spendByDay, spendOfDays } from '@yingce/domain/money/spend-of-days'
import type {
  EffectReviewRow,
  SectionOverrides,
  WeeklyReportInput,
} from '@yingce/domain/review/document/document-input'
import { effectAnalysisReport } from '@yingce/domain/review/document/effect-analysis-report'
import { effectEvaluationReport } from '@yingce/domain/review/document/effect-evaluation-report'
import { effectReviewReport } from '@yingce/domain/review/document/effect-review-report'
import { effectRevenue } from '@yingce/domain/review/effect-revenue'
import { effectReviewRows } from '@yingce/domain/review/document/effect-review-rows'
import type { ReportLocale } from '@yingce/domain/review/document/report-input'
import { retrospectiveReport } from '@yingce/domain/review/document/retrospective-report'
import { taskIssues } from '@yingce/domain/review/document/task-issues'
import { weekAround, weekOfTasks } from '@yingce/domain/review/document/week-of-tasks'
import { weeklyReport } from '@yingce/domain/review/document/weekly-report'
import type { ReportDocument } from '@yingce/domain/review/report-document'
import type { Scope } from '../../db/scope.ts'
import { boardOf } from '../board/board.read.ts'
import { readComputedEffects } from '../board/effect-facts.read.ts'
import { type PlanRecords, readPlanRecords } from '../board/plan-records.read.ts'
import { readSpendSources } from '../money/spend-sources.read.ts'
import {
  readDailyRecords,
  readEffectReviews,
  readPlanAlerts,
  readWeekChannels,
} from './document-records.read.ts'
import { readWeekTargets } from './week-targets.read.ts'
import { readDocumentTexts } from './document-text.store.ts'

interface Order {
  readonly planId: string
  readonly document: PlanDocument
  readonly locale: ReportLocale
  /** Wall clock of the workspace's time zone. */
  readonly now: LocalDateTime
  /** Day of the week that a weekly report is of. */
  readonly day: LocalDate | undefined
}

/**
 * A document of a plan, made of what the database holds of it now.
 *
 * @param overrides texts in the place of generated sentences, by section; absent: what people have written
 * @throws Refusal `not_found`
 */
export async function makeDocument(
  scope: Scope,
  { planId, document, locale, now, day }: Order,
  overrides?: SectionOverrides,
): Promise<ReportDocument> {
  const records = await readPlanRecords(scope, planId)
  const board = await withRevenueKind(scope, await boardOf(records, now), records)
  const written =
    overrides ??
    Object.fromEntries(
      (await readDocumentTexts(scope, { planId, document, locale, day: day ?? board.today })).map(
        ({ section, text }) => [section, text],
      ),
    )
  const base = { board, plan: records.plan, overrides: written }
  switch (document) {
    case 'effect-evaluation':
      return effectEvaluationReport(board, records.plan, { locale })
    case 'weekly':
      return weeklyReport(
        { ...base, ...(await weekOf(scope, records, board, day ?? board.today, locale)) },
        { locale },
      )
    case 'retrospective': {
      const daily = await readDailyRecords(scope, planId, { today: board.today, locale })
      const improvements = (await reviewRows(scope, planId, board)).flatMap(
        ({ improvement, owner, reviewDate }) =>
          improvement === null ? [] : [{ name: improvement, owner, dueDate: reviewDate }],
      )
      return retrospectiveReport({ ...base, ...daily, improvements }, { locale })
    }
    case 'effect-analysis': {
      const judged = (board.effect?.rows ?? []).map(({ status, statedStatus }) => ({ status, statedStatus }))
      return effectAnalysisReport({ ...base, judged }, { locale })
    }
    case 'effect-review':
      return effectReviewReport({ ...base, rows: await reviewRows(scope, planId, board) }, { locale })
  }
}

type Board = Awaited<ReturnType<typeof withRevenueKind>>

/** The board with what the sales of its effect table are, which the documents name beside every return. */
async function withRevenueKind(
  scope: Scope,
  board: Awaited<ReturnType<typeof boardOf>>,
  { plan, effects }: PlanRecords,
) {
  if (board.effect === null) return { ...board, effect: null }
  const { computed } = await readComputedEffects(scope, plan.id)
  return { ...board, effect: { ...board.effect, revenueIs: effectRevenue(effects, computed) } }
}

async function weekOf(
  scope: Scope,
  records: PlanRecords,
  board: Board,
  day: LocalDate,
  locale: ReportLocale,
): Promise<Omit<WeeklyReportInput, 'board' | 'plan' | 'overrides'>> {
  const { plan, phases, tasks, daily } = records
  const week = weekAround(day)
  const days = { from: week.start, to: week.end }
  const before = { from: addDays(week.start, -7), to: addDays(week.end, -7) }
  const [sources, channels, { issues, adjustments }, alerts, ofWeek] = await Promise.all([
    readSpendSources(scope, plan.id, daily, { from: before.from, to: days.to }),
    readWeekChannels(scope, plan, week),
    readDailyRecords(scope, plan.id, { today: board.today, locale }),
    readPlanAlerts(scope, plan.id, locale),
    readWeekTargets(scope, records, week, board.today),
  ])
  const spend = spendOfDays(sources, days)
  const phaseNames = new Map(phases.map(({ id, name }) => [id, name]))
  const isIn = (date: LocalDate | null): boolean => date !== null && date >= week.start && date <= week.end
  const worked = new Set(
    tasks
      .filter(({ plannedStart, plannedEnd }) => (plannedStart ?? plannedEnd ?? '9') <= week.end)
      .filter(({ plannedEnd, actualEnd }) => (actualEnd ?? plannedEnd ?? '9') >= week.start)
      .map(({ id }) => id),
  )
  return {
    week: { ...week, number: plan.periodStart === null ? null : weekNumber(plan.periodStart, week.end) },
    ...weekOfTasks(
      tasks.map((task) => ({ ...task, phaseName: phaseNames.get(task.phaseId ?? '') ?? null })),
      week,
      board.today,
      new Map([...spendByDay(spendOfDays(sources, before, spend.from)), ...spendByDay(spend)]),
      countWorkingDays,
    ),
    spentFrom: spend.from,
    ...channels,
    weekTargets: ofWeek,
    kpis: board.kpis.filter(({ entity, recordId }) => entity === 'target' || worked.has(recordId)),
    alerts: alerts.filter(
      ({ firedOn, state }) => isIn(firedOn) || (state !== 'resolved' && firedOn < week.start),
    ),
    issues: [
      ...issues.filter(({ state, foundOn }) => state !== 'resolved' || isIn(foundOn)),
      ...taskIssues(tasks, issues),
    ],
    adjustments: adjustments.filter(({ changedOn }) => isIn(changedOn)),
  }
}

/** null before the plan's first week. */
function weekNumber(start: LocalDate, day: LocalDate): number | null {
  return day < start ? null : weekOfPlan(start, day)
}

/** The team's own effect review, else the plan's targets. */
async function reviewRows(scope: Scope, planId: string, board: Board): Promise<readonly EffectReviewRow[]> {
  const own = await readEffectReviews(scope, planId)
  if (own.length > 0) return effectReviewRows(own, board.today, board.policy)
  return board.kpis
    .filter(({ entity }) => entity === 'target')
    .map(({ metric, targetText, actualText, units, attainment, status }) => ({
      strategy: metric,
      targetText,
      actualText,
      units,
      attainment,
      status,
      gap: null,
      improvement: null,
      owner: null,
      reviewDate: null,
    }))
}
