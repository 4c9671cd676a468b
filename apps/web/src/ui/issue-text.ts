import type { ProblemIssue } from '@yingce/contracts/error'
import i18next from 'i18next'

/**
 * What is wrong in one place, in the reader's language: by the issue's code and what
 * its bound or form is about (`too_small` of a `string`). A code without words of
 * its own keeps the server's sentence.
 */
export function issueText({ code, message, params = {} }: ProblemIssue): string {
  const isBetween = 'min' in params && 'max' in params
  const about = isBetween ? 'between' : 'min' in params ? 'from' : (params['origin'] ?? params['format'])
  const keys = [...(typeof about === 'string' ? [`${code}_${about}`] : []), code]
  return i18next.t(
    keys.map((key) => `errors:issue.${key}`),
    { ...params, defaultValue: message },
  )
}
