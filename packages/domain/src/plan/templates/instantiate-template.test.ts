import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../calendar/date-arithmetic.ts'
import { CN_WORK_CALENDAR, isWorkingDay } from '../../calendar/work-calendar.ts'
import type { PlanDraft } from '../plan-draft.ts'
import { instantiateTemplate } from './instantiate-template.ts'
import { DRAFT_LOCALES } from './kpi-target.ts'
import { placeTask } from './place-dates.ts'
import { PLAN_TEMPLATES } from './plan-templates.ts'
import { day, week } from './template.ts'
import type { PlanTemplate } from './template.ts'

const ALL = Object.values(PLAN_TEMPLATES).map((template) => [template.id, template] as const)
/** A Monday. */
const START = '2026-03-02'
const open = (
  template: PlanTemplate,
  start = START,
  totalBudgetFen: number | null = 100_000_000,
  locale: 'zh-CN' | 'en' = 'zh-CN',
) => instantiateTemplate(template, { start, totalBudgetFen, locale })

function overlaps(plan: PlanDraft) {
  const tasks = plan.records.task ?? []
  const ends = new Map(tasks.map((task) => [task.values.name, task.values.plannedEnd ?? '9999']))
  return tasks.flatMap(({ values }) =>
    (values.dependency?.split('、') ?? [])
      .filter((name) => (ends.get(name) ?? '9999') >= (values.plannedStart ?? ''))
      .map((name) => ({ predecessor: name, successor: values.name })),
  )
}

describe.each(ALL)('P1: template %s', (_, template) => {
  it('spends exactly 10,000 basis points of what can be distributed', () => {
    expect(template.tasks.reduce((sum, task) => sum + task.budgetBp, 0)).toBe(10_000)
    for (const task of template.tasks) expect(task.budgetBp > 0, task.name[0]).toBe(task.line !== null)
  })
  it('has 2–5 core KPIs, risks, milestones, and only phases, lines and predecessors that exist', () => {
    expect(template.kpis.length >= 2 && template.kpis.length <= 5).toBe(true)
    expect(template.risks.length).toBeGreaterThanOrEqual(4)
    expect(template.tasks.some((task) => task.isMilestone)).toBe(true)
    const names = template.tasks.map((task) => task.name[0])
    expect(new Set(names).size).toBe(names.length)
    for (const task of template.tasks) {
      expect(template.phases.map((phase) => phase.key)).toContain(task.phase)
      if (task.line !== null) expect(Object.keys(template.lines)).toContain(task.line)
      for (const name of task.after) expect(names).toContain(name)
    }
  })
  it('begins no task before its predecessors end, when the plan starts on a Monday', () => {
    expect(overlaps(open(template))).toEqual([])
  })
  it('on any start of a year, holidays included, lets only event days overlap their predecessors', () => {
    const fixed = template.tasks.filter(({ start }) => 'fromEvent' in start && start.fromEvent >= 0)
    const names = new Set(fixed.map((task) => task.name[0]))
    for (let shift = 0; shift < 364; shift += 5) {
      const plan = open(template, addDays(START, shift), null)
      expect(overlaps(plan).filter(({ successor }) => !names.has(successor))).toEqual([])
    }
  })
  it('lists predecessors before their successors', () => {
    const names = template.tasks.map((task) => task.name[0])
    for (const [index, task] of template.tasks.entries()) {
      for (const name of task.after) expect(names.indexOf(name)).toBeLessThan(index)
    }
  })
  it('says everything in both languages', () => {
    const english = JSON.stringify(open(template, START, 100_000_000, 'en'))
    expect(english.match(/[\u3400-\u9fff]+/g)).toBeNull()
    expect(JSON.stringify(open(template))).toMatch(/[\u3400-\u9fff]/)
  })
  it('keeps every task and phase inside the plan, whatever the weekday it starts on', () => {
    for (let shift = 0; shift < 7; shift += 1) {
      const plan = open(template, addDays(START, shift))
      for (const { values } of plan.records.task ?? []) {
        expect(values.plannedStart! >= plan.startDate, values.name).toBe(true)
        expect(values.plannedEnd! >= values.plannedStart!, values.name).toBe(true)
        expect(values.plannedEnd! <= plan.endDate, values.name).toBe(true)
        if (values.dayBasis === 'working')
          expect(isWorkingDay(values.plannedStart!, CN_WORK_CALENDAR), values.name).toBe(true)
      }
    }
  })
  it('sums to the total to the fen: lines, and tasks plus reserve', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000_000), (total) => {
        const { records } = open(template, START, total)
        const sum = (amounts: readonly (number | null)[]) => amounts.reduce<number>((a, b) => a + (b ?? 0), 0)
        const lines = (records.budget_line ?? []).map((line) => line.values)
        expect(sum(lines.map((line) => line.budget))).toBe(total)
        const reserve = sum(lines.filter((line) => line.isReserve).map((line) => line.budget))
        expect(sum((records.task ?? []).map((task) => task.values.budget)) + reserve).toBe(total)
      }),
      { numRuns: 30 },
    )
  })
  it('without a budget leaves amounts and budget-driven targets open', () => {
    const { records } = open(template, START, null)
    expect(records.task?.every((task) => task.values.budget === null)).toBe(true)
    expect(records.budget_line?.every((line) => line.values.budget === null)).toBe(true)
    for (const [index, kpi] of template.kpis.entries()) {
      expect(records.target?.[index]?.values.target === null).toBe(!('text' in kpi.target))
    }
  })
})

describe('P1: amounts and dates of the launch template', () => {
  it('of 1,000,000 keeps 100,000 as reserve and distributes 900,000', () => {
    const lines = open(PLAN_TEMPLATES.new_product_launch).records.budget_line ?? []
    expect(lines.find((line) => line.values.isReserve)?.values).toMatchObject({
      name: '应急储备金',
      budget: 10_000_000,
      share: 0.1,
    })
    expect(lines.find((line) => line.key === 'creator')?.values.budget).toBe(29_700_000)
  })
  it('scales the sales target with the budget: 3 × 1,000,000 is ≥300万元', () => {
    expect(open(PLAN_TEMPLATES.new_product_launch).records.target?.[0]?.values.target).toBe('≥300万元')
    expect(
      open(PLAN_TEMPLATES.new_product_launch, START, 123_456_700, 'en').records.target?.[0]?.values.target,
    ).toBe('≥¥3,700,000')
  })
  it('puts the launch on Friday of week 5, or on the day that is fixed', () => {
    const launch = (eventDay?: string) =>
      instantiateTemplate(PLAN_TEMPLATES.new_product_launch, {
        start: START,
        totalBudgetFen: null,
        locale: 'zh-CN',
        ...(eventDay !== undefined && { eventDay }),
      }).records.task?.find((task) => task.values.name === '新品上市直播')?.values.plannedStart
    expect([launch(), launch('2026-04-08')]).toEqual(['2026-04-03', '2026-04-08'])
  })
  it('is written in every draft locale', () => {
    expect(DRAFT_LOCALES.map((locale) => open(PLAN_TEMPLATES.repurchase, START, null, locale).name)).toEqual([
      '老客复购',
      'Repurchase of existing customers',
    ])
  })
})

describe('Rule 12: relative dates', () => {
  const plan = { start: '2026-03-04', event: '2026-04-06', calendar: CN_WORK_CALENDAR }
  it('15 calendar days before the Qingming day off (Monday April 6) is Sunday March 22 and moves back to Friday the 20th', () => {
    expect(placeTask({ start: day(-15), days: 1, basis: 'working' }, plan)).toEqual({
      start: '2026-03-20',
      end: '2026-03-20',
    })
    expect(placeTask({ start: day(-15), days: 2, basis: 'calendar' }, plan)).toEqual({
      start: '2026-03-22',
      end: '2026-03-23',
    })
  })
  it('a working-day task of a week moves forward over the holiday, and 3 days skip the weekend', () => {
    expect(placeTask({ start: week(6, 1), days: 1, basis: 'working' }, plan).start).toBe('2026-04-07')
    expect(placeTask({ start: week(2, 4), days: 3, basis: 'working' }, plan)).toEqual({
      start: '2026-03-12',
      end: '2026-03-16',
    })
  })
  it('week 1 Monday is the plan’s start when the plan starts on a Wednesday', () => {
    expect(placeTask({ start: week(1, 1), days: 1, basis: 'calendar' }, plan).start).toBe('2026-03-04')
  })
})
