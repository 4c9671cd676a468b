import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

type Tree = { readonly [key: string]: string | Tree }
const folder = join(import.meta.dirname, '../../apps/web/src/locales')
const read = new Map<string, Tree>()

function file(locale: Locale, feature: string): Tree {
  const path = join(folder, locale, `${feature}.json`)
  let tree = read.get(path)
  if (tree === undefined) read.set(path, (tree = JSON.parse(readFileSync(path, 'utf8')) as Tree))
  return tree
}

export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string

/**
 * The product's own words in a language, so that a story reads the same in both: `t('plan:more.edit')`.
 *
 * @returns a function that throws for a key that does not exist, or a value that was not given
 */
export function wordsOf(locale: Locale): Words {
  const plural = new Intl.PluralRules(locale)
  return (key, values = {}) => {
    const [feature = '', path = ''] = key.split(':')
    const find = (name: string) =>
      name
        .split('.')
        .reduce<string | Tree | undefined>(
          (at, part) => (typeof at === 'object' ? at[part] : undefined),
          file(locale, feature),
        )
    const count = values['count']
    const found =
      (typeof count === 'number' ? find(`${path}_${plural.select(count)}`) : undefined) ?? find(path)
    if (typeof found !== 'string') throw new Error(`${locale} has no words for ${key}`)
    return found.replaceAll(/\{\{(\w+)(, number)?\}\}/g, (_all, name: string, isNumber?: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`${key} needs ${name}`)
      return isNumber === undefined ? String(value) : Number(value).toLocaleString(locale)
    })
  }
}
