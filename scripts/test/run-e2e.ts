import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../check/run-tool.ts'
import { ensureBrowser } from './ensure-browser.ts'
import { runVisibly } from './run-visibly.ts'
import { brokenSuite, orBrokenIfEmpty, type SuiteResult } from './suite-result.ts'

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  readonly errors: readonly { readonly message?: string }[]
  readonly suites: readonly PlaywrightSuite[]
}

interface PlaywrightSuite {
  readonly title: string
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs: readonly { readonly title: string; readonly ok: boolean; readonly file: string }[]
}

/**
 * Runs the stories in a real browser against a real server.
 *
 * @param files parts of file names; empty: all stories
 */
export async function runE2e(files: readonly string[]): Promise<SuiteResult> {
  const missing = await ensureBrowser()
  if (missing !== null) return brokenSuite('e2e', missing)
  const output = join(root, '.cache', `playwright-${process.pid}.json`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  const code = await runVisibly(
    '@playwright/test',
    ['test', '--forbid-only', '--reporter=list,json', ...files],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: output },
  )
  if (!existsSync(output))
    return brokenSuite('e2e', `playwright left no report (exit code ${code}); see above`)
  try {
    return resultOf(JSON.parse(readFileSync(output, 'utf8')) as PlaywrightReport, code)
  } finally {
    rmSync(output, { force: true })
  }
}

/** A story that passed only at the second attempt has not passed. */
export function resultOf(report: PlaywrightReport, code: number): SuiteResult {
  const { expected, unexpected, flaky, skipped } = report.stats
  const failures = failedSpecs(report.suites)
  if (unexpected + flaky === 0) {
    failures.push(
      ...report.errors.map(({ message }) => message?.split('\n')[0] ?? 'failed outside the stories'),
    )
  }
  if (code !== 0 && failures.length === 0) failures.push(`playwright ended with ${code}; see above`)
  const failed = Math.max(unexpected + flaky, failures.length)
  return orBrokenIfEmpty({ name: 'e2e', passed: expected, failed, skipped, failures })
}

function failedSpecs(suites: readonly PlaywrightSuite[]): string[] {
  return suites.flatMap(({ specs, suites: inner = [] }) => [
    ...specs.filter(({ ok }) => !ok).map(({ file, title }) => `e2e/${file}: ${title}`),
    ...failedSpecs(inner),
  ])
}
