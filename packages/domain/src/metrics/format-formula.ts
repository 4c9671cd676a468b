import type { Formula } from './formula.ts'

const STRENGTH = { '+': 1, '-': 1, '*': 2, '/': 2 } as const
const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const

/**
 * A formula in words, with as few parentheses as its meaning needs; `parseFormula` reads it back as the
 * same tree when names are keys.
 *
 * @param nameOf what a metric is called; its key when left out
 */
export function formatFormula(formula: Formula, nameOf: (key: string) => string = (key) => key): string {
  switch (formula.type) {
    case 'number':
      return plainNumber(formula.value)
    case 'metric':
      return nameOf(formula.key)
    case 'negative':
      return `−${inBrackets(formula.of, 3, nameOf)}`
    case 'operation': {
      const strength = STRENGTH[formula.operator]
      const left = inBrackets(formula.left, strength, nameOf)
      // Equal operators group from the left: a − (b − c) keeps its brackets.
      const right = inBrackets(formula.right, strength + 1, nameOf)
      return `${left} ${SIGNS[formula.operator]} ${right}`
    }
  }
}

function inBrackets(formula: Formula, least: number, nameOf: (key: string) => string): string {
  const text = formatFormula(formula, nameOf)
  const strength =
    formula.type === 'operation' ? STRENGTH[formula.operator] : formula.type === 'negative' ? 2 : 4
  return strength < least ? `(${text})` : text
}

/** Without an exponent, which no formula knows: 0.0000001 and not 1e-7. Formulas have no negative numbers. */
function plainNumber(value: number): string {
  const [digits = '', exponent] = String(value).split('e')
  if (exponent === undefined) return digits
  const places = Number(exponent)
  const whole = digits.replace('.', '')
  return places < 0 ? `0.${'0'.repeat(-places - 1)}${whole}` : whole.padEnd(places + 1, '0')
}
