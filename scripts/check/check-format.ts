import type { CheckResult } from './check-result.ts'
import { runTool } from './run-tool.ts'

/** Is everything formatted by oxfmt? `npm run check -- --fix` formats. */
export async function checkFormat(shouldFix = false): Promise<CheckResult> {
  if (shouldFix) await runTool('oxfmt', ['--write', '.'])
  const { code, stdout, stderr } = await runTool('oxfmt', ['--check', '.'])
  const scope = /on (\d+) files/.exec(stdout + stderr)?.[1]
  const problems = (stdout + stderr)
    .split('\n')
    .filter((line) => /\.(ts|tsx|mts|mjs|js)\b.*\(\d+m?s\)/.test(line) || /error/i.test(line))
    .map((line) => `${line.replace(/ \(\d+m?s\)/, '').trim()}: not formatted (npm run check -- --fix)`)
  if (code !== 0 && problems.length === 0) problems.push((stdout + stderr).trim())
  if (scope === undefined) problems.push(`oxfmt did not say how many files it looked at: ${stdout}${stderr}`)
  return { name: 'format', scope: `${scope ?? 0} files`, problems }
}
