import { maxDate } from '../../calendar/date-arithmetic.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { CN_WORK_CALENDAR } from '../../calendar/work-calendar.ts'
import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import type { Fen } from '../../money/fen.ts'
import { setReserveAside } from '../../money/reserve.ts'
import { completeValues } from '../plan-draft.ts'
import type { PlanDraft, RecordDraft } from '../plan-draft.ts'
import { shareOut } from '../../money/share-out.ts'
import { kpiTarget, say } from './kpi-target.ts'
import type { DraftLocale } from './kpi-target.ts'
import { weekDay } from './place-dates.ts'
import { placeTasks } from './place-tasks.ts'
import { GRADES, OWNER_ROLES, RISK_CATEGORIES } from './template.ts'
import type { PlanTemplate } from './template.ts'

export interface TemplateOptions {
  readonly start: LocalDate
  /** Reserve included; null leaves every amount open. */
  readonly totalBudgetFen: Fen | null
  readonly locale: DraftLocale
  /** The event day D where it is fixed; else the template's own day. */
  readonly eventDay?: LocalDate
  /** Working calendar of the workspace; mainland China's when not given. */
  readonly calendar?: WorkCalendar
}

/**
 * A plan from a template (P1): phases, tasks, targets, budget lines and risks
 * with dates from the start and amounts from the total.
 *
 * The reserve is its share of the total, the tasks share the rest, and both
 * sum to the total to the fen (rules 9, 10). A budget line is the sum of its
 * tasks. Owners are roles until somebody names people.
 */
export function instantiateTemplate(template: PlanTemplate, options: TemplateOptions): PlanDraft {
  const { start, totalBudgetFen: total, locale, calendar = CN_WORK_CALENDAR } = options
  const event = options.eventDay ?? weekDay(start, template.event.day.week, template.event.day.weekday)
  const aside = total === null ? null : setReserveAside(total, template.reserveBp)
  const amounts =
    aside === null
      ? null
      : shareOut(
          aside.distributableFen,
          template.tasks.map((task) => task.budgetBp),
        )
  const placed = placeTasks(template.tasks, { start, event, calendar })
  const tasks = placed.map(({ task, ...dates }, index): RecordDraft<'task'> => {
    const predecessors = template.tasks.filter((other) => task.after.includes(other.name[0]))
    return {
      key: `task-${index + 1}`,
      values: completeValues('task', {
        phaseId: task.phase,
        name: say(task.name, locale),
        owner: say(OWNER_ROLES[task.owner], locale),
        plannedStart: dates.start,
        plannedEnd: dates.end,
        budget: task.line === null ? null : (amounts?.[index] ?? null),
        progress: 0,
        kpi: task.kpi === null ? null : say(task.kpi, locale),
        strategy: task.line === null ? null : say(template.lines[task.line] ?? ['', ''], locale),
        standard: say(task.standard, locale),
        dependency:
          predecessors.length === 0
            ? null
            : predecessors.map((other) => say(other.name, locale)).join(locale === 'zh-CN' ? '、' : ', '),
        dayBasis: task.basis,
        isMilestone: task.isMilestone,
      }),
    }
  })
  const phases = template.phases.map(({ key, name, goal, weeks }): RecordDraft<'phase'> => ({
    key,
    values: completeValues('phase', {
      name: say(name, locale),
      goal: say(goal, locale),
      startDate: weekDay(start, weeks[0], 1),
      endDate: weekDay(start, weeks[1], 7),
    }),
  }))
  const lastDay = maxDate([
    start,
    ...phases.map((phase) => phase.values.endDate),
    ...placed.map((task) => task.end),
  ])
  const endDate = lastDay ?? start
  return {
    name: say(template.name, locale),
    startDate: start,
    endDate,
    totalBudget: total,
    records: {
      phase: phases,
      task: tasks,
      target: targets(template, options, endDate),
      budget_line: budgetLines(template, amounts, aside?.reserveFen ?? null, options),
      risk: risks(template, locale),
    },
  }
}

function targets(
  template: PlanTemplate,
  { start, totalBudgetFen, locale }: TemplateOptions,
  endDate: LocalDate,
): readonly RecordDraft<'target'>[] {
  return template.kpis.map((kpi, index) => ({
    key: `target-${index + 1}`,
    values: completeValues('target', {
      dimension: say(kpi.dimension, locale),
      indicator: say(kpi.indicator, locale),
      target: kpiTarget(kpi, totalBudgetFen, locale),
      path: say(kpi.path, locale),
      owner: say(OWNER_ROLES[kpi.owner], locale),
      startDate: start,
      endDate,
    }),
  }))
}

function budgetLines(
  template: PlanTemplate,
  amounts: readonly Fen[] | null,
  reserve: Fen | null,
  { locale, totalBudgetFen }: TemplateOptions,
): readonly RecordDraft<'budget_line'>[] {
  const share = (budget: Fen | null) => (budget === null || !totalBudgetFen ? null : budget / totalBudgetFen)
  const lines = Object.entries(template.lines).map(([key, name]): RecordDraft<'budget_line'> => {
    const budget =
      amounts === null
        ? null
        : template.tasks.reduce(
            (sum, task, index) => (task.line === key ? sum + (amounts[index] ?? 0) : sum),
            0,
          )
    return {
      key,
      values: completeValues('budget_line', { name: say(name, locale), share: share(budget), budget }),
    }
  })
  const name = say(['应急储备金', 'Emergency reserve'], locale)
  const reserveShare = share(reserve) ?? template.reserveBp / 10_000
  return [
    ...lines,
    {
      key: 'reserve',
      values: completeValues('budget_line', { name, share: reserveShare, budget: reserve, isReserve: true }),
    },
  ]
}

function risks(template: PlanTemplate, locale: DraftLocale): readonly RecordDraft<'risk'>[] {
  return template.risks.map((risk, index) => ({
    key: `risk-${index + 1}`,
    values: completeValues('risk', {
      name: say(risk.name, locale),
      category: say(RISK_CATEGORIES[risk.category], locale),
      likelihood: say(GRADES[risk.likelihood], locale),
      impact: say(GRADES[risk.impact], locale),
      trigger: say(risk.trigger, locale),
      response: say(risk.response, locale),
      owner: say(OWNER_ROLES[risk.owner], locale),
    }),
  }))
}
