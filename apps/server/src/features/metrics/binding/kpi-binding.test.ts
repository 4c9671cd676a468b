import { saveAssignment, getAssignment, type RuleBody } from '@yingce/contracts/assignment/assignment'
import { bindKpi, listKpiBindings, unbindKpi } from '@yingce/contracts/assignment/kpi-binding'
import { getMyDay } from '@yingce/contracts/my-day/my-day'
import { undoMetricImport } from '@yingce/contracts/metrics/metric-import'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import type { BoundEntity } from '@yingce/domain/assignment/bound-field'
import { beforeEach, describe, expect, test } from 'vitest'
import { newPlan, type Person, type TestServer } from '../../../testing/test-server.ts'
import { eachInOwnWorkspace, importMetrics, reportOf } from '../metrics.fixture.ts'

let server: TestServer
let owner: Person
let planId: string
eachInOwnWorkspace((given) => ({ server, owner } = given), { isRunningJobs: true })
beforeEach(async () => {
  planId = await newPlan(owner)
})

const NEW = '1834567890123456780'
const OLD = '1834567890123456781'
const JUNE: Parameters<typeof reportOf>[0] = [
  ['2025-06-01', NEW, '春茶_新客', 1000, 20, '10.50', 2],
  ['2025-06-01', OLD, '春茶_老客', 500, 10, '5.25', 1],
  ['2025-06-02', NEW, '春茶_新客', 2000, 31, '20.00', 3],
]

const tasks = recordRoutes('task')
const newTask = async (name: string) =>
  (await owner.call(tasks.create, { params: { planId }, body: { values: { name } } })).body.id
const reachedOf = async (recordId: string) =>
  (await owner.call(tasks.get, { params: { planId, recordId } })).body.values.reached
const to = (value: string, shares: [string, number][], strategy: string | null = null): RuleBody => ({
  name: value,
  conditions: [{ field: 'campaign', operator: 'contains', value, part: null }],
  target: {
    planId,
    strategy,
    creator: null,
    shares: shares.map(([taskId, shareBps]) => ({ taskId, shareBps })),
  },
})
const save = async (rules: RuleBody[]) => {
  const { version } = (await owner.call(getAssignment)).body
  const { problem } = await owner.call(saveAssignment, { body: { version, rules } })
  expect(problem).toBeUndefined()
}
const bind = async (boundId: string, metric: string, more: object = {}, entity: BoundEntity = 'task') =>
  owner.call(bindKpi, { params: { planId, boundId }, body: { entity, metric, ...more } })

describe('M12: a reached value is bound to a metric', () => {
  test('5.25 of its own and 60 % of 30.50 yuan make 23.55, the other 40 % are 12.20: together all 35.75', async () => {
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const [one, two] = [await newTask('一'), await newTask('二')]
    await save([
      to('老客', [[one, 10_000]]),
      to('新客', [
        [one, 6000],
        [two, 4000],
      ]),
    ])
    expect((await bind(one, 'cost')).body.text).toBe('23.55元')
    expect((await bind(two, 'cost')).body.text).toBe('12.2元')
    expect([await reachedOf(one), await reachedOf(two)]).toEqual(['23.55元', '12.2元'])
  })

  test('51 clicks split 60 to 40 are whole: 31 and 20; a click rate comes from the totals of its parts', async () => {
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const [one, two] = [await newTask('一'), await newTask('二')]
    await save([
      to('老客', [[one, 10_000]]),
      to('新客', [
        [one, 6000],
        [two, 4000],
      ]),
    ])
    // Of its own 10 of 500; 31 of 1,800 by its share.
    expect((await bind(one, 'clicks')).body.text).toBe('41')
    expect((await bind(two, 'clicks')).body.text).toBe('20')
    expect((await bind(one, 'ctr')).body.text).toBe('1.7826%')
    expect((await bind(one, 'clicks', { to: '2025-06-01' })).body.text).toBe('22')
    expect((await bind(one, 'clicks', { channel: '小红书' })).body.text).toBeNull()
  })

  test('a target reads its channel, a review row its strategy', async () => {
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    await save([to('新客', [], '拉新'), to('老客', [], '复购')])
    const target = recordRoutes('target')
    const { id: targetId } = (
      await owner.call(target.create, { params: { planId }, body: { values: { indicator: '花费' } } })
    ).body
    expect((await bind(targetId, 'cost', {}, 'target')).body.text).toBe('35.75元')
    const review = recordRoutes('effect_review')
    const { id: reviewId } = (
      await owner.call(review.create, { params: { planId }, body: { values: { strategy: '拉新' } } })
    ).body
    expect((await bind(reviewId, 'cost', { strategy: '拉新' }, 'effect_review')).body.text).toBe('30.5元')
    const { body } = await owner.call(review.get, { params: { planId, recordId: reviewId } })
    expect(body.values.actual).toBe('30.5元')
  })

  test('figures that come in later move it, figures taken back move it back to empty', async () => {
    const one = await newTask('一')
    await save([to('春茶', [[one, 10_000]])])
    expect((await bind(one, 'cost')).body.text).toBeNull()
    const { id: importId } = await importMetrics(owner, 'a.csv', reportOf(JUNE))
    await expect.poll(() => reachedOf(one), { timeout: 20_000 }).toBe('35.75元')
    await owner.call(undoMetricImport, { params: { importId }, body: {} })
    await expect.poll(() => reachedOf(one), { timeout: 20_000 }).toBeNull()
  })

  test('nobody types over it until it is unbound; then the value stays and can be typed', async () => {
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const one = await newTask('一')
    await save([to('春茶', [[one, 10_000]])])
    await bind(one, 'conversions')
    const { version } = (await owner.call(tasks.get, { params: { planId, recordId: one } })).body
    const type = async (values: Record<string, string>) =>
      owner.call(tasks.update, { params: { planId, recordId: one }, body: { version, values } })
    expect((await type({ reached: '99' })).problem?.issues).toMatchObject([
      { path: 'body.values.reached', code: 'bound' },
    ])
    expect((await type({ remark: '好' })).status).toBe(200)
    expect((await owner.call(unbindKpi, { params: { planId, boundId: one } })).status).toBe(204)
    expect(await reachedOf(one)).toBe('6')
    expect((await type({ reached: '99' })).status).toBe(200)
    expect((await owner.call(listKpiBindings, { params: { planId } })).body.items).toEqual([])
  })

  test('whoever has the task is not asked to fill in what is computed', async () => {
    const me = owner.session.user.name
    const today = owner.session.workspace?.today ?? ''
    const { id } = (
      await owner.call(tasks.create, {
        params: { planId },
        body: {
          values: { name: '一', owner: me, kpi: '点击≥10', status: 'in_progress', plannedStart: today },
        },
      })
    ).body
    const asks = async () =>
      (await owner.call(getMyDay)).body.items.find(({ task }) => task.id === id)?.asks.includes('reached')
    expect(await asks()).toBe(true)
    await bind(id, 'clicks')
    expect(await asks()).toBe(false)
  })

  test('an unknown metric, a task that is not there and a viewer are refused', async () => {
    const one = await newTask('一')
    expect((await bind(one, 'x')).problem?.issues).toMatchObject([
      { path: 'body.metric', code: 'unknown_metric' },
    ])
    expect((await bind(one, 'cost', { from: '2025-06-02', to: '2025-06-01' })).problem?.issues).toMatchObject(
      [{ path: 'body.to', code: 'end_before_start' }],
    )
    expect((await bind(one, 'cost', {}, 'target')).status).toBe(404)
    const viewer = await server.join(owner, 'viewer')
    const asked = { params: { planId, boundId: one }, body: { entity: 'task' as const, metric: 'cost' } }
    expect((await viewer.call(bindKpi, asked)).status).toBe(403)
  })
})
