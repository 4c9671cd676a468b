import { relative, resolve } from 'node:path'
import type { CheckResult } from './check-result.ts'
import { root, runTool } from './run-tool.ts'
import { sourceFiles } from './source-files.ts'

interface OxlintReport {
  readonly number_of_files: number
  readonly number_of_rules: number
  readonly diagnostics: readonly {
    readonly message: string
    readonly code?: string
    readonly filename: string
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[]
  }[]
}

/**
 * Lints a tree with our rules, the type-aware ones and those of the rooms
 * included.
 *
 * @param folder the project, or a copy of its layout (the proof test plants violations in one)
 */
export async function checkLint(folder: string = root): Promise<CheckResult> {
  const config = resolve(root, '.oxlintrc.json')
  const { stdout, stderr } = await runTool(
    'oxlint',
    ['--config', config, '--type-aware', '--format', 'json', '--report-unused-disable-directives', '.'],
    { cwd: folder },
  )
  const report = parse(stdout, stderr)
  const problems = report.diagnostics.map(({ filename, labels, code, message }) => {
    const { line, column } = labels[0]?.span ?? { line: 1, column: 1 }
    return `${relative(folder, resolve(folder, filename))}:${line}:${column}: ${message} [${code ?? 'syntax'}]`
  })
  const own = sourceFiles(folder).length
  if (report.number_of_files < own) {
    problems.push(`oxlint looked at ${report.number_of_files} files only, of ${own}`)
  }
  return {
    name: 'lint',
    scope: `${report.number_of_files} files, ${report.number_of_rules} rules`,
    problems: problems.toSorted(),
  }
}

function parse(stdout: string, stderr: string): OxlintReport {
  try {
    return JSON.parse(stdout) as OxlintReport
  } catch {
    throw new Error(`oxlint gave no report:\n${stdout.slice(0, 2000)}\n${stderr}`)
  }
}
