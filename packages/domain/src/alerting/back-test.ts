import { diffDays, eachDay } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { checkIn } from '../computation/long-work.ts'
import type { LongWork } from '../computation/long-work.ts'
import type { AlertPolicy, AlertRule } from './alert-rule.ts'
import { evaluateAt, evaluateRule } from './evaluate-rule.ts'
import type { RuleContext, RuleOutcome } from './rule-context.ts'

/** A day on which the rule would have spoken. */
export interface BackTestAlert {
  readonly date: LocalDate
  readonly outcome: RuleOutcome
}

/** What an alert rule has said so far; carried from day to day. */
export interface AlertMemory {
  readonly isInEpisode: boolean
  readonly lastAlert: LocalDate | null
}

export const NO_ALERT_YET: AlertMemory = { isInEpisode: false, lastAlert: null }

/**
 * Does a firing rule speak today, or has it said so already? Once per episode and never within the
 * cooldown; with `repeats` again after each cooldown while the episode lasts. An episode that began
 * within the cooldown speaks when that is over, if it still fires.
 */
export function nextAlert(
  memory: AlertMemory,
  outcome: RuleOutcome,
  on: LocalDate,
  policy: AlertPolicy,
): { readonly speaks: boolean; readonly memory: AlertMemory } {
  if (outcome.state === 'not_enough_data') return { speaks: false, memory }
  if (outcome.state === 'clear') return { speaks: false, memory: { ...memory, isInEpisode: false } }
  const isRested = memory.lastAlert === null || diffDays(memory.lastAlert, on) >= policy.cooldownDays
  const speaks = isRested && (!memory.isInEpisode || policy.repeats)
  return speaks ? { speaks, memory: { isInEpisode: true, lastAlert: on } } : { speaks, memory }
}

/**
 * The days on which a rule would have spoken on past data (M4). Each day sees only its past.
 *
 * @param period the days that are tried; for all but `stalled_task` rules those of the series within it
 * @throws Cancelled
 */
export function backTest(
  { condition, policy }: AlertRule,
  context: RuleContext,
  period: { readonly from: LocalDate; readonly to: LocalDate },
  work: LongWork = {},
): BackTestAlert[] {
  const alerts: BackTestAlert[] = []
  let memory = NO_ALERT_YET
  const take = (date: LocalDate, outcome: RuleOutcome): void => {
    const next = nextAlert(memory, outcome, date, policy)
    memory = next.memory
    if (next.speaks) alerts.push({ date, outcome })
  }
  if (condition.type === 'stalled_task') {
    for (const date of eachDay(period.from, period.to)) take(date, evaluateRule(condition, context, date))
    return alerts
  }
  for (const [at, { date }] of context.days.entries()) {
    if (at % 256 === 0) checkIn(work, at / context.days.length)
    if (date >= period.from && date <= period.to) take(date, evaluateAt(condition, context, at))
  }
  return alerts
}
