import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const WEB = join(import.meta.dirname, '../apps/web/src')

/** Text of each file by its path in the web's sources, `features/board/board.css`. */
function textsOf(pattern: string): Record<string, string> {
  const paths = globSync(pattern, { cwd: WEB }).filter((path) => !path.includes('.test.'))
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(WEB, path), 'utf8')]))
}

const featureOf = (path: string) => /^features\/([\w-]+)\//.exec(path)?.[1] ?? null

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))

function classesIn(css: string): Set<string> {
  const rules = css.replaceAll(/\/\*[\s\S]*?\*\//g, '')
  return new Set([...rules.matchAll(/\.([a-z][\w-]*)/g)].map((match) => match[1] ?? ''))
}

/** Class names that a feature takes from the style sheet of another one, which it does not load. */
function strays(sheets: Record<string, string>, sources: Record<string, string>): string[] {
  const homes = Object.entries(sheets).map(
    ([path, css]) => ({ path, feature: featureOf(path), classes: classesIn(css) }) as const,
  )
  // By a page of the same folder: pages of one feature are fetched apart from each other.
  const loaded = (folder: string, name: string) =>
    Object.entries(sources).some(
      ([path, source]) => folderOf(path) === folder && source.includes(`/${name}'`),
    )
  return Object.entries(sources).flatMap(([path, source]) => {
    const feature = featureOf(path)
    const used = [...source.matchAll(/className="([^"]*)"/g)].flatMap((match) =>
      (match[1] ?? '').split(/\s+/),
    )
    return [...new Set(used)].flatMap((name) => {
      const found = homes.filter(({ classes }) => classes.has(name))
      const isAtHome = found.some(
        (home) =>
          home.feature === null ||
          home.feature === feature ||
          loaded(folderOf(path), home.path.split('/').at(-1) ?? ''),
      )
      return found.length === 0 || isAtHome ? [] : [`${path}: ${name}`]
    })
  })
}

describe('style sheets come with the page that needs them', () => {
  test('no feature leans on the style sheet of another that it does not load', () => {
    const styles = textsOf('**/*.css')
    expect(Object.keys(styles).length).toBeGreaterThan(10)
    expect(strays(styles, textsOf('features/**/*.tsx'))).toEqual([])
  })

  test('a class of another feature is found, one of its own, of ui or of a loaded sheet is not', () => {
    const sheets = {
      'ui/page.css': '.card { margin: 0 }',
      'features/board/board.css': '/* .note */ .rows li { margin: 0 }',
    }
    const source = '<ul className="card rows note">'
    expect(strays(sheets, { 'features/import/Undo.tsx': source })).toEqual(['features/import/Undo.tsx: rows'])
    expect(strays(sheets, { 'features/board/List.tsx': source })).toEqual([])
    expect(strays(sheets, { 'features/import/Undo.tsx': `import '../board/board.css'\n${source}` })).toEqual(
      [],
    )
  })
})
