import {
  type CalibrationPair,
  compareCalibration,
  getCalibration,
  saveCalibration,
} from '@yingce/contracts/metrics/calibration'
import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import { listNotices } from '@yingce/contracts/notice/notice'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppContext } from '../../../app-context.ts'
import { runWorkspaceJob } from '../../../jobs/run-workspace-job.ts'
import { type NoticeWorld, openNoticeWorld } from '../../../testing/notice-world.ts'
import type { Person } from '../../../testing/test-server.ts'
import { uuidV7 } from '../../../uuid-v7.ts'
import { calibrateSources } from './calibrate-sources.job.ts'

let world: NoticeWorld
let owner: Person
let pair: CalibrationPair

type Figure = readonly [day: string, channel: string, clicks: number]

async function push(source: string, rows: readonly Figure[], currency = 'CNY'): Promise<string> {
  const { body } = await owner.call(upsertMetricFacts, {
    body: {
      source,
      currency,
      rows: rows.map(([day, channel, clicks]) => ({ day, keys: { channel }, values: { clicks, cost: 100 } })),
    },
  })
  return body.sourceId
}

const runMorning = () =>
  runWorkspaceJob(
    world.server.db,
    calibrateSources({ ids: uuidV7, outbox: world.outbox } as unknown as AppContext),
    owner.session.workspace!.id,
    world.now(),
    () => {},
  )
const told = async (person: Person) =>
  (await person.call(listNotices, { query: {} })).body.items
    .map(({ title }) => title.zh)
    .filter((title) => title.startsWith('数据校准'))

beforeAll(async () => {
  world = await openNoticeWorld()
  owner = world.owner
  // Friday; the seven days up to yesterday are 6 to 12 June.
  world.setNow('2025-06-13T10:05:00+08:00')
  const platformId = await push('巨量引擎 账户一', [
    ['2025-06-05', '抖音', 99_999],
    ['2025-06-10', '抖音', 6000],
    ['2025-06-11', '抖音', 4000],
    ['2025-06-12', '抖音', 500],
  ])
  const otherId = await push('GA4', [
    ['2025-06-10', '抖音', 5500],
    ['2025-06-11', '抖音', 3700],
    ['2025-06-11', '小红书', 80],
  ])
  pair = {
    id: uuidV7(),
    metric: 'clicks',
    platformId,
    otherId,
    tolerance: 0.05,
    trusted: 'other',
    counted: 'both',
  }
})
afterAll(() => world.close())

describe('M11: source calibration', () => {
  test('of 6 to 12 June 10,000 clicks against 9,200 are 8.0 % apart; a day of one source alone is no gap', async () => {
    const before = await owner.call(getCalibration, { query: {} })
    expect(before.body).toMatchObject({ version: 0, pairs: [] })
    const strange = await owner.call(saveCalibration, { body: { version: 1, pairs: [pair] } })
    expect([strange.status, strange.problem?.code]).toEqual([409, 'wrong_state'])
    const { body } = await owner.call(saveCalibration, { body: { version: 0, pairs: [pair] } })
    const second = await owner.call(saveCalibration, { body: { version: 0, pairs: [] } })
    expect([second.status, second.problem?.code]).toEqual([409, 'wrong_state'])
    expect(body).toMatchObject({
      version: 1,
      period: { from: '2025-06-06', to: '2025-06-12' },
      pairs: [
        {
          platformName: '巨量引擎 账户一',
          otherName: 'GA4',
          trusted: 'other',
          currency: null,
          overCount: 2,
          total: {
            platform: 10_000,
            other: 9200,
            calibration: { gap: 0.08, isOverTolerance: true, pairs: 2 },
          },
        },
      ],
    })
    const days = await owner.call(compareCalibration, { params: { pairId: pair.id }, query: {} })
    expect(days.body.isByChannel).toBe(true)
    expect(days.body.lines).toMatchObject([
      { day: '2025-06-10', channel: '抖音', platform: 6000, other: 5500 },
      { day: '2025-06-11', channel: '小红书', platform: null, other: 80, calibration: null },
      { day: '2025-06-11', channel: '抖音', calibration: { gap: 0.075, isOverTolerance: true } },
      { day: '2025-06-12', channel: '抖音', platform: 500, other: null, calibration: null },
    ])
  })

  test('every morning what is over its tolerance is told to those who look after the data, once a week', async () => {
    const viewer = await world.server.join(owner, 'viewer')
    await runMorning()
    const title = '数据校准：点击相差 8.0%，超过容差 5.0%'
    expect(await told(owner)).toEqual([title])
    expect(await told(viewer)).toEqual([])
    world.setNow('2025-06-14T10:05:00+08:00')
    await runMorning()
    expect(await told(owner)).toHaveLength(1)
    // Monday begins another week; the days that both have are the same two.
    world.setNow('2025-06-16T10:05:00+08:00')
    await runMorning()
    expect(await told(owner)).toHaveLength(2)
    world.setNow('2025-06-13T10:05:00+08:00')
  })

  test('a tolerance of 8 % is not exceeded by 8.0 %', async () => {
    const body = { version: 1, pairs: [{ ...pair, tolerance: 0.08 }] }
    const saved = await owner.call(saveCalibration, { body })
    expect(saved.body.pairs[0]?.total.calibration?.isOverTolerance).toBe(false)
  })

  test('the second of two who saved version 2 is refused; so are a source against itself, two currencies, and one pair twice', async () => {
    const foreign = await push('US shop', [['2025-06-10', 'TikTok', 5]], 'USD')
    const save = async (version: number, ...pairs: CalibrationPair[]) => {
      const { status, problem } = await owner.call(saveCalibration, { body: { version, pairs } })
      return [status, problem?.issues[0]?.code ?? problem?.code]
    }
    expect(await save(1, pair)).toEqual([409, 'wrong_state'])
    expect(await save(2, { ...pair, otherId: pair.platformId })).toEqual([422, 'same_source'])
    expect(await save(2, { ...pair, otherId: foreign, metric: 'cost' })).toEqual([422, 'currency_differs'])
    expect(await save(2, pair, { ...pair, id: uuidV7() })).toEqual([422, 'pair_twice'])
    expect(await save(2, { ...pair, otherId: uuidV7() })).toEqual([422, 'not_found'])
    expect(await save(2, { ...pair, otherId: foreign })).toEqual([200, undefined])
  })

  test('a period of 93 days and one end alone are refused; a viewer looks but sets nothing; neighbours see none of it', async () => {
    const asked = async (query: { from?: string; to?: string }) =>
      (await owner.call(getCalibration, { query })).problem?.issues[0]?.code
    expect(await asked({ from: '2025-03-01', to: '2025-06-01' })).toBe('too_long')
    expect(await asked({ from: '2025-03-01' })).toBe('both_ends')
    const viewer = await world.server.join(owner, 'viewer')
    expect((await viewer.call(getCalibration, { query: {} })).body.pairs).toHaveLength(1)
    expect((await viewer.call(saveCalibration, { body: { version: 3, pairs: [] } })).status).toBe(403)
    const neighbour = await world.server.neighbour(owner)
    expect((await neighbour.call(getCalibration, { query: {} })).body.pairs).toEqual([])
    const params = { pairId: pair.id }
    expect((await neighbour.call(compareCalibration, { params, query: {} })).status).toBe(404)
  })
})
