import { type AssignmentRule, type Condition, isIdField, type Line } from './assignment-rule.ts'

const SEPARATORS = /[_\-|/·—]+/

/** Without regard to width and outer spaces; an id may have been typed with Chinese input switched on. */
function halfWidth(text: string): string {
  return text.normalize('NFKC').trim()
}

/** The same without regard to case. */
function folded(text: string): string {
  return halfWidth(text).toLowerCase()
}

/** Parts of a name by convention: `品牌_新客-上海` has three. */
function partsOfName(name: string): string[] {
  return name
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function holds(condition: Condition, line: Line): boolean {
  const said = line[condition.field] ?? null
  const same = isIdField(condition.field) ? halfWidth : folded
  const wanted = same(condition.value)
  if (said === null || wanted === '') return false
  switch (condition.operator) {
    case 'equals':
      return same(said) === wanted
    case 'contains':
      return same(said).includes(wanted)
    case 'part': {
      const { part } = condition
      if (part === null || part === 0) return false
      return partsOfName(same(said)).at(part > 0 ? part - 1 : part) === wanted
    }
  }
}

/**
 * Number of the rule that takes a line: the first whose conditions all hold.
 *
 * A line that does not say what is asked never fits; a rule without conditions takes nothing,
 * because a forgotten condition must not take everything.
 *
 * @returns null: the line stays in the bucket of unassigned ones
 */
export function ruleOfLine(line: Line, rules: readonly Pick<AssignmentRule, 'conditions'>[]): number | null {
  const index = rules.findIndex(
    ({ conditions }) => conditions.length > 0 && conditions.every((condition) => holds(condition, line)),
  )
  return index === -1 ? null : index
}
