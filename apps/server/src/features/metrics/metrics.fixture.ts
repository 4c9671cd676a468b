import {
  createMetricImport,
  confirmMetricImport,
  type MetricImportView,
} from '@yingce/contracts/metrics/metric-import'
import { type MetricQueryRow, queryMetrics } from '@yingce/contracts/metrics/metric-query'
import type { BodyInputOf } from '@yingce/contracts/route'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Answer, TestClient } from '../../testing/test-client.ts'
import {
  type Person,
  startTestServer,
  type TestServer,
  type TestServerOptions,
} from '../../testing/test-server.ts'

interface TestWorkspace {
  readonly server: TestServer
  /** Owner of the workspace of this test. */
  readonly owner: Person
  /** Owner of another one, which the tests of the file share. */
  readonly home: Person
}

/**
 * One server for the tests of a file, and for each test a workspace of its own: facts of one would be in the
 * sums of the next.
 *
 * @param take hands them to the file's variables before each test
 */
export function eachInOwnWorkspace(
  take: (given: TestWorkspace) => unknown,
  options: TestServerOptions = {},
): void {
  let server: TestServer
  let home: Person
  beforeAll(async () => {
    server = await startTestServer(options)
    home = await server.setUp()
  }, 60_000)
  afterAll(() => server.close())
  beforeEach(async () => {
    take({ server, owner: await server.neighbour(home), home })
  })
}

/** Sends a file as the page would. */
export async function uploadMetrics(
  client: TestClient,
  fileName: string,
  content: string | Uint8Array<ArrayBuffer>,
  fields: Readonly<Record<string, string>> = {},
): Promise<Answer<MetricImportView>> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([content]), fileName)
  return client.upload(createMetricImport, {}, form)
}

/** Uploads and confirms. @returns the applied import */
export async function importMetrics(
  client: TestClient,
  fileName: string,
  content: string | Uint8Array<ArrayBuffer>,
  fields: Readonly<Record<string, string>> = {},
): Promise<MetricImportView> {
  const { body: draft } = await uploadMetrics(client, fileName, content, fields)
  const { body, problem } = await client.call(confirmMetricImport, {
    params: { importId: draft.id },
    body: {},
  })
  if (problem !== undefined) throw new Error(JSON.stringify(problem))
  return body
}

/** Rows of a query over 2025 unless the query says otherwise. */
export async function query(
  client: TestClient,
  asked: Partial<BodyInputOf<typeof queryMetrics>> & { metrics: string[] },
): Promise<MetricQueryRow[]> {
  const { body, problem } = await client.call(queryMetrics, {
    body: { period: { from: '2025-01-01', to: '2025-12-31' }, ...asked },
  })
  if (problem !== undefined) throw new Error(JSON.stringify(problem))
  return body.rows
}

/** A plan report of 巨量引擎: day, campaign id, campaign, impressions, clicks, cost, conversions. */
export function reportOf(
  rows: readonly (readonly [string, string, string, number | '--', number, string, number])[],
): string {
  return ['时间,广告组id,广告组,展示数,点击数,消耗(元),转化数', ...rows.map((row) => row.join(',')), ''].join(
    '\r\n',
  )
}

/** Two campaigns: 3,500 impressions, 60 clicks, 35.75 yuan and 6 conversions over two days. */
export const JUNE: Parameters<typeof reportOf>[0] = [
  ['2025-06-01', '1834567890123456780', '新客', 1000, 20, '10.50', 2],
  ['2025-06-01', '1834567890123456781', '老客', 500, 10, '5.25', 1],
  ['2025-06-02', '1834567890123456780', '新客', 2000, 30, '20.00', 3],
]
