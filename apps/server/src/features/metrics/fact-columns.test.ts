import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import { FACT_METRIC_NAMES, isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { metricColumn } from './fact-columns.ts'

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
}, 60_000)
afterAll(() => server.close())

test('M1: every metric is read under the name under which it was written', async () => {
  const valueOf = (metric: string): number => FACT_METRIC_NAMES.findIndex((name) => name === metric) + 1
  const values = Object.fromEntries(FACT_METRIC_NAMES.map((metric) => [metric, valueOf(metric)]))
  const { problem } = await owner.call(upsertMetricFacts, {
    body: { source: '接口', rows: [{ day: '2025-06-01', keys: {}, values }] },
  })
  expect(problem).toBeUndefined()
  const shown = FACT_METRIC_NAMES.map((metric) => {
    const column = metricColumn(metric)
    return `(${isMoneyMetric(metric) ? `${column} / 10000` : column})::float8 as "${metric}"`
  })
  const [row] = await server.rows(owner.session.workspace?.id ?? '', `select ${shown.join(', ')} from fact`)
  expect(row).toEqual(values)
})
