export type Language = 'zh' | 'en'

/** A text in both languages. */
export type Words = Readonly<Record<Language, string>>

/** Language of the output: what `--lang` says, else the terminal's locale; Chinese when neither tells. */
export function languageOf(
  flag: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  if (flag !== undefined) return flag.toLowerCase().startsWith('en') ? 'en' : 'zh'
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return /^en/i.test(locale) ? 'en' : 'zh'
}
