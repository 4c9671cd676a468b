import { REFUSAL_CODES } from '@yingce/contracts/error'
import { CONTRADICTION_CODES } from '@yingce/domain/plan/contradictions/contradiction'
import { ENTITIES } from '@yingce/domain/records/entities'
import type { FieldSpec } from '@yingce/domain/records/field'
import { SHEET_LAYOUTS } from '@yingce/domain/sheets/layouts'
import { SHEET_KINDS } from '@yingce/domain/sheets/sheet-kind'
import { describe, expect, test } from 'vitest'

type Tree = { readonly [key: string]: string | Tree }

const files = import.meta.glob<Tree>('./*/*.json', { import: 'default', eager: true })
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const PLURAL = /_(?:zero|one|two|few|many|other)$/
const FEATURES = [...new Set(Object.keys(files).map((path) => /([\w-]+)\.json$/.exec(path)?.[1] ?? ''))]

function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flat(value, `${prefix}${key}.`),
  )
}

/** Texts of one feature by key, plural forms under the key that is asked for. */
function textsOf(language: string, feature: string): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  for (const [key, text] of flat(files[`./${language}/${feature}.json`] ?? {})) {
    const asked = key.replace(PLURAL, '')
    texts.set(asked, [...(texts.get(asked) ?? []), text])
  }
  return texts
}

const keys = new Set(
  FEATURES.flatMap((feature) => [...textsOf('zh-CN', feature).keys()].map((key) => `${feature}:${key}`)),
)
const placeholders = (texts: readonly string[]) =>
  [...new Set(texts.flatMap((text) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name)))]
    .filter((name) => name !== 'count')
    .toSorted((a, b) => String(a).localeCompare(String(b)))

describe.each(FEATURES)('%s', (feature) => {
  const [zh, en] = [textsOf('zh-CN', feature), textsOf('en', feature)]

  test('says the same things in both languages', () => {
    expect([...en.keys()].toSorted()).toEqual([...zh.keys()].toSorted())
  })

  test('fills in the same values in both languages, and leaves no text empty', () => {
    for (const [key, texts] of zh) {
      expect([key, placeholders(en.get(key) ?? [])]).toEqual([key, placeholders(texts)])
      expect([key, [...texts, ...(en.get(key) ?? [])].filter((text) => text.trim() === '')]).toEqual([
        key,
        [],
      ])
    }
  })

  test('has no Chinese left in the English', () => {
    const ownName = (key: string) => feature === 'shell' && /lang|brand|name/i.test(key)
    expect(
      flat(files[`./en/${feature}.json`] ?? {}).filter(
        ([key, text]) => !ownName(key) && /\p{Script=Han}/u.test(text),
      ),
    ).toEqual([])
  })
})

/** Keys that a source file asks for by name: `t('a.b')`, `t(isX ? 'a' : 'b')`; with their feature. */
function askedIn(source: string): string[] {
  const feature = /useTranslation\('(\w+)'/.exec(source)?.[1] ?? 'shell'
  const calls = [...source.matchAll(/(?<![\w.])(?:i18next\.)?t\(\s*([^`()]*?)(?:\)|,\s*\{)/g)].map(
    ([, argument]) => argument ?? '',
  )
  const named = calls.flatMap((call) => {
    const chosen = call.includes('?') ? call.slice(call.indexOf('?') + 1) : call
    return [...chosen.matchAll(/'([\w:.-]+)'/g)].map(([, key]) => key ?? '')
  })
  return named.map((key) => (key.includes(':') ? key : `${feature}:${key}`))
}

test('every key that the pages ask for by name has its text', () => {
  const asked = Object.entries(sources).flatMap(([path, source]) =>
    askedIn(source).map((key) => ({ path, key })),
  )
  expect(asked.length).toBeGreaterThan(200)
  expect(asked.filter(({ key }) => !keys.has(key))).toEqual([])
})

test('every field, choice, column, kind of sheet, refusal and contradiction has its name', () => {
  const wanted = [
    ...Object.entries(ENTITIES).flatMap(([entity, fields]) =>
      Object.keys(fields).map((field) => `fields:${entity}.${field}`),
    ),
    ...Object.values(ENTITIES).flatMap((fields) =>
      Object.values(fields as Record<string, FieldSpec>).flatMap(({ choices }) =>
        (choices ?? []).map((choice) => `fields:choice.${choice}`),
      ),
    ),
    ...SHEET_KINDS.map((kind) => `import:kind.${kind}`),
    ...REFUSAL_CODES.flatMap((code) => [`errors:${code}.title`, `errors:${code}.advice`]),
    ...CONTRADICTION_CODES.map((code) => `board:contradiction.${code}`),
  ]
  expect(wanted.filter((key) => !keys.has(key))).toEqual([])
  const columns = SHEET_LAYOUTS.flatMap(({ entity, columns: all }) =>
    all.map(({ field }) => [`fields:${entity}.${field}`, `fields:column.${field}`]),
  )
  expect(columns.filter((either) => !either.some((key) => keys.has(key)))).toEqual([])
})
