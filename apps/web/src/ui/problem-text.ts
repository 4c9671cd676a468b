import i18next from 'i18next'
import { ApiProblem, isNowhere, NetworkFailure } from '../api/errors.ts'
import { issueText } from './issue-text.ts'

export interface ProblemText {
  /** What happened. */
  title: string
  /** What to do. */
  advice: string
  /** Small print to tell us; null where no server answered. */
  requestId: string | null
}

/** Sentences one after the other: English parts them with a space, Chinese does not. */
function joinSentences(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(i18next.language === 'en' ? ' ' : '')
}

/** What happened and what to do, for a message of one line. */
export function problemLine(error: unknown): string {
  const { title, advice } = problemText(error)
  return joinSentences([title, advice])
}

/** Any error as words: what, and what to do; translated by the refusal's code with its parameters filled in. */
export function problemText(error: unknown): ProblemText {
  if (error instanceof ApiProblem) {
    const { params, requestId } = error.problem
    const isAddress = isNowhere(error)
    const code = isAddress ? 'not_found' : error.problem.code
    const issues = isAddress ? [] : error.problem.issues
    const detail = joinSentences(issues.slice(0, 3).map(issueText))
    return {
      title: i18next.t(`errors:${code}.title`, { ...params, defaultValue: error.problem.title }),
      advice: joinSentences([i18next.t(`errors:${code}.advice`, { ...params, defaultValue: '' }), detail]),
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
