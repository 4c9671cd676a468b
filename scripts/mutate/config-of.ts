/** Part of the changes that tests must notice, in per cent. */
const LEAST_SCORE = 85

/** Built-in metrics are a table of words: each word is a change, and a test of each would say the table again. */
const TABLES = ['fact-metrics', 'ratio-metrics']

/**
 * What Stryker is told to do with a room; file names are seen from the root of the checkout.
 *
 * @param parts parts of file names; empty: all files of the folders
 */
export function configOf(
  room: string,
  folders: readonly string[],
  parts: readonly string[],
): Readonly<Record<string, unknown>> {
  const cache = '.cache/mutation'
  return {
    mutate: folders.flatMap((folder) => [
      ...(parts.length === 0 ? [`${folder}/**/*.ts`] : parts.map((part) => `${folder}/**/*${part}*.ts`)),
      `!${folder}/**/*.test.ts`,
      `!${folder}/**/*.fixture.ts`,
      ...TABLES.map((table) => `!${folder}/**/${table}.ts`),
    ]),
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'scripts/mutate/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // Half of a small machine; other work goes on beside it.
    concurrency: 1,
    // Where much else runs, low priority makes even the first run long.
    dryRunTimeoutMinutes: 60,
    timeoutMS: 20_000,
    incremental: true,
    incrementalFile: `${cache}/${room}.json`,
    tempDirName: `${cache}/copy-${room}`,
    ignorePatterns: ['.cache', 'bench', 'data', 'docs', 'e2e', 'apps'],
    reporters: ['clear-text', 'json', 'progress-append-only'],
    clearTextReporter: { logTests: false, reportTests: false, reportMutants: false },
    jsonReporter: { fileName: `${cache}/${room}.report.json` },
    thresholds: { high: LEAST_SCORE, low: LEAST_SCORE, break: LEAST_SCORE },
  }
}
