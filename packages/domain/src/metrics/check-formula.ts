import { combined, dimensionOf, PLAIN_NUMBER, sameDimension } from './dimension.ts'
import type { Dimension } from './dimension.ts'
import type { Formula } from './formula.ts'
import { metricsOf } from './formula.ts'
import type { MetricDefinition, MetricDictionary, MetricKind } from './metric-definition.ts'

/**
 * What is wrong with a formula that can be read.
 *
 * | code | when | metrics |
 * |---|---|---|
 * | `unknown_metric` | it names a metric that nobody defined | that one |
 * | `loop` | it needs itself | the way round, first = last |
 * | `unit_mismatch` | money is added to a count, a rate to a number of people … | those of both sides |
 * | `not_summable` | ratios, levels, unique people or survey values are added | those of both sides |
 * | `declared_unit` | the outcome is not in the unit that the definition states | none |
 * | `declared_kind` | the outcome divides but is called a flow, or the other way round | none |
 */
export interface FormulaProblem {
  readonly code:
    | 'unknown_metric'
    | 'loop'
    | 'unit_mismatch'
    | 'not_summable'
    | 'declared_unit'
    | 'declared_kind'
  readonly metrics: readonly string[]
}

/** A plain number has no kind: it goes with everything that has no unit. */
interface Judged {
  readonly dimension: Dimension
  readonly kind: MetricKind | 'number'
}

/**
 * Checks the formula of a definition against the dictionary (M2). Empty = sound.
 *
 * Sums need the same unit and kinds that add up: flows with flows. "ROAS − 1" is fine, a plain
 * number shifts any ratio without a unit; CTR + CVR is not. Whatever divides or multiplies
 * metrics is a ratio, computed from totals. A division by zero is no mistake of the formula:
 * its value is null on that day.
 *
 * @param definition may be in the dictionary or a new version of one that is
 */
export function checkFormula(definition: MetricDefinition, dictionary: MetricDictionary): FormulaProblem[] {
  const { formula } = definition
  if (formula === null) return []
  const known = new Map(dictionary).set(definition.key, definition)
  const unknown = metricsOf(formula).filter((key) => !known.has(key))
  if (unknown.length > 0) return unknown.map((key) => ({ code: 'unknown_metric', metrics: [key] }))
  const loop = findLoop(definition.key, known)
  if (loop !== null) return [{ code: 'loop', metrics: loop }]
  const problems: FormulaProblem[] = []
  const { dimension, kind } = judge(formula, known, problems)
  if (problems.length > 0) return problems
  if (!sameDimension(dimension, dimensionOf(definition.unit)))
    problems.push({ code: 'declared_unit', metrics: [] })
  if (kind !== 'number' && kind !== definition.kind) problems.push({ code: 'declared_kind', metrics: [] })
  return problems
}

function judge(formula: Formula, known: MetricDictionary, problems: FormulaProblem[]): Judged {
  switch (formula.type) {
    case 'number':
      return { dimension: PLAIN_NUMBER, kind: 'number' }
    case 'metric': {
      const metric = known.get(formula.key)
      return metric === undefined
        ? { dimension: PLAIN_NUMBER, kind: 'number' }
        : { dimension: dimensionOf(metric.unit), kind: metric.kind }
    }
    case 'negative':
      return judge(formula.of, known, problems)
    case 'operation': {
      const left = judge(formula.left, known, problems)
      const right = judge(formula.right, known, problems)
      if (formula.operator === '*' || formula.operator === '/') {
        const dimension = combined(left.dimension, right.dimension, formula.operator === '*' ? 1 : -1)
        const isScaled = right.kind === 'number' || (formula.operator === '*' && left.kind === 'number')
        const kind = right.kind === 'number' ? left.kind : right.kind
        return { dimension, kind: isScaled ? kind : 'ratio' }
      }
      const metrics = [...new Set([...metricsOf(formula.left), ...metricsOf(formula.right)])]
      if (!sameDimension(left.dimension, right.dimension)) problems.push({ code: 'unit_mismatch', metrics })
      else if (!addsUp(left.kind, right.kind)) problems.push({ code: 'not_summable', metrics })
      return { dimension: left.dimension, kind: left.kind === 'number' ? right.kind : left.kind }
    }
  }
}

function addsUp(a: Judged['kind'], b: Judged['kind']): boolean {
  return a === 'number' || b === 'number' || (a === 'flow' && b === 'flow')
}

function findLoop(
  key: string,
  known: MetricDictionary,
  way: readonly string[] = [],
  sound = new Set<string>(),
): string[] | null {
  if (way.includes(key)) return [...way.slice(way.indexOf(key)), key]
  if (sound.has(key)) return null
  const formula = known.get(key)?.formula ?? null
  for (const next of formula === null ? [] : metricsOf(formula)) {
    const loop = findLoop(next, known, [...way, key], sound)
    if (loop !== null) return loop
  }
  sound.add(key)
  return null
}
