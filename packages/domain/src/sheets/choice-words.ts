import { foldText } from './header-text.ts'

type Words = Readonly<Record<'zh' | 'en', readonly string[]>>

/** Words of the sheets for choices other than the state; the first of each language is written on export. */
const CHOICE_WORDS: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  dayBasis: {
    calendar: { zh: ['自然日', '日历日'], en: ['Calendar days', 'calendar', 'Calendar day'] },
    working: { zh: ['工作日'], en: ['Working days', 'working', 'Workdays', 'Business days'] },
  },
}

/** Does this field have words of its own (and not those of a state)? */
export function hasChoiceWords(field: string): boolean {
  return Object.hasOwn(CHOICE_WORDS, field)
}

/** The choice a word names; null when it names none. */
export function readChoiceWord(field: string, text: string): string | null {
  const folded = foldText(text)
  const choices = Object.entries(CHOICE_WORDS[field] ?? {})
  const found = choices.find(([, { zh, en }]) => [...zh, ...en].some((word) => foldText(word) === folded))
  return found?.[0] ?? null
}

/** The word written on export; the choice itself where it has none. */
export function choiceWord(field: string, choice: string, language: 'zh' | 'en'): string {
  return CHOICE_WORDS[field]?.[choice]?.[language][0] ?? choice
}
