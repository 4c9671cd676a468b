import { relative } from 'node:path'
import { root } from '../check/run-tool.ts'
import { brokenSuite, orBrokenIfEmpty, type SuiteResult } from './suite-result.ts'

/** The projects of vitest.config.ts and the folder that each one's tests lie in. */
export const VITEST_PROJECTS = {
  domain: 'packages/domain/',
  contracts: 'packages/contracts/',
  office: 'packages/office/',
  cli: 'apps/cli/',
  web: 'apps/web/',
  server: 'apps/server/',
  scripts: 'scripts/',
} as const

export type VitestProject = keyof typeof VITEST_PROJECTS

/** The parts we read of what vitest's JSON reporter writes. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

/**
 * Splits a report by project, because the report itself counts all in one.
 *
 * @param mayBeEmpty when only some files were asked for
 */
export function suitesOf(
  report: VitestReport,
  projects: readonly VitestProject[],
  mayBeEmpty = false,
): SuiteResult[] {
  const suites = projects.map((name) => {
    const files = report.testResults.filter((file) =>
      relative(root, file.name).startsWith(VITEST_PROJECTS[name]),
    )
    const result = files.map(fileResult).reduce(add, { name, passed: 0, failed: 0, skipped: 0, failures: [] })
    return mayBeEmpty ? result : orBrokenIfEmpty(result)
  })
  const known = Object.values(VITEST_PROJECTS)
  const strays = report.testResults.filter(
    (file) => !known.some((folder) => relative(root, file.name).startsWith(folder)),
  )
  return strays.length === 0
    ? suites
    : [
        ...suites,
        brokenSuite('elsewhere', `belong to no known project: ${strays.map(({ name }) => name).join(', ')}`),
      ]
}

function fileResult(file: VitestReport['testResults'][number]): SuiteResult {
  const name = relative(root, file.name)
  const by = (...statuses: string[]) =>
    file.assertionResults.filter(({ status }) => statuses.includes(status))
  const failures = by('failed').map(({ fullName }) => `${name}: ${fullName}`)
  // A file that cannot be read, or whose hook fails, has no failed test, but it has failed.
  if (failures.length === 0 && file.status === 'failed') {
    failures.push(`${name}: ${file.message.split('\n')[0] || 'failed outside its tests'}`)
  }
  const passed = by('passed').length
  const skipped = by('pending', 'skipped', 'todo', 'disabled').length
  return { name, passed, failed: failures.length, skipped, failures }
}

function add(a: SuiteResult, b: SuiteResult): SuiteResult {
  return {
    name: a.name,
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  }
}
