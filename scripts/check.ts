// npm run check [-- --fix]: types, lint, format, dead code and the rules of the house.
import process from 'node:process'
import { printCheck } from './check/print-check.ts'
import { runChecks } from './check/run-checks.ts'

const results = await runChecks(printCheck, { shouldFix: process.argv.includes('--fix') })
const failed = results.filter(({ problems }) => problems.length > 0).length
console.log(`${results.length - failed} checks passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
