import type { Formula } from './formula.ts'

/**
 * Value of a formula over given figures. null where one is missing, and null for a division
 * by zero: a ratio over nothing is "—", never 0 and never infinite.
 *
 * @param valueOf figure of a metric; null = missing
 */
export function evaluateFormula(formula: Formula, valueOf: (key: string) => number | null): number | null {
  switch (formula.type) {
    case 'number':
      return formula.value
    case 'metric':
      return valueOf(formula.key)
    case 'negative': {
      const value = evaluateFormula(formula.of, valueOf)
      return value === null ? null : -value
    }
    case 'operation': {
      const left = evaluateFormula(formula.left, valueOf)
      const right = evaluateFormula(formula.right, valueOf)
      if (left === null || right === null) return null
      switch (formula.operator) {
        case '+':
          return left + right
        case '-':
          return left - right
        case '*':
          return left * right
        case '/':
          return right === 0 ? null : left / right
      }
    }
  }
}
