// npm test [-- check | unit | server | e2e | <project> … | <part of a file name> …]
// Runs every suite, and sums them up in the last line.
import process from 'node:process'
import { printCheck } from './check/print-check.ts'
import { runChecks } from './check/run-checks.ts'
import { copyFontsIfMissing } from './copy-fonts.ts'
import { ensureBrowser } from './test/ensure-browser.ts'
import { readOrder } from './test/read-order.ts'
import { runE2e } from './test/run-e2e.ts'
import { runOnSystemPostgres, runVitest } from './test/run-vitest.ts'
import { type SuiteResult, suiteLine, totalOf } from './test/suite-result.ts'

const order = readOrder(process.argv.slice(2))
const results: SuiteResult[] = []

if (order.hasCheck) {
  const checks = await runChecks(printCheck)
  const bad = checks.filter(({ problems }) => problems.length > 0)
  const failures = bad.map(({ name, problems }) => `${name}: ${problems.length} problems, see above`)
  const passed = checks.length - bad.length
  results.push({ name: 'check', passed, failed: bad.length, skipped: 0, failures })
}
if (order.projects.length > 0 || order.hasE2e) await copyFontsIfMissing()
// Component tests of the page want the browser too, and skip themselves where there is none.
if (order.hasE2e) await ensureBrowser()
if (order.projects.length > 0) results.push(...(await runVitest(order.projects, order.files)))
// With parts of file names a developer looks at one thing; twice would only be slower.
if (order.projects.includes('server') && order.files.length === 0)
  results.push(...(await runOnSystemPostgres()))
if (order.hasE2e) results.push(await runE2e(order.files))

console.log('')
for (const result of results) {
  console.log(suiteLine(result))
  for (const failure of result.failures) console.log(`  ✗ ${failure}`)
}
const total = totalOf(results)
const hasRun = total.passed + total.failed > 0
if (!hasRun) console.log('No test ran.')
process.exitCode = hasRun && total.failed === 0 ? 0 : 1
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
