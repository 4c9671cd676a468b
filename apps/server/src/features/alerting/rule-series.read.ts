import type { AlertRuleInput } from '@yingce/contracts/alerting/alert-rule'
import type { DailyValue, RuleContext, TaskMovements } from '@yingce/domain/alerting/rule-context'
import { sampleMetric } from '@yingce/domain/alerting/sample-metric'
import { festivalMask } from '@yingce/domain/alerting/festival-mask'
import { eachDay } from '@yingce/domain/calendar/date-arithmetic'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { CN_WORK_CALENDAR } from '@yingce/domain/calendar/work-calendar'
import type { Scope } from '../../db/scope.ts'
import { dailyFigures, type DailyFigures } from '../metrics/query/daily-values.read.ts'
import { readPlanCurrency } from '../metrics/query/plan-currency.read.ts'
import { readDictionaryFor } from '../metrics/dictionary/metric-dictionary.read.ts'
import { readRulePlan, type RulePlan, type RulePlanQuestion } from './rule-plan.read.ts'

type Watched = Pick<AlertRuleInput, 'condition' | 'scope'>

const WHOLE_PLAN: Watched['scope'] = { channel: null, campaign: null, taskId: null }

const IS_FESTIVAL = festivalMask(CN_WORK_CALENDAR)

/** What the rules of a plan are judged by; read once for all of them, whatever each watches. */
export interface RuleFacts {
  /** Days with facts in a rule's scope, ascending. */
  daysOf(scope: Watched['scope']): Promise<readonly DailyFigures[]>
  /** What a rule about a plan is held against; null: nothing says it, or the rule needs none. */
  planOf(rule: Watched): Promise<RulePlan | null>
  movedTasks(taskId: string | null): Promise<MovedTask[]>
}

/**
 * Opens the facts for rules of one plan. Rules of channels share one question that is grouped by channel;
 * those of a campaign or a task have one for each of them.
 *
 * @param window first day of any rule's history to its last day, both included
 */
export function openRuleFacts(
  scope: Scope,
  planId: string,
  watched: readonly Watched[],
  window: { readonly from: LocalDate; readonly to: LocalDate },
  timeZone: string,
): RuleFacts {
  const metrics = [...new Set(['impressions', ...watched.flatMap(({ condition }) => metricsOf(condition))])]
  const channels = [...new Set(watched.flatMap(({ scope: { channel } }) => channel ?? []))]
  const dictionary = once(() => readDictionaryFor(scope, metrics))
  // Money is of the plan's currency, as its budget and targets are.
  const currency = once(() => readPlanCurrency(scope, planId))
  const question = async () => ({ metrics, planId, currency: await currency('plan'), ...window })
  const byChannel = once(async () => {
    const rows = await dailyFigures(scope, { ...(await question()), channels }, await dictionary('all'))
    return Map.groupBy(rows, ({ channel }) => channel)
  })
  const narrow = once(async (key: string) => {
    const { channel, campaign, taskId } = JSON.parse(key) as Watched['scope']
    const narrowed = {
      ...(channel === null ? {} : { channels: [channel] }),
      ...(campaign === null ? {} : { campaign }),
      ...(taskId === null ? {} : { taskId }),
    }
    return dailyFigures(scope, { ...(await question()), ...narrowed }, await dictionary('all'))
  })
  const plan = once(async (key: string) => {
    const { metric, side, channel, taskId } = JSON.parse(key) as RulePlanQuestion
    return readRulePlan(scope, planId, { metric, side, channel, taskId }, await dictionary('all'))
  })
  const moved = once((taskId: string) =>
    readMovedTasks(scope, planId, taskId === '' ? null : taskId, timeZone),
  )
  return {
    daysOf: async ({ channel, campaign, taskId }) =>
      channel !== null && campaign === null && taskId === null
        ? ((await byChannel('all')).get(channel) ?? [])
        : narrow(JSON.stringify({ channel, campaign, taskId })),
    planOf: async ({ condition, scope: { channel, campaign, taskId } }) => {
      const isHeld = condition.type === 'pacing' || condition.type === 'overspend'
      // Nobody states a target for a campaign, nor for a task's part in a channel.
      if (!isHeld || campaign !== null || (channel !== null && taskId !== null)) return null
      const side = condition.type === 'pacing' ? 'floor' : 'ceiling'
      return plan(JSON.stringify({ metric: condition.metric, side, channel, taskId }))
    },
    movedTasks: (taskId) => moved(taskId ?? ''),
  }
}

/** Asks once for each key and gives everybody the same answer. */
function once<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (key) => {
    const answer = known.get(key) ?? ask(key)
    known.set(key, answer)
    return answer
  }
}

function metricsOf(condition: Watched['condition']): string[] {
  if (condition.type === 'stalled_task') return []
  const sample = sampleMetric(condition.metric)
  return sample === null ? [condition.metric] : [condition.metric, sample]
}

/**
 * The days of a rule about figures: values of the facts in its scope, and which days any import covered.
 *
 * @param period both ends included and inside the window of the facts; the earlier days are the history of `change` rules
 */
export async function readRuleContext(
  facts: RuleFacts,
  { condition, scope }: Watched,
  period: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<RuleContext> {
  const none: RuleContext = {
    days: [],
    plan: null,
    task: null,
    calendar: CN_WORK_CALENDAR,
    isFestival: IS_FESTIVAL,
  }
  if (condition.type === 'stalled_task') return none
  const { metric } = condition
  const sampled = sampleMetric(metric)
  const found = await facts.daysOf(scope)
  // Another channel's figures of the day show that the day was imported; then silence is no delivery.
  const covered = condition.type === 'missing_data' ? [] : await facts.daysOf(WHOLE_PLAN)
  const plan = (await facts.planOf({ condition, scope }))?.plan ?? null
  const byDay = new Map(found.map(({ day, values }) => [day, values]))
  const having = condition.type === 'missing_data' ? found.filter(has(metric)) : found
  const imported = new Set([...having, ...covered].map(({ day }) => day))
  const days = eachDay(period.from, period.to).map((date): DailyValue => {
    const values = byDay.get(date)
    return {
      date,
      value: values?.[metric] ?? null,
      sample: sampled === null ? null : (values?.[sampled] ?? null),
      isImported: imported.has(date),
    }
  })
  return { ...none, days, plan }
}

/** Says any fact of a day something of a metric, be it in another currency or no one figure? */
function has(metric: string): (day: DailyFigures) => boolean {
  return ({ reasons, leftOut }) => reasons[metric] !== 'no_data' || leftOut.includes(metric)
}

export interface MovedTask {
  readonly id: string
  readonly name: string
  readonly owner: string | null
  readonly movements: TaskMovements
}

/** Running tasks of the plan with the days on which somebody moved them; a template moves nothing. */
async function readMovedTasks(
  scope: Scope,
  planId: string,
  taskId: string | null,
  timeZone: string,
): Promise<MovedTask[]> {
  const rows = await scope.rows<{
    id: string
    name: string
    owner: string | null
    start: LocalDate
    movedOn: LocalDate[] | null
  }>(
    `select t.id, t.name, t.owner, coalesce(t.actual_start, t.planned_start, (t.created_at at time zone $4)::date) as start,
       (select array_agg(distinct ((c.at at time zone $4)::date)::text order by ((c.at at time zone $4)::date)::text) from change_log c
        where c.workspace_id = t.workspace_id and c.plan_id = t.plan_id and c.entity_id = t.id and c.source <> 'template') as "movedOn"
     from task t where t.workspace_id = $1 and t.plan_id = $2 and t.status = 'in_progress' and ($3::uuid is null or t.id = $3)`,
    [scope.workspaceId, planId, taskId, timeZone],
  )
  return rows.map(({ id, name, owner, start, movedOn }) => ({
    id,
    name,
    owner,
    movements: { start, movedOn: movedOn ?? [], doneOn: null },
  }))
}
