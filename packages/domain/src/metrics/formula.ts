/** `+ − × ÷` of a formula, as one sign each. */
export type FormulaOperator = '+' | '-' | '*' | '/'

/** What a formula says, as a tree. */
export type Formula =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'metric'; readonly key: string }
  | { readonly type: 'negative'; readonly of: Formula }
  | {
      readonly type: 'operation'
      readonly operator: FormulaOperator
      readonly left: Formula
      readonly right: Formula
    }

/** Keys of the metrics that a formula names itself, each once, in order. */
export function metricsOf(formula: Formula): string[] {
  const keys = new Set<string>()
  collect(formula, keys)
  return [...keys]
}

function collect(formula: Formula, keys: Set<string>): void {
  switch (formula.type) {
    case 'number':
      return
    case 'metric':
      keys.add(formula.key)
      return
    case 'negative':
      return collect(formula.of, keys)
    case 'operation':
      collect(formula.left, keys)
      collect(formula.right, keys)
  }
}
