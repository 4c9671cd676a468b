import type { FieldRange } from '@yingce/domain/records/field'
import { issueText } from './issue-text.ts'

const limitsOf = ({ min, max }: FieldRange) => (max === null ? { min } : { min, max })

/** "应在 1 到 365 之间。": what a number may be, in the words of a refusal by the server. */
export function boundsText(bounds: FieldRange): string {
  const { min, max } = bounds
  return issueText({
    path: '',
    code: 'out_of_range',
    message: max === null ? `≥ ${min}` : `${min}–${max}`,
    params: limitsOf(bounds),
  })
}

/** Rule of a form field around a plain number input; of one outside a form see `BoundedNumber`. */
export function boundsRule(bounds: FieldRange) {
  return { type: 'number', ...limitsOf(bounds), message: boundsText(bounds) } as const
}
