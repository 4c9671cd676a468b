import type { FieldRange } from '@yingce/domain/records/field'
import { issueText } from './issue-text.ts'

/** "应在 1 到 365 之间。": what a number may be, in the words of a refusal by the server. */
export function boundsText({ min, max }: FieldRange): string {
  return issueText({
    path: '',
    code: 'out_of_range',
    message: max === null ? `≥ ${min}` : `${min}–${max}`,
    params: max === null ? { min } : { min, max },
  })
}
