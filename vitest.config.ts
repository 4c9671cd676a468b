import { defineConfig } from 'vitest/config'

/**
 * Tests of rules and models change nothing outside themselves, so their files share threads and the
 * modules in them: a process of its own for each file took more than half of the time.
 */
const SHARED = { pool: 'threads', isolate: false } as const

/**
 * One project per room. Each must run tests: vitest passes a project whose
 * globs match nothing, so scripts/test.ts counts what every project ran.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'domain',
          ...SHARED,
          include: ['packages/domain/src/**/*.test.ts'],
          // Properties of thousands of random cases take what a busy machine gives them.
          testTimeout: 60_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'contracts',
          ...SHARED,
          include: ['packages/contracts/src/**/*.test.ts'],
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'office',
          ...SHARED,
          include: ['packages/office/src/**/*.test.ts'],
          testTimeout: 60_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'cli',
          ...SHARED,
          include: ['apps/cli/src/**/*.test.ts'],
          testTimeout: 30_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'web',
          ...SHARED,
          include: ['apps/web/src/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'server',
          include: ['apps/server/src/**/*.test.ts'],
          globalSetup: ['apps/server/src/testing/global-setup.ts'],
          // Apart from the quick ones; test, database and reading processes wait for each other, so that three files fill 2 cores.
          maxWorkers: 3,
          // Each file makes its own app and database; what they share is the server's modules, a second of loading.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'scripts',
          include: ['scripts/**/*.test.ts'],
          maxWorkers: 1,
          testTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
