import { addDays } from '../../calendar/date-arithmetic.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { completeValues } from '../plan-draft.ts'
import type { PlanDraft, RecordDraft } from '../plan-draft.ts'
import { say } from '../templates/kpi-target.ts'
import type { DraftLocale } from '../templates/kpi-target.ts'
import { GRADES, OWNER_ROLES, RISK_CATEGORIES } from '../templates/template.ts'
import { sampleEffects, sampleFacts } from './effects.ts'
import { SAMPLE_TOTAL, sampleAllocations, sampleBudgetLines } from './money.ts'
import { SAMPLE_DAYS, SAMPLE_DAYS_PASSED, SAMPLE_PHASES } from './phases.ts'
import { SAMPLE_RISKS } from './risks.ts'
import { SAMPLE_STEPS } from './steps.ts'
import { sampleTargets } from './targets.ts'
import { sampleTasks } from './tasks.ts'

/**
 * The sample plan for a first look (C7): the launch of a milk powder for
 * children of three and older, invented from end to end, in the sixth of its
 * ten weeks on the given day, with thirty days of channel data up to the day
 * before.
 *
 * Spend of the tasks, spend of the budget lines, cost of the effect table and
 * cost of the daily facts come from one list of spendings and agree to the fen,
 * per channel and in total. The same day always gives the same plan.
 */
export function samplePlan({
  today,
  locale,
}: {
  readonly today: LocalDate
  readonly locale: DraftLocale
}): PlanDraft {
  const start = addDays(today, -SAMPLE_DAYS_PASSED)
  return {
    name: say(['谷芽儿童奶粉上市', 'Guya children’s milk powder: launch'], locale),
    startDate: start,
    endDate: addDays(start, SAMPLE_DAYS - 1),
    totalBudget: SAMPLE_TOTAL,
    records: {
      phase: phases(start, locale),
      task: sampleTasks(start, locale),
      execution_step: steps(start, locale),
      channel_effect: sampleEffects(locale),
      allocation: sampleAllocations(start, locale),
      target: sampleTargets(start, locale),
      budget_line: sampleBudgetLines(locale),
      risk: risks(locale),
      metric_fact: sampleFacts(start, locale),
    },
  }
}

function phases(start: LocalDate, locale: DraftLocale): readonly RecordDraft<'phase'>[] {
  return SAMPLE_PHASES.map(({ key, name, goal, days: [first, last] }) => ({
    key,
    values: completeValues('phase', {
      name: say(name, locale),
      goal: say(goal, locale),
      startDate: addDays(start, first),
      endDate: addDays(start, last),
    }),
  }))
}

function steps(start: LocalDate, locale: DraftLocale): readonly RecordDraft<'execution_step'>[] {
  return SAMPLE_STEPS.map((step, index) => ({
    key: `step-${index + 1}`,
    values: completeValues('execution_step', {
      phaseId: step.days[0] < 24 ? 'seed' : 'burst',
      startDate: addDays(start, step.days[0]),
      endDate: addDays(start, step.days[1]),
      name: say(step.name, locale),
      steps: say(step.steps, locale),
      owner: say(OWNER_ROLES[step.owner], locale),
      plannedFinish: `${addDays(start, step.planned[0])}T${step.planned[1]}`,
      actualFinish: step.actual === null ? null : `${addDays(start, step.actual[0])}T${step.actual[1]}`,
      status: step.status,
      coordination: step.coordination === null ? null : say(step.coordination, locale),
      feedback: step.feedback === null ? null : say(step.feedback, locale),
    }),
  }))
}

function risks(locale: DraftLocale): readonly RecordDraft<'risk'>[] {
  return SAMPLE_RISKS.map((risk, index) => ({
    key: `risk-${index + 1}`,
    values: completeValues('risk', {
      name: say(risk.name, locale),
      category: say(RISK_CATEGORIES[risk.category], locale),
      likelihood: say(GRADES[risk.likelihood], locale),
      impact: say(GRADES[risk.impact], locale),
      trigger: say(risk.trigger, locale),
      response: say(risk.response, locale),
      owner: say(OWNER_ROLES[risk.owner], locale),
      resources: say(risk.resources, locale),
      state: say(risk.state, locale),
    }),
  }))
}
