import type { AlertRuleInput, backTestAlertRule } from '@yingce/contracts/alerting/alert-rule'
import type { AnswerOf } from '@yingce/contracts/route'
import { backTest, type BackTestAlert } from '@yingce/domain/alerting/back-test'
import { ruleSentence } from '@yingce/domain/alerting/rule-sentence'
import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type { Scope } from '../../db/scope.ts'
import { readDictionary } from '../metrics/dictionary/metric-dictionary.read.ts'
import { type MovedTask, openRuleFacts, readRuleContext, type RuleFacts } from './rule-series.read.ts'

type TriedRule = Pick<AlertRuleInput, 'condition' | 'policy' | 'scope'>

export interface FoundAlert extends BackTestAlert {
  /** Of a rule about tasks. */
  readonly task: MovedTask | null
}

/** Same weekdays of so many weeks are the history of a `change` rule. */
const HISTORY_DAYS = 120

/** First day that the facts of a rule have to reach back to. */
export function historyFrom(from: LocalDate): LocalDate {
  return addDays(from, -HISTORY_DAYS)
}

/**
 * The days of a period on which a rule speaks, as each day's own past has it.
 *
 * @param facts whose window begins at `historyFrom` of the period or before
 */
export async function findAlerts(
  facts: RuleFacts,
  rule: TriedRule,
  period: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<{ alerts: FoundAlert[]; days: { date: LocalDate; value: number | null }[] }> {
  const context = await readRuleContext(facts, rule, { from: historyFrom(period.from), to: period.to })
  if (rule.condition.type === 'stalled_task') {
    const tasks = await facts.movedTasks(rule.scope.taskId)
    const alerts = tasks.flatMap((task) =>
      backTest(rule, { ...context, task: task.movements }, period).map((alert) => ({ ...alert, task })),
    )
    return { alerts, days: [] }
  }
  return {
    alerts: backTest(rule, context, period).map((alert) => ({ ...alert, task: null })),
    days: context.days.filter(({ date }) => date >= period.from).map(({ date, value }) => ({ date, value })),
  }
}

/** What the page draws while a rule is made: when it would have fired. */
export async function tryAlertRule(
  scope: Scope,
  planId: string,
  rule: TriedRule,
  period: { readonly from: LocalDate; readonly to: LocalDate },
  timeZone: string,
): Promise<AnswerOf<typeof backTestAlertRule>> {
  const window = { from: historyFrom(period.from), to: period.to }
  const facts = openRuleFacts(scope, planId, [rule], window, timeZone)
  const { alerts, days } = await findAlerts(facts, rule, period)
  const held = await facts.planOf(rule)
  return {
    sentence: ruleSentence(rule.condition, await readDictionary(scope)),
    days,
    isMoneyLeftOut: await leavesMoneyOut(facts, rule, period.from),
    planned:
      held === null
        ? null
        : { basis: held.basis, texts: [...held.texts], from: held.plan.start, to: held.plan.end },
    alerts: alerts.map(({ date, outcome, task }) => ({
      date,
      since: outcome.since ?? date,
      taskId: task?.id ?? null,
      taskName: task?.name ?? null,
      evidence: outcome.evidence.map((one) => ({ ...one })),
    })),
  }
}

/** Is there money in other currencies than the plan's among what a rule watches? */
async function leavesMoneyOut(
  facts: RuleFacts,
  { condition, scope }: TriedRule,
  from: LocalDate,
): Promise<boolean> {
  if (condition.type === 'stalled_task') return false
  const days = await facts.daysOf(scope)
  return days.some(({ day, leftOut }) => day >= from && leftOut.includes(condition.metric))
}
