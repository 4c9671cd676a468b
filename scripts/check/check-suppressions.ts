import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckResult } from './check-result.ts'
import { root } from './run-tool.ts'
import { sourceFiles } from './source-files.ts'

// Put together here, so that this file does not find itself.
const DIRECTIVE = new RegExp(String.raw`(?:\/\/|\/\*)\s*((?:oxlint|eslint)-` + String.raw`disable\S*)(.*)`)
const EXPECT_ERROR = new RegExp(String.raw`(?:\/\/|\/\*)\s*@ts-` + String.raw`expect-error(.*)`)
const NEVER = new RegExp(String.raw`(?:\/\/|\/\*)\s*@ts-` + String.raw`(ignore|nocheck)`)

/** Shortest text that can be a reason. */
const MIN_REASON = 8

/**
 * Looks for silenced checks without a reason on the same line:
 * `// oxlint-disable-next-line <rule> -- <reason>`. The lint itself cannot do
 * this, a directive would silence that rule too.
 */
export function checkSuppressions(folder: string = root): CheckResult {
  const files = sourceFiles(folder)
  const problems = files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const problem = suppressionProblem(line)
        return problem === null ? [] : [`${file}:${index + 1}:1: ${problem}`]
      }),
  )
  return { name: 'suppressions', scope: `${files.length} files`, problems }
}

/** What is wrong with the directive on this line, or null when there is none or it is in order. */
export function suppressionProblem(line: string): string | null {
  if (NEVER.test(line)) return 'says neither what it expects nor why; use ts-expect-error with the reason'
  const expected = EXPECT_ERROR.exec(line)
  if (expected !== null && !isReason(expected[1])) return 'give the reason after ts-expect-error'
  const directive = DIRECTIVE.exec(line)
  if (directive === null) return null
  const [rules = '', ...reason] = (directive[2] ?? '').split('--')
  if (rules.replace('*/', '').trim() === '') return `name the rule that ${directive[1]} silences`
  return isReason(reason.join('--'))
    ? null
    : `give the reason after the rule: ${directive[1]} <rule> -- <reason>`
}

function isReason(text: string | undefined): boolean {
  return (text ?? '').replace('*/', '').trim().length >= MIN_REASON
}
