import { describe, expect, it } from 'vitest'
import { addDays, diffDays, weekdayOf } from '../../calendar/date-arithmetic.ts'
import { evaluateKpi } from '../../objective/evaluate-kpi.ts'
import type { KpiStatus } from '../../objective/kpi-status.ts'
import { effectRatios, effectTotals } from '../../review/effect-analysis.ts'
import { reconcileSpend } from '../../review/reconciliation.ts'
import { budgetTiles } from '../budget-tiles.ts'
import { findContradictions } from '../contradictions/find-contradictions.ts'
import { delayOf } from '../delay.ts'
import type { PlanDraft } from '../plan-draft.ts'
import { planHeader } from '../plan-header.ts'
import { DIP_DAY } from './daily-facts.ts'
import { samplePlan } from './sample-plan.ts'

/** Seven days, so that the plan starts on every weekday once. */
const WEEK = Array.from({ length: 7 }, (_, index) => addDays('2026-09-14', index))
const TODAY = '2026-09-16'
const zh = samplePlan({ today: TODAY, locale: 'zh-CN' })

const values = <E extends keyof PlanDraft['records']>(plan: PlanDraft, entity: E) =>
  (plan.records[entity] ?? []).map((draft) => draft.values) as NonNullable<
    PlanDraft['records'][E]
  >[number]['values'][]
const sum = (numbers: readonly (number | null)[]) =>
  numbers.reduce<number>((total, value) => total + (value ?? 0), 0)
const byChannel = (rows: readonly { channel: string }[], of: (row: never) => number | null) =>
  Object.fromEntries(
    [...Map.groupBy(rows, (row) => row.channel)].map(([channel, own]) => [
      channel,
      sum(own.map((row) => of(row as never))),
    ]),
  )
const withIds = (plan: PlanDraft) =>
  (plan.records.task ?? []).map((draft) => ({ id: draft.key, ...draft.values }))

describe.each(['zh-CN', 'en'] as const)('C7: money of the sample (%s)', (locale) => {
  const plan = samplePlan({ today: TODAY, locale })
  const tasks = values(plan, 'task')
  const effects = values(plan, 'channel_effect')
  const facts = values(plan, 'metric_fact')
  const lines = values(plan, 'budget_line')

  it('tracker spend = ledger = effect cost = daily cost = 409,420.00, to the fen', () => {
    const totals = [
      tasks.map((t) => t.spent),
      lines.map((l) => l.spent),
      effects.map((e) => e.cost),
      facts.map((f) => f.cost),
    ].map(sum)
    expect(totals).toEqual([40_942_000, 40_942_000, 40_942_000, 40_942_000])
  })
  it('agrees in the same way for every channel', () => {
    const spent = Object.fromEntries(
      [
        ...Map.groupBy(
          tasks.filter((t) => t.spent !== null),
          (t) => t.strategy ?? '',
        ),
      ].map(([name, own]) => [name, sum(own.map((t) => t.spent))]),
    )
    const ledger = Object.fromEntries(lines.filter((l) => !l.isReserve).map((l) => [l.name, l.spent]))
    const cost = (row: { cost: number | null }) => row.cost
    expect(Object.keys(spent)).toHaveLength(5)
    expect(ledger).toEqual(spent)
    expect(byChannel(effects, cost)).toEqual(spent)
    expect(byChannel(facts, cost)).toEqual(spent)
  })
  it('daily facts sum to every row of the effect table in every figure', () => {
    for (const row of effects) {
      const own = facts.filter((fact) => fact.channel === row.channel && fact.content === row.content)
      expect(effectTotals(own), row.content ?? '').toEqual(effectTotals([row]))
    }
  })
  it('reconciles with a difference of zero on every line', () => {
    const { difference, lines: found } = reconcileSpend(withIds(plan), effects)
    expect(difference).toBe(0)
    expect(found.map((line) => line.difference)).toEqual(found.map(() => 0))
  })
  it('budget lines hold the total of 900,000 with 90,000 reserve, and the tasks the rest', () => {
    expect(sum(lines.map((l) => l.budget))).toBe(90_000_000)
    expect(sum(values(plan, 'allocation').map((a) => a.budget))).toBe(81_000_000)
    expect(budgetTiles(plan.totalBudget, tasks, lines)).toMatchObject({
      total: 90_000_000,
      reserve: 9_000_000,
      planned: 81_000_000,
      spent: 40_942_000,
      remaining: 40_058_000,
      unplanned: 0,
    })
  })
})

describe('C7: the sample is mid-flight and coherent', () => {
  it.each(WEEK)('on %s contradicts itself nowhere', (today) => {
    const plan = samplePlan({ today, locale: 'zh-CN' })
    const steps = (plan.records.execution_step ?? []).map((draft) => ({ id: draft.key, ...draft.values }))
    const checked = {
      id: 'sample',
      startDate: plan.startDate,
      endDate: plan.endDate,
      distributable: 81_000_000,
    }
    expect([...findContradictions(checked, withIds(plan), steps, `${today}T09:00`)].flat()).toEqual([])
  })
  it('stands in week 6 of 70 days, in the burst, with one task late and the next ones named', () => {
    const phases = (zh.records.phase ?? []).map((draft) => ({ id: draft.key, ...draft.values }))
    const header = planHeader(zh, phases, withIds(zh), TODAY)
    expect(header).toMatchObject({ stage: 'running', day: 39, days: 70, daysLeft: 31, phaseIds: ['burst'] })
    expect(header.late).toEqual([{ taskId: 'classes', delay: { state: 'overdue', days: 5 } }])
    expect(header.next.length).toBe(5)
    expect(
      delayOf(
        withIds(zh).find((task) => task.id === 'creatives')!,
        TODAY,
      ),
    ).toEqual({ state: 'finished_late', days: 1 })
  })
  it('has 30 tasks in 5 phases, every state, and predecessors that end before', () => {
    const tasks = withIds(zh)
    expect([tasks.length, zh.records.phase?.length]).toEqual([30, 5])
    expect(new Set(tasks.map((task) => task.status)).size).toBe(5)
    const byName = new Map(tasks.map((task) => [task.name, task]))
    const early = tasks.flatMap((task) =>
      (task.dependency?.split('、') ?? []).filter(
        (name) => (byName.get(name)?.plannedEnd ?? '9999') >= task.plannedStart!,
      ),
    )
    expect(early).toEqual([])
  })
  it('its targets are met, at risk and missed, from totals of the effect table', () => {
    const status = (plan: PlanDraft) =>
      values(plan, 'target').map(
        (t): KpiStatus | null =>
          evaluateKpi({
            kpiText: t.target,
            reachedText: t.actual,
            indicator: t.indicator,
            today: TODAY,
            start: t.startDate,
            end: t.endDate,
          }).status,
      )
    expect(status(zh)).toEqual(['met', 'at_risk', 'met', 'met', 'met', 'missed', 'met'])
    expect(status(samplePlan({ today: TODAY, locale: 'en' }))).toEqual(status(zh))
  })
  it('every KPI cell of its tasks can be read in both languages, with the same status', () => {
    const read = (plan: PlanDraft) =>
      values(plan, 'task').map((t) => {
        const { status, unread, targets } = evaluateKpi({
          kpiText: t.kpi,
          reachedText: t.reached,
          today: TODAY,
          start: t.plannedStart,
          end: t.plannedEnd,
          isFinished: t.status === 'done',
        })
        expect(unread, t.name).toEqual([])
        expect(
          targets.map((target) => target.problem).filter((problem) => problem !== null),
          t.name,
        ).toEqual([])
        return status
      })
    const chinese = read(zh)
    expect(read(samplePlan({ today: TODAY, locale: 'en' }))).toEqual(chinese)
    expect(new Set(chinese)).toEqual(new Set([null, 'met', 'at_risk', 'missed', 'not_started']))
  })
  it('the rates typed as reached are those of the effect table', () => {
    const row = (content: string) =>
      effectRatios(values(zh, 'channel_effect').filter((effect) => effect.content === content))
    expect(((row('五组素材测试').ctr.value ?? 0) * 100).toFixed(1)).toBe('2.3')
    expect(((row('早餐场景放量').ctr.value ?? 0) * 100).toFixed(2)).toBe('2.28')
    expect(((row('早餐场景放量').cvr.value ?? 0) * 100).toFixed(2)).toBe('0.93')
    expect(((row('首场直播').cvr.value ?? 0) * 100).toFixed(2)).toBe('2.19')
  })
})

describe('C7: a month of daily data', () => {
  const facts = values(zh, 'metric_fact')
  const daily = [...Map.groupBy(facts, (fact) => fact.day)]
    .map(([day, own]) => ({
      day,
      impressions: sum(own.map((f) => f.impressions)),
      feed: sum(own.filter((f) => f.channel === '抖音信息流').map((f) => f.impressions)),
    }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))

  it('covers the 30 days up to yesterday without a gap', () => {
    expect(daily).toHaveLength(30)
    expect([diffDays(zh.startDate, TODAY), daily[0]?.day, daily.at(-1)?.day]).toEqual([
      38,
      addDays(TODAY, -30),
      addDays(TODAY, -1),
    ])
  })
  it.each(WEEK)('seen on %s has one dip in the feed, at a third of the days around it or less', (today) => {
    const own = values(samplePlan({ today, locale: 'zh-CN' }), 'metric_fact').filter(
      (f) => f.content === '早餐场景放量',
    )
    const at = own.findIndex((f) => f.day === addDays(today, DIP_DAY - 38))
    const around = ((own[at - 1]?.impressions ?? 0) + (own[at + 1]?.impressions ?? 0)) / 2
    expect((own[at]?.impressions ?? Infinity) / around).toBeLessThan(0.34)
    expect(own.filter((f) => (f.impressions ?? 0) < around * 0.5)).toHaveLength(1)
  })
  it('is larger on weekends for feed ads, and offline classes happen on weekends only', () => {
    const feed = facts.filter((f) => f.content === '早餐场景放量' && f.day !== addDays(zh.startDate, DIP_DAY))
    const mean = (isWeekend: boolean) => {
      const own = feed.filter((f) => weekdayOf(f.day) >= 6 === isWeekend)
      return sum(own.map((f) => f.impressions)) / own.length
    }
    expect(mean(true)).toBeGreaterThan(mean(false) * 1.1)
    expect(facts.filter((f) => f.channel === '线下体验').every((f) => weekdayOf(f.day) >= 6)).toBe(true)
  })
  it('never has more conversions than clicks, or more clicks than impressions', () => {
    for (const today of WEEK) {
      for (const fact of values(samplePlan({ today, locale: 'zh-CN' }), 'metric_fact')) {
        expect(fact.clicks === null || fact.clicks <= (fact.impressions ?? 0)).toBe(true)
        expect(fact.conversions! <= (fact.clicks ?? fact.impressions ?? 0)).toBe(true)
      }
    }
  })
  it('is the same whenever it is asked for', () => {
    expect(samplePlan({ today: TODAY, locale: 'zh-CN' })).toEqual(zh)
  })
  it('says everything in English too', () => {
    expect(JSON.stringify(samplePlan({ today: TODAY, locale: 'en' })).match(/[\u3400-\u9fff]+/g)).toBeNull()
  })
})
