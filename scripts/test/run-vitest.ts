import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../check/run-tool.ts'
import { runVisibly } from './run-visibly.ts'
import { brokenSuite, type SuiteResult } from './suite-result.ts'
import { suitesOf, type VitestProject, type VitestReport } from './vitest-report.ts'

/**
 * Runs the projects in one vitest.
 *
 * @param files parts of file names; empty: all tests
 */
export async function runVitest(
  projects: readonly VitestProject[],
  files: readonly string[],
): Promise<SuiteResult[]> {
  const folder = join(root, '.cache')
  const output = join(folder, `vitest-${process.pid}.json`)
  mkdirSync(folder, { recursive: true })
  const code = await runVisibly('vitest', [
    'run',
    '--allowOnly=false',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${output}`,
    ...files,
  ])
  try {
    const report = JSON.parse(readFileSync(output, 'utf8')) as VitestReport
    const suites = suitesOf(report, projects, files.length > 0)
    // An error outside every test (an unhandled rejection) shows in the exit code only.
    const isExplained = code === 0 || suites.some(({ failed }) => failed > 0)
    return isExplained ? suites : [...suites, brokenSuite('vitest', `ended with ${code}; see above`)]
  } catch (error) {
    return [brokenSuite('vitest', `left no report (exit code ${code}): ${String(error)}`)]
  } finally {
    rmSync(output, { force: true })
  }
}
