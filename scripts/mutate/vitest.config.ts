import process from 'node:process'
import { defineConfig } from 'vitest/config'

/** The tests that judge the mutants of one room; scripts/mutate.ts names them. */
export default defineConfig({
  root: process.cwd(),
  test: {
    include: (process.env['MUTATE_TESTS'] ?? '').split(','),
    // Thousands of tasks, for the time they take: each mutant would take it again.
    exclude: ['**/long-schedule.test.ts'],
    setupFiles: ['scripts/mutate/few-runs.ts'],
    // The copy with all mutants in it is several times slower.
    testTimeout: 60_000,
  },
})
