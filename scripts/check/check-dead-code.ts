import type { CheckResult } from './check-result.ts'
import { root, runTool } from './run-tool.ts'
import { sourceFiles } from './source-files.ts'

interface KnipIssue {
  readonly file: string
  readonly [kind: string]: string | readonly { readonly name: string; readonly line?: number }[]
}

const MEANING: Readonly<Record<string, string>> = {
  files: 'no file imports this one',
  exports: 'nobody imports',
  dependencies: 'unused dependency',
  devDependencies: 'unused dependency',
  optionalPeerDependencies: 'optional peer dependency that is imported',
  unlisted: 'imported, but not a dependency',
  unresolved: 'cannot be found',
}

/** Files, exports and dependencies that nothing uses, found by knip. */
export async function checkDeadCode(): Promise<CheckResult> {
  const { stdout, stderr } = await runTool('knip', ['--no-progress', '--reporter', 'json'])
  const start = stdout.indexOf('{"')
  if (start === -1) throw new Error(`knip gave no report:\n${stdout}\n${stderr}`)
  const { issues } = JSON.parse(stdout.slice(start)) as { issues: readonly KnipIssue[] }
  const problems = issues.flatMap((issue) =>
    Object.entries(issue).flatMap(([kind, found]) =>
      kind === 'owners' || typeof found === 'string'
        ? []
        : found.map(({ name, line }) => {
            const what = kind === 'files' ? '' : ` ${name}`
            return `${issue.file}:${line ?? 1}:1: ${MEANING[kind] ?? kind}${what} [knip]`
          }),
    ),
  )
  return { name: 'dead code', scope: `${sourceFiles(root).length} files`, problems }
}
