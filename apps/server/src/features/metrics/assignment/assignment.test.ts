import {
  getAssignment,
  previewAssignment,
  type RuleBody,
  saveAssignment,
} from '@yingce/contracts/assignment/assignment'
import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import { undoMetricImport } from '@yingce/contracts/metrics/metric-import'
import { listMetricSources, updateMetricSource } from '@yingce/contracts/metrics/metric-source'
import { deletePlan } from '@yingce/contracts/plan/plan'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import type { Condition } from '@yingce/domain/assignment/assignment-rule'
import { request } from 'node:http'
import { describe, expect, test, vi } from 'vitest'
import { withWorkspace } from '../../../db/scope.ts'
import { newPlan, type Person, type TestServer } from '../../../testing/test-server.ts'
import { eachInOwnWorkspace, importMetrics, query, reportOf } from '../metrics.fixture.ts'

let server: TestServer
let owner: Person
let home: Person
eachInOwnWorkspace((given) => ({ server, owner, home } = given))

const NEW = '1834567890123456780'
const OLD = '1834567890123456781'
const JUNE: Parameters<typeof reportOf>[0] = [
  ['2025-06-01', NEW, '春茶_新客', 1000, 20, '10.50', 2],
  ['2025-06-01', OLD, '春茶_老客', 500, 10, '5.25', 1],
  ['2025-06-02', NEW, '春茶_新客', 2000, 30, '20.00', 3],
]

const contains = (value: string): Condition => ({
  field: 'campaign',
  operator: 'contains',
  value,
  part: null,
})
const to = (planId: string, value: string, shares: [string, number][] = []): RuleBody => ({
  name: value,
  conditions: [contains(value)],
  target: {
    planId,
    strategy: null,
    creator: null,
    shares: shares.map(([taskId, shareBps]) => ({ taskId, shareBps })),
  },
})
const overview = async () => (await owner.call(getAssignment)).body
const save = async (rules: RuleBody[]) =>
  owner.call(saveAssignment, { body: { version: (await overview()).version, rules } })
const costByPlan = async () =>
  Object.fromEntries(
    (await query(owner, { metrics: ['cost'], groupBy: ['plan'] })).map(({ group, values }) => [
      group['plan'] ?? 'none',
      values['cost'],
    ]),
  )

describe('M12: lines go where the rules say', () => {
  test('35.75 yuan lie in the bucket; a rule moves 30.50 of it, as its preview had said', async () => {
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const planId = await newPlan(owner)
    const { unassigned } = await overview()
    expect([unassigned.lines, unassigned.amounts]).toEqual([2, [{ currency: 'CNY', costFen: 3575 }]])
    expect(unassigned.campaigns.map(({ named, costFen }) => [named?.value, costFen])).toEqual([
      ['春茶_新客', 3050],
      ['春茶_老客', 525],
    ])
    const rules = [to(planId, '新客')]
    const { body: preview } = await owner.call(previewAssignment, { body: { rules } })
    expect(preview.moves).toMatchObject([
      { from: null, to: { planId }, lines: 1, facts: 2, costFen: 3050, currency: 'CNY' },
    ])
    expect(await costByPlan()).toEqual({ none: 3575 })
    const { body: saved } = await save(rules)
    expect(saved.rules.map(({ lines, amounts }) => [lines, amounts[0]?.costFen])).toEqual([[1, 3050]])
    expect(saved.unassigned.amounts).toEqual([{ currency: 'CNY', costFen: 525 }])
    expect(await costByPlan()).toEqual({ [planId]: 3050, none: 525 })
  })

  test('days that come in later and days that come back go by the same rules', async () => {
    const planId = await newPlan(owner)
    await save([to(planId, '新客')])
    const first = await importMetrics(owner, 'a.csv', reportOf(JUNE))
    expect(await costByPlan()).toEqual({ [planId]: 3050, none: 525 })
    const second = await importMetrics(
      owner,
      'b.csv',
      reportOf([['2025-06-01', NEW, '春茶_新客', 1000, 20, '11.50', 2]]),
    )
    expect(await costByPlan()).toEqual({ [planId]: 3150, none: 525 })
    await save([])
    await owner.call(undoMetricImport, { params: { importId: second.id }, body: {} })
    expect(await costByPlan()).toEqual({ none: 3575 })
    await owner.call(undoMetricImport, { params: { importId: first.id }, body: {} })
    expect(await costByPlan()).toEqual({})
  })

  test('a campaign that comes in renamed goes with all its days where the rules put its new name, and back', async () => {
    const [fresh, known] = [await newPlan(owner), await newPlan(owner)]
    await save([to(fresh, '新客'), to(known, '老客')])
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    expect(await costByPlan()).toEqual({ [fresh]: 3050, [known]: 525 })
    const renamed = reportOf([['2025-06-03', NEW, '春茶_老客_二期', 100, 2, '1.00', 1]])
    await importMetrics(owner, 'b.csv', renamed)
    expect(await costByPlan()).toEqual({ [known]: 3675 })
    await importMetrics(owner, 'c.csv', reportOf([['2025-06-04', NEW, '别的', 100, 2, '2.00', 1]]))
    expect(await costByPlan()).toEqual({ none: 3350, [known]: 525 })
  })

  test('a source that is called something else is matched anew at once', async () => {
    const planId = await newPlan(owner)
    const onShop: RuleBody = { ...to(planId, '门店'), conditions: [{ ...contains('门店'), field: 'source' }] }
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    await save([onShop])
    expect(await costByPlan()).toEqual({ none: 3575 })
    const [source] = (await owner.call(listMetricSources)).body.items
    const params = { sourceId: source?.id ?? '' }
    await owner.call(updateMetricSource, { params, body: { name: '门店投放' } })
    expect(await costByPlan()).toEqual({ [planId]: 3575 })
  })

  test('the first rule that fits takes the line; changing the order moves its money between plans', async () => {
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const wide = await newPlan(owner)
    const narrow = await newPlan(owner)
    await save([to(wide, '春茶'), to(narrow, '新客')])
    expect(await costByPlan()).toEqual({ [wide]: 3575 })
    const turned = [to(narrow, '新客'), to(wide, '春茶')]
    const { body } = await owner.call(previewAssignment, { body: { rules: turned } })
    expect(body.moves).toMatchObject([{ from: { planId: wide }, to: { planId: narrow }, costFen: 3050 }])
    await save(turned)
    expect(await costByPlan()).toEqual({ [wide]: 525, [narrow]: 3050 })
  })

  test('one task has its line by itself; a split of 60 and 40 % stays whole in its plan', async () => {
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const planId = await newPlan(owner)
    const newTask = async (name: string) =>
      (await owner.call(recordRoutes('task').create, { params: { planId }, body: { values: { name } } })).body
        .id
    const [one, two] = [await newTask('一'), await newTask('二')]
    await save([
      to(planId, '老客', [[one, 10_000]]),
      to(planId, '新客', [
        [one, 6000],
        [two, 4000],
      ]),
    ])
    const rows = await query(owner, { metrics: ['cost'], groupBy: ['task'], filters: { plan: [planId] } })
    expect(rows.map(({ group, values }) => [group['task'], values['cost']])).toEqual([
      [one, 525],
      [null, 3050],
    ])
    const { problem } = await save([
      to(planId, '新客', [
        [one, 6000],
        [two, 3999],
      ]),
    ])
    expect(problem?.issues).toMatchObject([{ path: 'body.rules.0.target.shares', code: 'shares_not_whole' }])
  })

  test('a plan that is deleted gives its lines back to the bucket', async () => {
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const planId = await newPlan(owner)
    await save([to(planId, '新客')])
    await owner.call(deletePlan, { params: { planId } })
    expect(await costByPlan()).toEqual({ none: 3575 })
    const { rules, unassigned } = await overview()
    expect([rules, unassigned.amounts]).toEqual([[], [{ currency: 'CNY', costFen: 3575 }]])
  })
})

describe('M12: an export of ids alone', () => {
  const ID = '1834567890123456780'
  const asks = (field: Condition['field'], value: string): Condition => ({
    field,
    operator: 'equals',
    value,
    part: null,
  })
  const onIds = (planId: string, ...conditions: Condition[]): RuleBody => ({
    ...to(planId, 'ids'),
    conditions,
  })

  test('stands in the bucket by the ids, and a rule on the one shown takes exactly its history and what follows', async () => {
    const head = '时间,广告组id,展示数,点击数,消耗(元),转化数'
    const [other, last] = ['1834567890123456781', '2025-06-03']
    await importMetrics(
      owner,
      'a.csv',
      `${head}\n2025-06-01,${ID},1000,20,10.50,2\n2025-06-02,${ID},1,1,20.00,1\n2025-06-01,${other},500,10,5.25,1\n`,
    )
    const planId = await newPlan(owner)
    const { unassigned } = await overview()
    expect(unassigned.campaigns.map(({ named, costFen }) => [named, costFen])).toEqual([
      [{ field: 'campaignId', value: ID }, 3050],
      [{ field: 'campaignId', value: other }, 525],
    ])
    const rules = [onIds(planId, asks('campaignId', ID))]
    const { body: preview } = await owner.call(previewAssignment, { body: { rules } })
    expect(preview.moves).toMatchObject([{ from: null, to: { planId }, lines: 1, facts: 2, costFen: 3050 }])
    const { body: saved } = await save(rules)
    expect(saved.unassigned.campaigns.map(({ named }) => named?.value)).toEqual([other])
    expect(await costByPlan()).toEqual({ [planId]: 3050, none: 525 })
    await importMetrics(owner, 'b.csv', `${head}\n${last},${ID},1,1,1.00,1\n${last},${other},1,1,2.00,1\n`)
    expect(await costByPlan()).toEqual({ [planId]: 3150, none: 725 })
  })

  test('ad groups, ads and notes are ruled by their own ids', async () => {
    const row = (keys: Record<string, string>, cost: number) => ({
      day: '2025-06-01',
      keys,
      values: { cost },
    })
    await owner.call(upsertMetricFacts, {
      body: { source: '组', rows: [row({ adGroupId: '71' }, 100), row({ adGroupId: '72' }, 1000)] },
    })
    await owner.call(upsertMetricFacts, {
      body: {
        source: '广告',
        rows: [row({ adId: '71' }, 200), row({ adId: 'aB' }, 20), row({ adId: 'ab' }, 2)],
      },
    })
    await owner.call(upsertMetricFacts, { body: { source: '笔记', rows: [row({ contentId: '66f0' }, 7)] } })
    const { unassigned } = await overview()
    expect(unassigned.campaigns.map(({ source, named }) => [source, named?.field, named?.value])).toEqual([
      ['组', 'adGroupId', '72'],
      ['广告', 'adId', '71'],
      ['组', 'adGroupId', '71'],
      ['广告', 'adId', 'aB'],
      ['笔记', 'contentId', '66f0'],
      ['广告', 'adId', 'ab'],
    ])
    const [groups, ads, notes] = [await newPlan(owner), await newPlan(owner), await newPlan(owner)]
    await save([
      onIds(groups, asks('adGroupId', '71')),
      onIds(ads, asks('adId', 'aB')),
      onIds(notes, asks('contentId', '66f0'), asks('source', '笔记')),
    ])
    expect(await costByPlan()).toEqual({ [groups]: 100, [ads]: 20, [notes]: 7, none: 1202 })
  })
})

describe('M12: UTM parameters', () => {
  test('are columns of an export, and rules ask for them', async () => {
    const planId = await newPlan(owner)
    await save([
      {
        ...to(planId, 'utm'),
        conditions: [
          { field: 'campaign', operator: 'part', value: 'spring', part: 1 },
          { field: 'channel', operator: 'equals', value: 'newsletter', part: null },
        ],
      },
    ])
    const rows = [
      'newsletter,email,spring_new,12.00',
      'newsletter,email,autumn_new,3.00',
      'xhs,social,spring_new,5.00',
    ]
    await importMetrics(
      owner,
      'utm.csv',
      `date,utm_source,utm_medium,utm_campaign,cost,clicks\n${rows.map((row) => `2025-06-01,${row},1\n`).join('')}`,
    )
    expect(await costByPlan()).toEqual({ [planId]: 1200, none: 800 })
  })
})

describe('M12: money of several levels', () => {
  const costs = (day: string, cost: number, keys: Record<string, string>) => ({
    day,
    keys,
    values: { cost },
  })
  test.each([
    [
      'always by campaign',
      [costs('2025-06-01', 900, { campaign: '甲' }), costs('2025-06-01', 800, { campaign: '甲', ad: '乙' })],
      900,
    ],
    [
      'by campaign on one day and by ad on the next',
      [
        costs('2025-06-01', 900, { campaign: '甲' }),
        costs('2025-06-01', 800, { campaign: '甲', ad: '乙' }),
        costs('2025-06-02', 70, { campaign: '甲', ad: '乙' }),
      ],
      970,
    ],
  ])('of a source that counts %s each fen is in the bucket once', async (_what, rows, costFen) => {
    await owner.call(upsertMetricFacts, { body: { source: '投放', rows } })
    const { unassigned } = await overview()
    expect([unassigned.lines, unassigned.amounts]).toEqual([2, [{ currency: 'CNY', costFen }]])
    const planId = await newPlan(owner)
    const { body } = await owner.call(previewAssignment, { body: { rules: [to(planId, '甲')] } })
    expect(body.moves).toMatchObject([{ lines: 2, facts: rows.length, costFen }])
  })
})

describe('M12: rules that are being saved', () => {
  test('who hangs up gets nothing saved and nothing moved', async () => {
    await importMetrics(owner, 'a.csv', reportOf(JUNE))
    const planId = await newPlan(owner)
    const { version } = await overview()
    const workspaceId = owner.session.workspace?.id ?? ''
    const hungUp = new Promise((resolve) =>
      server.app.server.once('connection', (socket) => socket.once('close', resolve)),
    )
    const sent = request(`${server.origin}${saveAssignment.path}`, {
      method: saveAssignment.method,
      agent: false,
      headers: {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        origin: server.origin,
        cookie: owner.cookie,
      },
    })
    sent.on('error', () => {})
    const at = { workspaceId, memberId: null, source: 'page', at: new Date() } as const
    // While somebody else holds the workspace, saving waits; it goes on after the line is cut.
    await withWorkspace(server.db, at, async (scope) => {
      await scope.run('select from workspace where id = $1 for no key update', [workspaceId])
      sent.end(JSON.stringify({ version, rules: [to(planId, '新客')] }))
      await vi.waitUntil(
        async () => (await scope.rows('select from pg_locks where not granted')).length > 0,
        { timeout: 10_000 },
      )
      sent.destroy()
      await hungUp
    })
    // Comes after it in the same queue, and would be refused had anything been saved since.
    const { body } = await owner.call(saveAssignment, { body: { version, rules: [to(planId, '老客')] } })
    expect(body.rules.map(({ name }) => name)).toEqual(['老客'])
    expect(await costByPlan()).toEqual({ [planId]: 525, none: 3050 })
  })
})

describe('M12: who may', () => {
  test('rules over an old list are refused, a viewer writes none, plans of neighbours do not exist', async () => {
    const planId = await newPlan(owner)
    const { version } = await overview()
    await save([to(planId, '新客')])
    const late = await owner.call(saveAssignment, { body: { version, rules: [] } })
    expect(late.problem?.code).toBe('wrong_state')
    const viewer = await server.join(owner, 'viewer')
    expect((await viewer.call(saveAssignment, { body: { version, rules: [] } })).status).toBe(403)
    const other = await server.neighbour(home)
    const { problem } = await other.call(previewAssignment, { body: { rules: [to(planId, '新客')] } })
    expect(problem?.issues).toMatchObject([{ path: 'body.rules.0.target.planId', code: 'not_found' }])
    expect((await other.call(getAssignment)).body.rules).toEqual([])
  })
})
