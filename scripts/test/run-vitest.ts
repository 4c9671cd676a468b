import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../check/run-tool.ts'
import { runVisibly } from './run-visibly.ts'
import { brokenSuite, orBrokenIfEmpty, type SuiteResult } from './suite-result.ts'
import { startSystemPostgres } from './system-postgres.ts'
import { suitesOf, type VitestProject, type VitestReport } from './vitest-report.ts'

/**
 * Runs the projects in one vitest.
 *
 * @param files parts of file names; empty: all tests
 * @param env further variables for the run
 * @param without patterns of files that are left out
 */
export async function runVitest(
  projects: readonly VitestProject[],
  files: readonly string[],
  env: Readonly<Record<string, string>> = {},
  without: readonly string[] = [],
): Promise<SuiteResult[]> {
  const folder = join(root, '.cache')
  const output = join(folder, `vitest-${process.pid}.json`)
  mkdirSync(folder, { recursive: true })
  const code = await runVisibly(
    'vitest',
    [
      'run',
      '--allowOnly=false',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${output}`,
      ...without.flatMap((pattern) => ['--exclude', pattern]),
      ...files,
    ],
    env,
  )
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

/** Folders whose tests need no embedded server of their own. */
const ANY_SERVER = ['apps/server/src/features', 'apps/server/src/http', 'apps/server/src/db/schema']
/** What they show depends on files and routes, not on the database's version: once is enough. */
const ONCE = [
  '**/given-*.test.ts',
  '**/route-access.test.ts',
  '**/openapi.test.ts',
  '**/command-line.test.ts',
  '**/import-refusals.test.ts',
  '**/features/export/**',
]

/**
 * The API's tests once more, on a PostgreSQL that the system has installed, as a
 * team would point us at its own by DATABASE_URL.
 *
 * @returns nothing where the system has none, and says so
 */
export async function runOnSystemPostgres(): Promise<SuiteResult[]> {
  try {
    const server = await startSystemPostgres()
    if (server === null) {
      console.log(
        'No PostgreSQL 15 or newer is installed on this system: the API is tested on the embedded one only.',
      )
      return []
    }
    try {
      const results = await runVitest(['server'], ANY_SERVER, { DATABASE_URL: server.url }, ONCE)
      return results.map((result) =>
        orBrokenIfEmpty({ ...result, name: `server on PostgreSQL ${server.version}` }),
      )
    } finally {
      server.stop()
    }
  } catch (error) {
    return [brokenSuite('server on the system’s PostgreSQL', String(error))]
  }
}
