import {
  createMetricImport,
  confirmMetricImport,
  type MetricImportView,
} from '@yingce/contracts/metrics/metric-import'
import { type MetricQueryRow, queryMetrics } from '@yingce/contracts/metrics/metric-query'
import type { BodyInputOf } from '@yingce/contracts/route'
import type { Answer, TestClient } from '../../testing/test-client.ts'

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
