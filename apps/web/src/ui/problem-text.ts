import i18next from 'i18next'
import { ApiProblem, NetworkFailure } from '../api/errors.ts'
import { issueText } from './issue-text.ts'

export interface ProblemText {
  /** What happened. */
  title: string
  /** What to do. */
  advice: string
  /** Small print to tell us; null where no server answered. */
  requestId: string | null
}

/** Any error as words: what, and what to do; translated by the refusal's code with its parameters filled in. */
export function problemText(error: unknown): ProblemText {
  if (error instanceof ApiProblem) {
    const { code, params, requestId, issues } = error.problem
    const detail = issues.slice(0, 3).map(issueText).join(' ')
    return {
      title: i18next.t(`errors:${code}.title`, { ...params, defaultValue: error.problem.title }),
      advice: [i18next.t(`errors:${code}.advice`, { ...params, defaultValue: '' }), detail]
        .filter((part) => part !== '')
        .join(' '),
      requestId,
    }
  }
  // Also what else fails without a line, such as a part of the page that was never fetched.
  if (error instanceof NetworkFailure || !navigator.onLine)
    return {
      title: i18next.t('errors:network.title'),
      advice: i18next.t('errors:network.advice'),
      requestId: null,
    }
  return { title: i18next.t('errors:fault.title'), advice: i18next.t('errors:fault.advice'), requestId: null }
}
