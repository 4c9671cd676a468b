import type { Attribution } from '@yingce/domain/attribution/attribution-model'
import type { Language } from '../language.ts'
import { fillWords } from '../words/problem-words.ts'
import { MODEL_WORDS, WARNING_WORDS } from './attribution-words.ts'

/** What to know about an attribution, as sentences. */
export function warningsOf(
  { model, warnings }: Attribution,
  unattributed: number,
  language: Language,
): { readonly code: string; readonly message: string }[] {
  const codes = unattributed > 0 ? [...warnings, 'unattributed' as const] : warnings
  return codes.map((code) => ({
    code,
    message: fillWords(WARNING_WORDS[code][language], {
      model: MODEL_WORDS[model][language],
      count: unattributed,
    }),
  }))
}
