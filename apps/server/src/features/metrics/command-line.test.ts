import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listMetricImports } from '@yingce/contracts/metrics/metric-import'
import { createApiToken } from '@yingce/contracts/workspace/api-token'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { REPOSITORY } from '../../config.ts'
import { type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { query, reportOf } from './metrics.fixture.ts'

let server: TestServer
let owner: Person
let token: string
let folder: string

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
  token = (await owner.call(createApiToken, { body: { name: 'cli', scopes: ['read', 'import'], days: 1 } }))
    .body.secret
  folder = await mkdtemp(join(tmpdir(), 'yingce-cli-metrics-'))
  await writeFile(
    join(folder, '计划.csv'),
    reportOf([['2025-06-01', '1834567890123456780', '新客', 1000, 20, '10.50', 2]]),
  )
  await writeFile(join(folder, '广点通.csv'), '推广计划名称,曝光量,点击量,花费(元)\n品牌,100,2,3.5\n')
}, 60_000)

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

function yingce(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const command = [join(REPOSITORY, 'apps/cli/src/main.ts'), ...words]
  const env = {
    PATH: process.env['PATH'] ?? '',
    LANG: 'en_US.UTF-8',
    YINGCE_SERVER: server.origin,
    YINGCE_TOKEN: token,
  }
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: folder, env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })
}

const imports = async () => (await owner.call(listMetricImports)).body.items

describe('M1: yingce import of an export of metrics', () => {
  test('--dry-run shows platform, totals and days, and leaves no draft behind', async () => {
    const { code, out } = await yingce('import', '计划.csv', '--dry-run', '--json')
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      {
        dryRun: true,
        importId: null,
        preset: 'oceanengine',
        source: '巨量引擎',
        facts: 1,
        byDay: { '2025-06-01': { impressions: 1000, cost: 10.5 } },
      },
    ])
    expect(await imports()).toEqual([])
  })

  test('writes facts into the named source, and the same file again changes nothing', async () => {
    const first = JSON.parse((await yingce('import', '计划.csv', '--source', '主账户', '--json')).out)
    expect([first.source, first.written, first.unchanged]).toEqual(['主账户', 1, 0])
    const { out } = await yingce('import', '计划.csv', '--source', '主账户')
    expect(out).toContain('0 facts written (0 replaced), 1 unchanged')
    expect(await query(owner, { metrics: ['cost'] })).toMatchObject([{ values: { cost: 1050 } }])
  }, 30_000)

  test('asks for the day of rows without one, writes nothing until it has it, and takes it from --date', async () => {
    const before = (await imports()).length
    const { code, err } = await yingce('import', '广点通.csv')
    expect([code, err]).toEqual([1, expect.stringContaining('--date')])
    expect(await imports()).toHaveLength(before)
    const { out } = await yingce('import', '广点通.csv', '--date', '2025-06-03', '--json')
    expect(JSON.parse(out)).toMatchObject({ written: 1, period: { from: '2025-06-03', to: '2025-06-03' } })
  }, 30_000)
})
