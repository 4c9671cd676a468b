/** What one suite came to. */
export interface SuiteResult {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** One line each: which test failed, or why the suite did not run. */
  readonly failures: readonly string[]
}

/** A suite that could not do its work counts as one failure. */
export function brokenSuite(name: string, reason: string): SuiteResult {
  return { name, passed: 0, failed: 1, skipped: 0, failures: [reason] }
}

/** A suite that ran nothing has not passed: its globs may match no file. */
export function orBrokenIfEmpty(result: SuiteResult): SuiteResult {
  if (result.passed + result.failed > 0) return result
  return { ...brokenSuite(result.name, 'ran no test'), skipped: result.skipped }
}

/** The sums over all suites. */
export function totalOf(results: readonly SuiteResult[]): Pick<SuiteResult, 'passed' | 'failed' | 'skipped'> {
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    results.reduce((total, result) => total + result[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

/** `domain: 72 passed, 0 failed, 1 skipped` */
export function suiteLine({ name, passed, failed, skipped }: SuiteResult): string {
  return `${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`
}
