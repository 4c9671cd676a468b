import { checkFormula } from './check-formula.ts'
import type { FormulaProblem } from './check-formula.ts'
import { evaluateFormula } from './evaluate-formula.ts'
import type { Formula } from './formula.ts'
import type { MetricDefinition, MetricDictionary, MetricKind } from './metric-definition.ts'
import { parseFormula } from './parse-formula.ts'
import type { FormulaMistake } from './parse-formula.ts'

/** One thing that is wrong with a formula as written, and where. `zero_division`: it divides by a plain 0. */
export interface FormulaIssue {
  readonly code: FormulaMistake['code'] | FormulaProblem['code'] | 'zero_division'
  /** Column in the text, from 1; behind its end where something is missing. */
  readonly column: number
  /** Metrics that are meant, or what stands at the place. */
  readonly names: readonly string[]
}

export interface FormulaReview {
  /** null: it cannot be read. */
  readonly formula: Formula | null
  /** What the outcome is; null while something is wrong. */
  readonly kind: MetricKind | null
  readonly issues: readonly FormulaIssue[]
}

/** What divides is a ratio, what only adds counts or amounts is a flow. */
const KINDS_OF_FORMULAS = ['ratio', 'flow'] as const

/**
 * Reads and checks the formula of a metric that is being written (M2): grammar, unknown metrics, loops,
 * units, kinds that do not add up, division by zero, each at its place in the text. The kind follows
 * from the formula and is not asked.
 */
export function reviewFormula(
  text: string,
  definition: Omit<MetricDefinition, 'formula' | 'kind'>,
  dictionary: MetricDictionary,
): FormulaReview {
  const { formula, mistake } = parseFormula(text)
  if (mistake !== null) {
    const names = mistake.found === '' ? [] : [mistake.found]
    return { formula: null, kind: null, issues: [{ code: mistake.code, column: mistake.column, names }] }
  }
  const zero = zeroDivisor(formula)
  if (zero !== null)
    return { formula, kind: null, issues: [{ code: 'zero_division', column: columnOfZero(text), names: [] }] }
  // Another name for a metric is of its kind.
  const named = formula.type === 'metric' ? dictionary.get(formula.key)?.kind : undefined
  const kinds: readonly MetricKind[] = named === undefined ? KINDS_OF_FORMULAS : [named]
  const byKind = kinds.map((kind) => ({
    kind,
    problems: checkFormula({ ...definition, kind, formula }, dictionary),
  }))
  const sound = byKind.find(({ problems }) => problems.length === 0)
  if (sound !== undefined) return { formula, kind: sound.kind, issues: [] }
  const problems = byKind[0]?.problems ?? []
  const telling = problems.filter(({ code }) => code !== 'declared_kind')
  return {
    formula,
    kind: null,
    issues: (telling.length > 0 ? telling : problems).map(({ code, metrics }) => ({
      code,
      column: columnOf(text, code, metrics),
      names: metrics,
    })),
  }
}

/** The first divisor that is zero whatever the figures are. */
function zeroDivisor(formula: Formula): Formula | null {
  switch (formula.type) {
    case 'number':
    case 'metric':
      return null
    case 'negative':
      return zeroDivisor(formula.of)
    case 'operation':
      if (formula.operator === '/' && evaluateFormula(formula.right, () => null) === 0) return formula.right
      return zeroDivisor(formula.left) ?? zeroDivisor(formula.right)
  }
}

function columnOfZero(text: string): number {
  const found = /[/÷／]\s*(?=[-−－(（\s]*0(?:\.0+)?(?![\d.]))/u.exec(text)
  return found === null ? 1 : found.index + found[0].length + 1
}

/** Of an unknown metric its own place; of two sides that do not go together, where the second begins. */
function columnOf(text: string, code: FormulaProblem['code'], metrics: readonly string[]): number {
  const wanted = code === 'unknown_metric' ? metrics[0] : metrics.at(-1)
  if (wanted === undefined) return 1
  for (const match of text.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu))
    if (match[0] === wanted) return match.index + 1
  return 1
}
