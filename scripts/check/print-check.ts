import type { CheckResult } from './check-result.ts'

/** One line per check, and every problem below it. */
export function printCheck({ name, scope, problems }: CheckResult, seconds: number): void {
  const verdict =
    problems.length === 0 ? 'ok' : `${problems.length} problem${problems.length === 1 ? '' : 's'}`
  console.log(`check ${name}: ${verdict} (${scope}, ${seconds.toFixed(1)} s)`)
  for (const problem of problems) console.log(`  ${problem}`)
}
