import { createAlertRule } from '@yingce/contracts/alerting/alert-rule'
import { evaluateAlerts, getAlert, listAlerts, resolveAlert } from '@yingce/contracts/alerting/alert'
import { fireRisk } from '@yingce/contracts/alerting/fire-risk'
import { listHistory } from '@yingce/contracts/record/history'
import { listNotices } from '@yingce/contracts/notice/notice'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let owner: Person
let member: Person

beforeAll(async () => {
  // Two in the morning of the twelfth in Shanghai.
  server = await startTestServer({ clock: () => new Date('2025-06-11T18:00:00Z') })
  owner = await server.setUp()
  member = await server.join(owner, 'member')
})
afterAll(() => server.close())

const risks = recordRoutes('risk')
const tasks = recordRoutes('task')
const RAIN = { reason: '周六暴雨', day: '2025-06-12' }

const newRisk = async (planId: string, response: string | null, name = '户外活动下雨', state = '监控中') =>
  (
    await owner.call(risks.create, {
      params: { planId },
      body: { values: { name, state, trigger: '下雨', response, owner: 'member' } },
    })
  ).body.id
const fire = (planId: string, recordId: string, body = RAIN, who = owner) =>
  who.call(fireRisk, { params: { planId, recordId }, body })
const tasksOf = async (planId: string) => (await owner.call(tasks.list, { params: { planId } })).body.items
const firstIssue = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { issues?: { code: string }[] }).issues?.[0]?.code,
]

describe('B5: a person fires a risk whose trigger no metric shows', () => {
  test('its response opens as tasks, its owner is told, and an alert without a metric says who fired it (worked example 12)', async () => {
    const planId = await newPlan(owner)
    const riskId = await newRisk(planId, '搭雨棚\n改到室内场地')
    const { status, body } = await fire(planId, riskId)
    expect([status, body.taskCount]).toEqual([201, 2])
    expect((await tasksOf(planId)).map(({ values }) => [values.name, values.owner, values.remark])).toEqual([
      ['搭雨棚', 'member', '户外活动下雨 · 周六暴雨'],
      ['改到室内场地', 'member', '户外活动下雨 · 周六暴雨'],
    ])
    const alert = await owner.call(getAlert, { params: { alertId: body.alertId } })
    expect(alert.body).toMatchObject({
      title: { zh: '户外活动下雨：周六暴雨' },
      state: 'open',
      day: '2025-06-12',
      metric: null,
      evidence: [],
      effect: null,
      ruleId: null,
      riskId,
      riskName: '户外活动下雨',
      firedBy: '所有者',
    })
    const told = await member.call(listNotices, { query: {} })
    expect(told.body.items.map(({ title, link }) => [title.zh, link])).toEqual([
      ['户外活动下雨：周六暴雨', `/alerts/${body.alertId}`],
    ])
    const [task] = await tasksOf(planId)
    expect(task!.values.plannedStart).toBe('2025-06-12')
    const history = await owner.call(listHistory, { params: { planId }, query: { recordId: task!.id } })
    expect(history.body.items.map(({ action, by }) => [action, by])).toEqual([['create', '所有者']])
  })

  test.each([
    ['户外活动下雨', '监控中', '已触发'],
    ['Rain outdoors', 'Watched', 'Triggered'],
  ])('the state of %s goes from %s to %s, which its history tells', async (name, before, after) => {
    const planId = await newPlan(owner)
    const recordId = await newRisk(planId, '搭雨棚', name, before)
    await fire(planId, recordId)
    const risk = await owner.call(risks.get, { params: { planId, recordId } })
    expect(risk.body.values.state).toBe(after)
    const history = await owner.call(listHistory, { params: { planId }, query: { recordId } })
    expect(history.body.items[0]).toMatchObject({
      action: 'update',
      by: '所有者',
      changes: [{ field: 'state', from: before, to: after }],
    })
  })

  test('while its response is open it is not fired again; once the steps are done it is', async () => {
    const planId = await newPlan(owner)
    const riskId = await newRisk(planId, '搭雨棚')
    await fire(planId, riskId)
    expect(firstIssue(await fire(planId, riskId))).toEqual([422, 'response_open'])
    const [task] = await tasksOf(planId)
    await owner.call(tasks.update, {
      params: { planId, recordId: task!.id },
      body: { version: task!.version, values: { status: 'cancelled' } },
    })
    expect((await fire(planId, riskId)).status).toBe(201)
    expect(await tasksOf(planId)).toHaveLength(2)
  })

  test('a risk without steps is open until its alert is resolved', async () => {
    const planId = await newPlan(owner)
    const riskId = await newRisk(planId, null)
    const { body } = await fire(planId, riskId)
    expect(body.taskCount).toBe(0)
    expect(firstIssue(await fire(planId, riskId))).toEqual([422, 'response_open'])
    await owner.call(resolveAlert, { params: { alertId: body.alertId }, body: { resolution: '雨停了' } })
    expect((await fire(planId, riskId)).status).toBe(201)
  })

  test('of two who fire it at once one is refused', async () => {
    const planId = await newPlan(owner)
    const riskId = await newRisk(planId, '搭雨棚')
    const answers = await Promise.all([fire(planId, riskId), fire(planId, riskId)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422])
    expect(await tasksOf(planId)).toHaveLength(1)
  })

  test('what a person fired is open for a metric rule too: its alert opens no second set of tasks', async () => {
    const planId = await newPlan(owner)
    const riskId = await newRisk(planId, '搭雨棚')
    await fire(planId, riskId)
    await owner.call(createAlertRule, {
      params: { planId },
      body: {
        name: '',
        condition: { type: 'missing_data', metric: 'clicks', days: 1 },
        policy: { severity: 'info', cooldownDays: 0, repeats: false },
        scope: { channel: null, campaign: null, taskId: null },
        recipients: [],
        isOn: true,
        riskId,
      },
    })
    await owner.call(evaluateAlerts, { params: { planId } })
    const { body } = await owner.call(listAlerts, { query: { planId } })
    expect(body.items.map((alert) => [alert.metric, alert.riskId, alert.firedBy])).toEqual([
      ['clicks', riskId, null],
      [null, riskId, '所有者'],
    ])
    expect(await tasksOf(planId)).toHaveLength(1)
  })

  test('not for a day to come, nor by somebody who may not make tasks', async () => {
    const planId = await newPlan(owner)
    const riskId = await newRisk(planId, '搭雨棚')
    expect(firstIssue(await fire(planId, riskId, { ...RAIN, day: '2025-06-13' }))).toEqual([422, 'in_future'])
    expect((await fire(planId, planId)).status).toBe(404)
    const viewer = await server.join(owner, 'viewer')
    expect((await fire(planId, riskId, RAIN, viewer)).status).toBe(403)
    expect(await tasksOf(planId)).toEqual([])
  })
})
