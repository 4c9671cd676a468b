import {
  confirmMetricImport,
  previewMetricImport,
  previewMetricUndo,
} from '@yingce/contracts/metrics/metric-import'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, startTestServer, type TestServer } from '../../../testing/test-server.ts'
import { importMetrics, reportOf, uploadMetrics } from '../metrics.fixture.ts'

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
}, 60_000)
afterAll(() => server.close())

const NEW = '1834567890123456780'
const OLD = '1834567890123456781'
const FIRST = ['2025-06-01', NEW, '新客', 1000, 20, '10.50', 2] as const

describe('M1: an import says what it would do', () => {
  test('of three facts one is unchanged, one replaced and one new; the way back is told before it is taken', async () => {
    const before = await importMetrics(
      owner,
      'a.csv',
      reportOf([FIRST, ['2025-06-01', OLD, '老客', 500, 10, '5.25', 1]]),
    )
    const { body: draft } = await uploadMetrics(
      owner,
      'b.csv',
      reportOf([
        FIRST,
        ['2025-06-01', OLD, '老客', 700, 10, '5.25', 1],
        ['2025-06-02', NEW, '新客', 2000, 30, '20.00', 3],
      ]),
    )
    const params = { importId: draft.id }
    expect((await owner.call(previewMetricImport, { params })).body).toEqual({
      added: 1,
      replaced: 1,
      unchanged: 1,
    })
    expect((await owner.call(previewMetricUndo, { params })).problem?.code).toBe('wrong_state')
    await owner.call(confirmMetricImport, { params, body: {} })
    expect((await owner.call(previewMetricUndo, { params })).body).toEqual({
      removed: 2,
      returned: 1,
      superseded: 0,
    })
    expect((await owner.call(previewMetricUndo, { params: { importId: before.id } })).body).toEqual({
      removed: 1,
      returned: 0,
      superseded: 1,
    })
    expect((await owner.call(previewMetricImport, { params })).problem?.code).toBe('wrong_state')
  })
})
