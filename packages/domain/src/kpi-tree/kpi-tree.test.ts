import { describe, expect, test } from 'vitest'
import { BUILT_IN_METRICS } from '../metrics/metric-dictionary.ts'
import { DEFAULT_POLICY } from '../objective/status-policy.ts'
import type { PhaseShare } from '../objective/expected-share.ts'
import { coreKpis } from './core-kpis.ts'
import { dataThrough } from './evaluate-node.ts'
import type { Figures } from './figures.ts'
import { evaluateTree, neededFigures } from './kpi-tree.ts'
import { scopeKey } from './node-scope.ts'
import type { KpiNode } from './node-scope.ts'

const PLAN = { start: '2025-06-01', end: '2025-06-20' }
const CONTEXT = {
  dictionary: BUILT_IN_METRICS,
  hasNewCustomers: false,
  today: '2025-06-11',
  through: '2025-06-10',
  plan: PLAN,
  phases: [],
  policy: DEFAULT_POLICY,
}

function node(values: Partial<KpiNode> & { readonly id: string }): KpiNode {
  return {
    parentId: null,
    level: 'process',
    name: values.id,
    metric: null,
    target: null,
    binding: 'facts',
    actual: null,
    baseline: null,
    channel: null,
    startDate: null,
    endDate: null,
    weight: 1,
    benchmark: null,
    benchmarkSource: null,
    benchmarkDate: null,
    owner: null,
    remark: null,
    ...values,
  }
}

/** Every scope that the nodes ask for says the same of a metric. */
function evaluate(
  nodes: readonly KpiNode[],
  says: Readonly<Record<string, Partial<Figures>>>,
  phases: readonly PhaseShare[] = [],
  hasNewCustomers = false,
) {
  const context = { ...CONTEXT, phases, hasNewCustomers }
  const figures = new Map(
    neededFigures(nodes, context).map(({ scope, metrics }) => [
      scopeKey(scope),
      new Map(
        metrics.map((key): [string, Figures] => [
          key,
          {
            total: null,
            reason: says[key]?.total == null ? 'no_data' : null,
            asOf: null,
            days: [],
            ...says[key],
          },
        ]),
      ),
    ]),
  )
  return evaluateTree(nodes, context, figures)
}

describe('M3: nodes against facts', () => {
  test('people of overlapping days are 不可加总: no value, and the target says why', () => {
    const [one] = evaluate([node({ id: '触达人数', target: '≥1500' })], { reach: { reason: 'not_additive' } })
    expect(one?.evaluation).toMatchObject({ actual: null, reason: 'not_additive', status: 'no_data' })
    expect(one?.evaluation.targets[0]?.problem).toBe('not_additive')
  })

  test('money is judged in yuan: 7,900 fen per conversion meets ≤ 80元, 8,001 does not', () => {
    const at = (total: number) =>
      evaluate([node({ id: '转化成本', target: '≤80元' })], { cpa: { total } })[0]?.status
    expect([at(7_900), at(8_001)]).toEqual(['met', 'at_risk'])
  })

  test('获客成本 is cost ÷ conversions until the plan counts new customers, and says by what it is divided', () => {
    const nodes = [node({ id: '获客成本', target: '≤90元' })]
    const says = { cpa: { total: 8_000 }, cac: { total: 12_000 } }
    const of = (hasNewCustomers: boolean) => {
      const [one] = evaluate(nodes, says, [], hasNewCustomers)
      return [one?.evaluation.actual, one?.evaluation.costBase, one?.status]
    }
    expect(of(false)).toEqual([80, 'conversions', 'met'])
    expect(of(true)).toEqual([120, 'newCustomers', 'missed'])
    const chosen = node({ id: '获客成本', metric: 'cpa', target: '≤90元' })
    expect(evaluate([chosen], says, [], true)[0]?.evaluation.costBase).toBe('conversions')
  })

  test('a tree built from 获客成本 leaves open which cost it is, and takes it from facts', () => {
    const target = { indicator: '获客成本', target: '≤90元', baseline: null, actual: '80元', owner: null }
    expect(coreKpis([{ ...target, startDate: null, endDate: null }], CONTEXT)).toMatchObject([
      { metric: null, binding: 'facts', actual: null },
    ])
  })

  test('a bare 80元 of a cost is a ceiling, shown as a default', () => {
    const [one] = evaluate([node({ id: 'CPA', target: '80元' })], { cpa: { total: 9_000 } })
    expect(one?.evaluation.targets[0]).toMatchObject({
      isDefaultComparator: true,
      aim: { comparator: 'lte' },
    })
  })

  test('a percentage for a count is a mismatch and never compared', () => {
    const [one] = evaluate([node({ id: '曝光', target: '≥5%' })], { impressions: { total: 10 } })
    expect(one?.evaluation.targets[0]).toMatchObject({ status: 'no_data', problem: 'unit_mismatch' })
  })

  test('a target without a figure beside a value of 480万, measured or entered: the value stands, the target was not understood', () => {
    const [measured, entered, empty] = evaluate(
      [
        node({ id: '曝光', target: '明显提升' }),
        node({ id: '口碑', target: '明显提升', binding: 'entered', actual: '480万' }),
        node({ id: '点击', target: '明显提升' }),
      ],
      { impressions: { total: 4_800_000 } },
    )
    expect([measured?.status, measured?.evaluation.actual]).toEqual(['target_unclear', 4_800_000])
    expect([entered?.status, entered?.evaluation.actual]).toEqual(['target_unclear', 4_800_000])
    expect([empty?.status, empty?.evaluation.reason]).toEqual([null, 'no_data'])
  })

  test('每天≥100 is judged by the worst day, 每场≥200 cannot be read from facts', () => {
    const days = [120, 90, 130].map((value, index) => ({ date: `2025-06-0${index + 1}`, value }))
    const [daily, session] = evaluate(
      [node({ id: '点击', target: '每天≥100' }), node({ id: '到店', target: '每场≥200' })],
      { clicks: { total: 340, days }, storeVisits: { total: 900 } },
    )
    expect(daily?.evaluation.targets[0]).toMatchObject({ actual: 90, status: 'at_risk' })
    expect(session?.evaluation.targets[0]).toMatchObject({ actual: null, problem: 'total_for_unit' })
  })

  test('two targets of one cell are each about their own metric', () => {
    const [one] = evaluate([node({ id: '笔记', target: '阅读量≥5万,点赞≥1万' })], {
      reads: { total: 50_000 },
      likes: { total: 4_000 },
    })
    expect(one?.evaluation.targets.map(({ actual }) => actual)).toEqual([50_000, 4_000])
    expect(one?.status).toBe('missed')
  })

  test('phases with weights 30 and 70 pace the target: 30 % are due after the first', () => {
    const phases = [
      { start: '2025-06-01', end: '2025-06-10', part: 30 },
      { start: '2025-06-11', end: '2025-06-20', part: 70 },
    ]
    const [one] = evaluate([node({ id: '曝光', target: '≥1000' })], { impressions: { total: 300 } }, phases)
    expect(one).toMatchObject({ status: 'met', evaluation: { dueShare: 0.3, pacing: { ideal: 300 } } })
  })

  test('a target with the dates of the plan written out, as the tree is built, is paced by the phases too', () => {
    const phases = [
      { start: '2025-06-01', end: '2025-06-10', part: 30 },
      { start: '2025-06-11', end: '2025-06-20', part: 70 },
    ]
    const dates = { startDate: PLAN.start, endDate: PLAN.end }
    const at = (more: Partial<KpiNode>) =>
      evaluate([node({ id: '曝光', target: '≥1000', ...more })], { impressions: { total: 300 } }, phases)[0]
        ?.evaluation.dueShare
    expect([at(dates), at({ startDate: '2025-06-02' })]).toEqual([0.3, 9 / 19])
  })

  test('what is entered by hand is due up to yesterday, however late the facts are', () => {
    const entered = node({ id: '到场', binding: 'entered', target: '≥1000', actual: '500' })
    const facts = node({ id: '曝光', target: '≥1000' })
    const context = { ...CONTEXT, through: '2025-06-05' }
    const due = evaluateTree([entered, facts], context, new Map()).map(
      ({ evaluation }) => evaluation.targets[0]?.dueShare,
    )
    expect(due).toEqual([0.5, 0.25])
  })

  test('ten days of 100 forecast 2,000 at the end of twenty', () => {
    const days = Array.from({ length: 10 }, (_unused, index) => ({
      date: `2025-06-${String(index + 1).padStart(2, '0')}`,
      value: 100,
    }))
    const [one] = evaluate([node({ id: '曝光', target: '≥2000' })], { impressions: { total: 1_000, days } })
    expect(one?.evaluation.forecast).toMatchObject({ expected: 2_000, low: 2_000, high: 2_000 })
  })

  test('a parent of mixed children without a target has their weighted mean, each at most 100 %, and the worst status', () => {
    const [parent] = evaluate(
      [
        node({ id: '总', binding: 'entered' }),
        node({ id: '点击率', parentId: '总', target: '≥2%', weight: 3 }),
        node({ id: '转化率', parentId: '总', target: '≥1%', weight: 1 }),
      ],
      { ctr: { total: 0.01 }, cvrClick: { total: 0.05 } },
    )
    expect(parent).toMatchObject({
      status: 'missed',
      rollUp: { method: 'mixed', attainment: 0.625, counted: 2 },
    })
  })

  test('data stand as of the day before today, or of the last fact when that is earlier', () =>
    expect([
      dataThrough('2025-06-11', null),
      dataThrough('2025-06-11', '2025-06-08'),
      dataThrough('2025-06-11', '2025-06-11'),
    ]).toEqual(['2025-06-10', '2025-06-08', '2025-06-10']))
})

describe('M3: the first KPIs from the targets', () => {
  test('five at most, one of each metric, measurable ones first, CTR under exposure', () => {
    const names = ['到场人数', '曝光', '总曝光', 'CTR', '销售额', '复购率', '新客数', 'CPA']
    const kpis = coreKpis(
      names.map((indicator) => ({
        indicator,
        target: '≥5',
        baseline: null,
        actual: null,
        owner: null,
        startDate: null,
        endDate: null,
      })),
      CONTEXT,
    )
    expect(kpis.map(({ name, level, parent }) => [name, level, parent])).toEqual([
      ['曝光', 'result', null],
      ['销售额', 'result', null],
      ['新客数', 'result', null],
      ['CTR', 'process', 0],
      ['复购率', 'base', 3],
    ])
  })
})
