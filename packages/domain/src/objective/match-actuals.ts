import { parseReached } from '../quantity/parse-targets.ts'
import { parseQuantity } from '../quantity/parse-quantity.ts'
import { rememberReadings } from '../quantity/remember-readings.ts'
import type { Quantity, Reached, Target } from '../quantity/quantity.ts'
import { isComparable } from './resolve-aim.ts'

/**
 * Why no value of the cell counts for a target.
 * - `ambiguous_actual`: several targets, and the value does not say which is meant
 * - `unit_mismatch`: a percentage against a count, or another currency
 * - `total_for_unit`, `mean_for_unit`: a target for every unit, and the cell
 *   gives only the total or the average
 * - `not_additive` 不可加总: measured, but people counted twice cannot be added
 * - `zero_base`: measured, but the ratio divides by zero
 */
export type ActualProblem =
  | 'ambiguous_actual'
  | 'unit_mismatch'
  | 'total_for_unit'
  | 'mean_for_unit'
  | 'not_additive'
  | 'zero_base'

/** The values found for one target: several only for a target that every unit must reach. */
export interface MatchedActual {
  readonly values: readonly Quantity[]
  readonly source: 'reached' | 'remark' | 'facts' | null
  readonly problem: ActualProblem | null
}

const NONE: MatchedActual = { values: [], source: null, problem: null }
const TOTAL = /累计|合计|总计|共|总|in total|total/i
/** Numbering of units: 第1场, 场次2, Session 3. */
const UNIT_LABEL =
  /^(?:第?[\d一二三四五六七八九十]+[场篇条店期次天日周月个家]?|(?:session|event|note|post|store|day|week)\s*#?\d+)$/i
const AIM_WORD = /^(?:目标|计划|预期|target|goal|plan)/i

/**
 * Lays the values of a reached cell on the targets of its KPI cell.
 *
 * A value that names its metric goes to the target of that name; then values
 * that the remark names ("实际销售额45万") fill what is open; then values without
 * a name go to the targets left over: one to one, or in order when there are as
 * many as targets. Anything else is ambiguous and nobody guesses.
 */
export function matchActuals(
  targets: readonly Target[],
  reachedText: string | null,
  remark: string | null,
): readonly MatchedActual[] {
  const listed = plainList(reachedText)
  const reached = listed ?? (reachedText === null ? [] : parseReached(reachedText).values)
  const noted =
    remark === null
      ? []
      : parseReached(remark).values.filter((value) => value.metric !== null && !AIM_WORD.test(value.metric))
  const named = targets.map((target) => namedFor(target, reached, targets))
  const matches: MatchedActual[] = targets.map((target, index) => {
    const own = named[index] ?? []
    if (own.length > 0) return judge(target, own, 'reached')
    const fromRemark = namedFor(target, noted, targets)
    return fromRemark.length > 0 ? judge(target, fromRemark, 'remark') : NONE
  })
  const used = new Set(named.flat())
  const loose = reached.filter((value) => !used.has(value))
  const open = targets.flatMap((target, index) => (matches[index] === NONE ? [{ target, index }] : []))
  for (const { target, index, values } of dealOut(open, loose)) {
    matches[index] =
      values === null
        ? { values: [], source: null, problem: 'ambiguous_actual' }
        : judge(target, values, 'reached')
  }
  return matches
}

type Open = { readonly target: Target; readonly index: number }

function dealOut(
  open: readonly Open[],
  loose: readonly Reached[],
): readonly (Open & { readonly values: readonly Reached[] | null })[] {
  const [only] = open
  if (only === undefined || loose.length === 0) return []
  if (open.length === 1) {
    const isPerUnit = only.target.quantity.perBasis === 'each'
    const usable = loose.length === 1 || isPerUnit ? loose : null
    return [{ ...only, values: usable }]
  }
  if (open.length === loose.length && loose.every((value) => value.metric === null)) {
    return open.map((entry, at) => ({ ...entry, values: loose.slice(at, at + 1) }))
  }
  const fitting = open.filter(({ target }) =>
    loose.every((value) => isComparable(target.quantity, value.quantity)),
  )
  const [single] = fitting
  if (loose.length === 1 && fitting.length === 1 && single !== undefined)
    return [{ ...single, values: loose }]
  return open.map((entry) => ({ ...entry, values: null }))
}

function judge(target: Target, values: readonly Reached[], source: 'reached' | 'remark'): MatchedActual {
  const refuse = (problem: ActualProblem): MatchedActual => ({ values: [], source, problem })
  if (values.some((value) => !isComparable(target.quantity, value.quantity))) return refuse('unit_mismatch')
  if (target.quantity.perBasis === 'each' && values.length === 1) {
    const [value] = values
    if (value?.quantity.perBasis === 'mean') return refuse('mean_for_unit')
    if (value !== undefined && TOTAL.test(value.text)) return refuse('total_for_unit')
  }
  return { values: values.map((value) => value.quantity), source, problem: null }
}

/** Values that name this target; one that names several targets belongs to the longest name. */
function namedFor(
  target: Target,
  values: readonly Reached[],
  targets: readonly Target[],
): readonly Reached[] {
  return values.filter((value) => {
    if (value.metric === null || UNIT_LABEL.test(value.metric)) return false
    const fits = targets.filter((other) => isSameMetric(other.metric, value.metric))
    if (fits.length < 2) return fits[0] === target
    const best = fits.toSorted(
      (a, b) => closeness(b.metric, value.metric) - closeness(a.metric, value.metric),
    )[0]
    return best === target
  })
}

function isSameMetric(target: string | null, value: string | null): boolean {
  if (target === null || value === null) return false
  const a = plainName(target)
  const b = plainName(value)
  return a.length >= 2 && b.length >= 2 && (a.includes(b) || b.includes(a))
}

function closeness(target: string | null, value: string | null): number {
  return -Math.abs(plainName(target ?? '').length - plainName(value ?? '').length)
}

/** 实际销售额 and 总销售额 are the metric 销售额. */
const plainName = rememberReadings(
  (name) =>
    name
      .toLowerCase()
      .replace(/实际|当前|目前|累计|总计|合计|最终|已达|达成|总|actual|current|total|final|[\s()（）]/g, ''),
  2_000,
  60,
)

/** "180/220/210人" as three values; null for anything that is no plain list. */
function plainList(text: string | null): readonly Reached[] | null {
  const pieces = text?.split(/[/／]/) ?? []
  if (pieces.length < 2) return null
  const quantities = pieces.map((piece) => parseQuantity(piece))
  if (quantities.some((quantity) => quantity === null)) return null
  return quantities.flatMap((quantity) =>
    quantity === null ? [] : [{ metric: null, quantity, text: quantity.text }],
  )
}
