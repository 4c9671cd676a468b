import type { NoticeText } from './notice-kinds.ts'

/** What happened to tasks that need acceptance: handed in, accepted, or sent back. */
export type AcceptanceStep = 'handed_in' | 'accepted' | 'returned'

export interface AcceptanceTask {
  readonly name: string
  /** What it is accepted against; null: nothing was written down. */
  readonly standard: string | null
}

/** Tasks that a notice names; the rest is counted. */
const MAX_NAMED = 5
const TITLES: Readonly<Record<AcceptanceStep, NoticeText>> = {
  handed_in: { zh: '待验收', en: 'To accept' },
  accepted: { zh: '已通过验收', en: 'Accepted' },
  returned: { zh: '被退回', en: 'Sent back' },
}

/** The step as it stands between two states of a task; null: nothing about acceptance happened. */
export function acceptanceStep(from: string, to: string): AcceptanceStep | null {
  if (from !== 'pending_acceptance' && to === 'pending_acceptance') return 'handed_in'
  if (from !== 'pending_acceptance') return null
  if (to === 'done') return 'accepted'
  return to === 'in_progress' || to === 'not_started' ? 'returned' : null
}

/** Title and body of the notice in both languages; names stay as they were entered. */
export function acceptanceText(
  step: AcceptanceStep,
  tasks: readonly AcceptanceTask[],
): { readonly title: NoticeText; readonly body: NoticeText } {
  const word = TITLES[step]
  const [only] = tasks
  if (only !== undefined && tasks.length === 1)
    return {
      title: { zh: `${word.zh}：${only.name}`, en: `${word.en}: ${only.name}` },
      body:
        only.standard === null || step !== 'handed_in'
          ? { zh: '', en: '' }
          : { zh: `验收标准：${only.standard}`, en: `Standard: ${only.standard}` },
    }
  const named = tasks.slice(0, MAX_NAMED).map(({ name }) => name)
  const rest = tasks.length - named.length
  return {
    title: { zh: `${word.zh} ${tasks.length} 项`, en: `${word.en}: ${tasks.length} tasks` },
    body: {
      zh: [...named, ...(rest > 0 ? [`还有 ${rest} 项`] : [])].join('\n'),
      en: [...named, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n'),
    },
  }
}
