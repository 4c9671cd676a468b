import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../check/run-tool.ts'
import { resultOf } from './run-e2e.ts'
import { totalOf } from './suite-result.ts'
import { suitesOf } from './vitest-report.ts'

const file = (path: string, statuses: string[], status = 'passed', message = '') => ({
  name: join(root, path),
  status,
  message,
  assertionResults: statuses.map((each, index) => ({ fullName: `rule ${index + 1}`, status: each })),
})

describe('what vitest reports', () => {
  test('is counted by project, and skipped tests are no passed ones', () => {
    const testResults = [
      file('packages/domain/src/a.test.ts', ['passed', 'passed', 'pending']),
      file('packages/domain/src/b.test.ts', ['failed', 'todo']),
      file('apps/web/src/c.test.tsx', ['passed']),
    ]
    expect(suitesOf({ testResults }, ['domain', 'web'])).toEqual([
      {
        name: 'domain',
        passed: 2,
        failed: 1,
        skipped: 2,
        failures: ['packages/domain/src/b.test.ts: rule 1'],
      },
      { name: 'web', passed: 1, failed: 0, skipped: 0, failures: [] },
    ])
  })

  test('a project that ran nothing, or skipped everything, has failed', () => {
    const testResults = [file('apps/cli/src/a.test.ts', ['pending'])]
    const suites = suitesOf({ testResults }, ['cli', 'office'])
    expect(suites.map(({ name, failed }) => [name, failed])).toEqual([
      ['cli', 1],
      ['office', 1],
    ])
  })

  test('a file that cannot be read counts as one failure', () => {
    const testResults = [
      file('apps/cli/src/a.test.ts', [], 'failed', 'SyntaxError: x\n at y'),
      file('apps/cli/src/b.test.ts', ['passed']),
    ]
    expect(suitesOf({ testResults }, ['cli'])).toEqual([
      { name: 'cli', passed: 1, failed: 1, skipped: 0, failures: ['apps/cli/src/a.test.ts: SyntaxError: x'] },
    ])
  })
})

describe('what playwright reports', () => {
  const specs = (ok: boolean) => [{ title: 'a story', specs: [{ title: 'imports', ok, file: 'a.e2e.ts' }] }]

  test('a story that passed at the second attempt only has failed', () => {
    const stats = { expected: 1, unexpected: 0, flaky: 1, skipped: 0 }
    expect(resultOf({ stats, errors: [], suites: specs(true) }, 0)).toMatchObject({ passed: 1, failed: 1 })
  })

  test('a server that did not start is a failure, though no story failed', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
    const result = resultOf({ stats, errors: [{ message: 'webServer timed out' }], suites: [] }, 1)
    expect(result).toMatchObject({ failed: 1, failures: ['webServer timed out'] })
  })

  test('no stories at all is a failure', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
    expect(resultOf({ stats, errors: [], suites: [] }, 0)).toMatchObject({ failed: 1 })
  })

  test('the failed story is named', () => {
    const stats = { expected: 0, unexpected: 1, flaky: 0, skipped: 0 }
    expect(resultOf({ stats, errors: [], suites: specs(false) }, 1).failures).toEqual([
      'e2e/a.e2e.ts: imports',
    ])
  })
})

test('the last line sums all suites', () => {
  const suite = (passed: number, failed: number, skipped: number) => ({
    name: '',
    passed,
    failed,
    skipped,
    failures: [],
  })
  expect(totalOf([suite(5, 0, 1), suite(70, 2, 0)])).toEqual({ passed: 75, failed: 2, skipped: 1 })
})
