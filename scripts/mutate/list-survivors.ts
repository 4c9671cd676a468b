import { readFileSync } from 'node:fs'

interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>
}

interface Mutant {
  readonly status: string
  readonly replacement?: string
  readonly location: { readonly start: { readonly line: number; readonly column: number } }
}

/** One line for every change that no test noticed: where, the line as it is, and what stood in its place. */
export function listSurvivors(reportFile: string): string[] {
  const { files } = JSON.parse(readFileSync(reportFile, 'utf8')) as Report
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n')
    return mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ status, replacement = '', location: { start } }) => {
        const written = (lines[start.line - 1] ?? '').trim()
        return `${file}:${start.line}:${start.column} ${status}: ${written} ⇒ ${oneLine(replacement)}`
      })
  })
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 100)
}
