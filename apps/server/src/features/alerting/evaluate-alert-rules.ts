import type { AlertRuleView } from '@yingce/contracts/alerting/alert-rule'
import { metricText, type RuleSentence } from '@yingce/domain/alerting/rule-sentence'
import { addDays, diffDays, maxDate } from '@yingce/domain/calendar/date-arithmetic'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type { MetricDefinition } from '@yingce/domain/metrics/metric-definition'
import type { AppContext } from '../../app-context.ts'
import { arrayLiteral } from '../../db/array-literal.ts'
import type { Scope } from '../../db/scope.ts'
import { localToday } from '../../identity/local-today.ts'
import { readDictionaryFor } from '../metrics/dictionary/metric-dictionary.read.ts'
import { readAlertRules } from './alert-rule.store.ts'
import { type FoundAlert, findAlerts, historyFrom } from './back-test-rule.read.ts'
import { lockRisk } from './open-response.ts'
import { raiseAlert } from './raise-alert.ts'
import { openRuleFacts } from './rule-series.read.ts'

/** Data that arrive so late still raise the alert of their day; older ones are history. */
const LATE_DAYS = 7

/**
 * Judges the rules of a plan on the complete days of the last week (M4): after each import, every morning, or
 * when somebody asks. What arrives late is judged on its own day; each rule and day speaks once, and an
 * episode that has spoken is not raised again from another of its days.
 *
 * @param today by the clock of the workspace; figures are judged up to yesterday, tasks up to today
 * @returns how many alerts were raised
 */
export async function evaluateAlertRules(
  app: Pick<AppContext, 'ids' | 'outbox'>,
  scope: Scope,
  planId: string,
  today: LocalDate,
  timeZone: string,
): Promise<number> {
  const [plan] = await scope.rows<{ name: string; created_by: string | null }>(
    `select name, created_by from plan where workspace_id = $1 and id = $2 and state in ('draft', 'running') for update`,
    [scope.workspaceId, planId],
  )
  if (plan === undefined) return 0
  const rules = (await readAlertRules(scope, planId)).filter(({ isOn }) => isOn)
  const yesterday = addDays(today, -1)
  const window = { from: historyFrom(addDays(yesterday, 1 - LATE_DAYS)), to: yesterday }
  const facts = openRuleFacts(scope, planId, rules, window, timeZone)
  let fired = 0
  for (const rule of rules) {
    const to = rule.condition.type === 'stalled_task' ? today : yesterday
    // What lay before the rule was made is for the back-test.
    const made = addDays(localToday(new Date(rule.updatedAt), timeZone), -1)
    const period = { from: maxDate([addDays(to, 1 - LATE_DAYS), made]) ?? to, to }
    const { alerts } = await findAlerts(facts, rule, period)
    for (const alert of alerts) {
      if (await hasSpoken(scope, rule, alert)) continue
      await raise(app, scope, rule, alert, plan, today)
      fired++
    }
  }
  await scope.run(
    `update alert_rule set evaluated_on = case when condition ->> 'type' = 'stalled_task' then $4::date else $5::date end
     where workspace_id = $1 and plan_id = $2 and id = any($3::uuid[])`,
    [scope.workspaceId, planId, arrayLiteral(rules.map(({ id }) => id)), today, yesterday],
  )
  return fired
}

/** The same episode seen from a neighbouring day, or a day within the cooldown of what was said. */
async function hasSpoken(
  scope: Scope,
  rule: AlertRuleView,
  { date, outcome, task }: FoundAlert,
): Promise<boolean> {
  const earlier = await scope.rows<{ day: LocalDate; since: LocalDate }>(
    `select day, since from alert where workspace_id = $1 and plan_id = $2 and rule_id = $3 and task_id is not distinct from $4
     and day >= $5::date - 90`,
    [scope.workspaceId, rule.planId, rule.id, task?.id ?? null, date],
  )
  const since = outcome.since ?? date
  return earlier.some(
    (spoken) =>
      (since <= spoken.day && spoken.since <= date) ||
      Math.abs(diffDays(spoken.day, date)) < rule.policy.cooldownDays,
  )
}

async function raise(
  app: Pick<AppContext, 'ids' | 'outbox'>,
  scope: Scope,
  rule: AlertRuleView,
  { date, outcome, task }: FoundAlert,
  plan: { readonly name: string; readonly created_by: string | null },
  today: LocalDate,
): Promise<void> {
  const { planId, condition, policy } = rule
  const title = titleOf(rule, task?.name ?? null)
  const metric = condition.type === 'stalled_task' ? null : condition.metric
  await raiseAlert(
    app,
    scope,
    { id: planId, created_by: plan.created_by },
    {
      ruleId: rule.id,
      risk: rule.riskId === null ? null : await lockRisk(scope, planId, rule.riskId),
      title,
      body: bodyOf(await definitionOf(scope, metric), outcome.evidence, plan.name),
      severity: policy.severity,
      day: date,
      since: outcome.since ?? date,
      metric,
      channel: rule.scope.channel,
      taskId: task?.id ?? rule.scope.taskId,
      evidence: outcome.evidence,
      why: title.zh,
      recipients: rule.recipients,
      owners: [task?.owner ?? null],
    },
    today,
  )
}

function titleOf(rule: AlertRuleView, taskName: string | null): RuleSentence {
  const part = taskName ?? rule.scope.channel
  return part === null
    ? rule.sentence
    : { zh: `${part}：${rule.sentence.zh}`, en: `${part}: ${rule.sentence.en}` }
}

async function definitionOf(scope: Scope, metric: string | null): Promise<MetricDefinition | undefined> {
  return metric === null ? undefined : (await readDictionaryFor(scope, [metric])).get(metric)
}

function bodyOf(
  definition: MetricDefinition | undefined,
  evidence: FoundAlert['outcome']['evidence'],
  planName: string,
): RuleSentence {
  const lines = evidence
    .filter((one) => one.value !== null)
    .slice(-5)
    .map(({ date, value }) => {
      const text = metricText(value ?? 0, definition)
      return { zh: `${date.slice(5)} ${text.zh}`, en: `${date.slice(5)} ${text.en}` }
    })
  return {
    zh: [planName, ...lines.map(({ zh }) => zh)].join('\n'),
    en: [planName, ...lines.map(({ en }) => en)].join('\n'),
  }
}
