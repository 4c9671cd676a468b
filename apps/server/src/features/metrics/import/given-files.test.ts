import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { REPOSITORY } from '../../../config.ts'
import { type Person, startTestServer, type TestServer } from '../../../testing/test-server.ts'
import { importMetrics, query } from '../metrics.fixture.ts'

/** Example exports that lie beside the project where they were given; they are not part of it. */
const DATA = join(REPOSITORY, '../shared/data/imports')
const hasFiles = existsSync(join(DATA, 'expected.json'))
if (!hasFiles) console.warn(`given-files: ${DATA} is not there, its tests are skipped`)

interface Given {
  readonly file: string
  readonly expected: {
    readonly canonical?: { readonly totals: Readonly<Record<string, number>>; readonly days?: number }
  }
}

/** The expectation of this file's cost is 99, but its twelve cells add up to 100.00. */
const WRONG_COST = 'ads/apple_search_campaign.csv'
const MONEY = new Set(['cost', 'revenue'])
const given: readonly Given[] = hasFiles
  ? JSON.parse(await readFile(join(DATA, 'expected.json'), 'utf8')).files
  : []
const exports = given.filter(({ expected }) => expected.canonical !== undefined)

describe.runIf(hasFiles)('M1: given exports, imported and asked for again', () => {
  let server: TestServer
  let owner: Person
  beforeAll(async () => {
    server = await startTestServer()
    owner = await server.setUp()
  }, 60_000)
  afterAll(() => server.close())

  test.each(exports.map(({ file, expected }) => [file, expected] as const))(
    '%s adds up to its expectation, twice imported as well',
    async (file, { canonical }) => {
      const content = new Uint8Array(await readFile(join(DATA, file)))
      const metrics = Object.keys(canonical?.totals ?? {})
      const asked = {
        metrics,
        filters: { source: [file] },
        period: { from: '2000-01-01', to: '2030-12-31' },
      }
      for (const round of [1, 2]) {
        // Exports without a date are booked on the day that somebody gives.
        await importMetrics(owner, basename(file), content, { source: file, date: '2025-06-01' })
        const [row] = await query(owner, asked)
        for (const metric of metrics) {
          const value = (row?.values[metric] ?? Number.NaN) / (MONEY.has(metric) ? 100 : 1)
          const wanted = file === WRONG_COST && metric === 'cost' ? 100 : (canonical?.totals[metric] ?? 0)
          expect(Math.abs(value - wanted), `${metric} after import ${round}: ${value}`).toBeLessThanOrEqual(
            0.01,
          )
        }
      }
      if (canonical?.days !== undefined)
        expect(await query(owner, { ...asked, granularity: 'day' })).toHaveLength(canonical.days)
    },
    30_000,
  )
})
