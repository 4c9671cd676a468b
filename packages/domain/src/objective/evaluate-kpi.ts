import { addDays } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { parseQuantity } from '../quantity/parse-quantity.ts'
import { parseReached, parseTargets } from '../quantity/parse-targets.ts'
import type { Quantity, Target } from '../quantity/quantity.ts'
import { isCeiling } from './aim.ts'
import type { Aim } from './aim.ts'
import { attainment } from './attainment.ts'
import type { DayCounter, PhaseShare } from './expected-share.ts'
import { kpiStatus, worstStatus } from './kpi-status.ts'
import type { KpiStatus } from './kpi-status.ts'
import { matchActuals } from './match-actuals.ts'
import type { ActualProblem, MatchedActual } from './match-actuals.ts'
import { metricNature } from './metric-nature.ts'
import { DEFAULT_POLICY, type StatusPolicy } from './status-policy.ts'
import { shareDue } from './target-pace.ts'
import { resolveAim } from './resolve-aim.ts'
import type { AimProblem, ResolvedAim } from './resolve-aim.ts'

/** What measuring says of one target, instead of a value that somebody wrote. */
export interface MeasuredTarget {
  readonly match: MatchedActual
  /** By the definition of the metric; the name need not say it. */
  readonly nature: 'additive' | 'ratio'
  readonly direction: 'higher' | 'lower'
}

export interface KpiInput {
  /** Target expressions as written; null or "无" = no KPI. */
  readonly kpiText: string | null
  /** Reached values as written. */
  readonly reachedText: string | null
  /** Remark, where reached values are often noted ("实际销售额45万"). */
  readonly remark?: string | null
  /** Metric of a target that names none itself: the 具体指标 beside "≥5%". */
  readonly indicator?: string | null
  /** Baseline as written, for targets of one metric. */
  readonly baselineText?: string | null
  readonly today: LocalDate
  /** Period over which the value grows; null = not known. */
  readonly start: LocalDate | null
  readonly end: LocalDate | null
  /** The work is over before its planned end: nothing more will come. */
  readonly isFinished?: boolean
  /** Last day whose data are complete; the day before today when not given. */
  readonly dataThrough?: LocalDate
  /** Phases that pace the target and the days that count: with start and end from `paceOf`; linear when not given. */
  readonly phases?: readonly PhaseShare[]
  readonly countDays?: DayCounter | null
  /** With the pace from `paceOf`. */
  readonly policy?: StatusPolicy
  /** Takes the value of each target from measured facts; what is written as reached is then not read. */
  readonly measure?: (target: Target) => MeasuredTarget
  /** Is there a figure beside the cell, whatever can be read of it? Where not given, what is written as reached says so. */
  readonly hasFigure?: boolean
}

export interface KpiTargetResult {
  readonly metric: string | null
  /** The target as written. */
  readonly text: string
  readonly quantity: Quantity
  /** What is demanded, with nothing left open; null when `problem` says why not. */
  readonly aim: Aim | null
  readonly isDefaultComparator: boolean
  /** Written as 1:n: a ROAS whatever it is called. */
  readonly isRoas: boolean
  /** Value that decides: of a target for every unit the worst unit's, never the total. */
  readonly actual: number | null
  /** All values of a target for every unit; one value or none otherwise. */
  readonly actuals: readonly number[]
  /** `actuals` as written, in their order. */
  readonly written: readonly string[]
  readonly source: MatchedActual['source']
  /** 1 = 100 %, not capped; null when it cannot be said. */
  readonly attainment: number | null
  /** Does the metric add up over the period? */
  readonly nature: 'additive' | 'ratio'
  /** Share of an additive target due by now while running; else null. */
  readonly dueShare: number | null
  readonly status: KpiStatus
  readonly problem: AimProblem | ActualProblem | null
}

export interface KpiEvaluation {
  readonly targets: readonly KpiTargetResult[]
  /** Pieces of the cell that could not be read, as written: flagged, never guessed. */
  readonly unread: readonly string[]
  /** The worst of the targets, `target_unclear` of a value beside a cell without a readable one; else null. */
  readonly status: KpiStatus | null
}

/**
 * How a task's or a plan's KPI cell stands against its reached cell
 * (docs/domain/status.md). A target that cannot be evaluated shows `target_unclear`
 * where there is a value and `no_data` where there is none, with its `problem`, so
 * that it is neither counted as met nor lost.
 */
export function evaluateKpi(input: KpiInput): KpiEvaluation {
  const { targets, unread } = parseTargets(input.kpiText ?? '')
  const named = targets.map((target) => ({ ...target, metric: target.metric ?? input.indicator ?? null }))
  const measured = input.measure === undefined ? null : named.map(input.measure)
  const matches =
    measured === null
      ? matchActuals(named, input.reachedText, input.remark ?? null)
      : measured.map(({ match }) => match)
  const baseline = input.baselineText == null ? null : (parseQuantity(input.baselineText)?.value ?? null)
  const results = named.map((target, index) => {
    const match = matches[index] ?? { values: [], source: null, problem: null }
    const known = measured?.[index]
    const nature = known?.nature ?? metricNature(target.metric, isShareLike(target.quantity))
    return evaluateTarget(target, resolveAim(target, baseline, known?.direction), match, nature, input)
  })
  const hasFigure = () => input.hasFigure ?? parseReached(input.reachedText ?? '').values.length > 0
  const isUnclear = results.length === 0 && unread.length > 0 && hasFigure()
  return {
    targets: results,
    unread,
    status: isUnclear ? 'target_unclear' : worstStatus(results.map((result) => result.status)),
  }
}

function evaluateTarget(
  target: Target,
  resolved: ResolvedAim,
  match: MatchedActual,
  nature: 'additive' | 'ratio',
  input: KpiInput,
): KpiTargetResult {
  const { metric, quantity, text } = target
  const { aim, baseline, isDefaultComparator, isRoas } = resolved
  const { policy = DEFAULT_POLICY } = input
  const options = { baseline, ceilingMethod: policy.ceilingMethod }
  const actuals = match.values.map((value) => value.value)
  const actual = aim === null ? null : worstOf(actuals, aim)
  const isPaced = nature === 'additive' && quantity.perBasis === null
  const { stage, dueShare } = stageOf(input, actual !== null)
  return {
    metric,
    text,
    quantity,
    aim,
    isDefaultComparator,
    isRoas,
    actual,
    actuals,
    written: match.values.map(({ text: of }) => of),
    source: match.source,
    attainment: actual === null || aim === null ? null : attainment(actual, aim, options),
    nature,
    dueShare: isPaced && stage === 'running' ? dueShare : null,
    status:
      aim === null
        ? actuals.length === 0 && match.problem === null
          ? 'no_data'
          : 'target_unclear'
        : kpiStatus({
            actual,
            aim,
            nature: isPaced ? 'additive' : 'ratio',
            stage,
            expectedShare: dueShare,
            baseline,
            bands: policy,
          }),
    problem: resolved.problem ?? match.problem,
  }
}

/**
 * Before the start, running, or over. Without data the first day counts as
 * before: no figures of it can be in yet.
 */
function stageOf(
  input: KpiInput,
  hasData: boolean,
): { readonly stage: 'before' | 'running' | 'after'; readonly dueShare: number | null } {
  const { today, start, end, phases = [], countDays = null, isFinished = false } = input
  const through = input.dataThrough ?? addDays(today, -1)
  if (isFinished || (end !== null && today > end)) return { stage: 'after', dueShare: null }
  if (start !== null && (hasData ? today : through) < start) return { stage: 'before', dueShare: null }
  return { stage: 'running', dueShare: shareDue({ start, end, phases, countDays }, through) }
}

/** The unit furthest from the aim: the smallest value, under a ceiling the largest, around a range the one furthest out. */
function worstOf(actuals: readonly number[], aim: Aim): number | null {
  const isWorse = (a: number, b: number) => {
    if (aim.comparator === 'range') return outside(a, aim) > outside(b, aim)
    if (aim.comparator === 'eq') return Math.abs(a - aim.value) > Math.abs(b - aim.value)
    return isCeiling(aim) ? a > b : a < b
  }
  return actuals.reduce<number | null>(
    (worst, value) => (worst === null || isWorse(value, worst) ? value : worst),
    null,
  )
}

function outside(value: number, range: { readonly from: number; readonly to: number }): number {
  return Math.max(range.from - value, value - range.to, 0)
}

function isShareLike({ unit }: Quantity): boolean {
  return unit === '%' || unit === '‰' || unit === '百分点' || unit === '1:n'
}
