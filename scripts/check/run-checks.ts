import { checkDeadCode } from './check-dead-code.ts'
import { checkFormat } from './check-format.ts'
import { checkLint } from './check-lint.ts'
import type { CheckResult } from './check-result.ts'
import { checkSuppressions } from './check-suppressions.ts'
import { checkTypes } from './check-types.ts'

/** Runs every static check, one after the other, and tells each result as it comes. */
export async function runChecks(
  onResult: (result: CheckResult, seconds: number) => void,
  { shouldFix = false } = {},
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = []
  // Formatting first: with `--fix` the places that the others name are then right.
  const checks = [() => checkFormat(shouldFix), checkTypes, checkLint, checkSuppressions, checkDeadCode]
  for (const check of checks) {
    const started = performance.now()
    const result = await check()
    onResult(result, (performance.now() - started) / 1000)
    results.push(result)
  }
  return results
}
