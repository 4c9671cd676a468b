import { VITEST_PROJECTS, type VitestProject } from './vitest-report.ts'

/** Which suites to run, and of them perhaps only some files. */
export interface TestOrder {
  readonly hasCheck: boolean
  readonly projects: readonly VitestProject[]
  readonly hasE2e: boolean
  readonly files: readonly string[]
}

const ALL = Object.keys(VITEST_PROJECTS) as VitestProject[]

/**
 * Reads the words after `npm test --`: names of suites (`check`, `unit`,
 * `server`, `e2e`, or a vitest project), and parts of file names to run only
 * those. Without words everything runs; with file names only, all suites but
 * the check.
 */
export function readOrder(words: readonly string[]): TestOrder {
  const isSuite = (word: string) =>
    ['check', 'unit', 'e2e'].includes(word) || ALL.includes(word as VitestProject)
  const suites = words.filter(isSuite)
  const files = words.filter((word) => !isSuite(word))
  const hasNoSuite = suites.length === 0
  return {
    hasCheck: suites.includes('check') || (hasNoSuite && files.length === 0),
    projects: ALL.filter(
      (project) =>
        hasNoSuite || suites.includes(project) || (suites.includes('unit') && project !== 'server'),
    ),
    hasE2e: suites.includes('e2e') || (hasNoSuite && files.length === 0),
    files,
  }
}
