import { createHash } from 'node:crypto'
import type { AssignmentOverview, AssignmentPlace } from '@yingce/contracts/assignment/assignment'
import type { AssignmentTarget, Line } from '@yingce/domain/assignment/assignment-rule'
import { nameOfLine } from '@yingce/domain/assignment/name-of-line'
import type { Scope } from '../../../db/scope.ts'
import { LINE_OF_KEY, OWN_PLAN, readRules, type StoredRule } from './assignment.store.ts'

const MAX_CAMPAIGNS = 20
const MICROS_PER_FEN = 10_000

/** Facts and money of one key, at the level that counts its source's cost on each day. */
export interface LineMoney {
  readonly sourceId: string
  readonly keyId: string
  readonly ruleId: string | null
  readonly currency: string
  readonly facts: number
  /** Null where the line names no cost, or a coarser level names it. */
  readonly costFen: number | null
}

/** Keys with their facts and money; of sources that rules look at. */
export async function readLineMoney(scope: Scope): Promise<LineMoney[]> {
  const rows = await scope.rows<Omit<LineMoney, 'costFen'> & { micros: string | number | null }>(
    // The sums by day have the cost of a source's day at one level: the one that counts. Nearly every
    // source counts at one level always, and its facts need not be held against their days.
    `with counts as (select distinct source_id, day, level from metric_day where workspace_id = $1 and cost_micros is not null),
       levels as (select source_id, min(level) as level, min(level) <> max(level) as several from counts group by source_id),
       sums as (
         select f.source_id, f.key_id, null::text as level, count(*) as facts, sum(f.cost_micros) as micros from fact f
         where f.workspace_id = $1 and f.source_id not in (select source_id from levels where several)
         group by f.source_id, f.key_id
         union all
         select f.source_id, f.key_id, c.level, count(*), sum(f.cost_micros) from fact f
         left join counts c on c.source_id = f.source_id and c.day = f.day
         where f.workspace_id = $1 and f.source_id in (select source_id from levels where several)
         group by f.source_id, f.key_id, c.level)
     select k.source_id as "sourceId", k.id as "keyId", k.rule_id as "ruleId", s.currency, sum(f.facts)::int as facts,
       sum(f.micros) filter (where k.level = coalesce(f.level, l.level)) as micros
     from sums f
     join metric_key k on k.workspace_id = $1 and k.source_id = f.source_id and k.id = f.key_id
     join metric_source s on s.workspace_id = $1 and s.id = k.source_id and s.kind not in ${OWN_PLAN}
     left join levels l on l.source_id = f.source_id
     group by k.source_id, k.id, k.rule_id, s.currency`,
    [scope.workspaceId],
  )
  return rows.map(({ micros, ...row }) => ({
    ...row,
    costFen: micros === null ? null : Math.round(Number(micros) / MICROS_PER_FEN),
  }))
}

/** Says where a target is, by names. */
export async function placesOf(
  scope: Scope,
  targets: readonly AssignmentTarget[],
): Promise<(target: AssignmentTarget) => AssignmentPlace> {
  const plans = await scope.rows<{ id: string; name: string }>(
    'select id, name from plan where workspace_id = $1 and id = any ($2::uuid[])',
    [scope.workspaceId, targets.map(({ planId }) => planId)],
  )
  const tasks = await scope.rows<{ id: string; name: string }>(
    'select id, name from task where workspace_id = $1 and id = any ($2::uuid[])',
    [scope.workspaceId, targets.flatMap(({ shares }) => shares.map(({ taskId }) => taskId))],
  )
  const planNames = new Map(plans.map(({ id, name }) => [id, name]))
  const taskNames = new Map(tasks.map(({ id, name }) => [id, name]))
  return ({ planId, strategy, creator, shares }) => ({
    planId,
    planName: planNames.get(planId) ?? '',
    strategy,
    creator,
    tasks: shares.map(({ taskId, shareBps }) => ({ taskId, name: taskNames.get(taskId) ?? '', shareBps })),
  })
}

/** Changes whenever a rule or the order of rules does. */
export function versionOf(rules: readonly StoredRule[]): string {
  return createHash('sha256').update(JSON.stringify(rules)).digest('base64url').slice(0, 22)
}

function sums(lines: readonly LineMoney[]): {
  lines: number
  amounts: { currency: string; costFen: number }[]
} {
  const byCurrency = new Map<string, number>()
  for (const { currency, costFen } of lines)
    if (costFen !== null) byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + costFen)
  return {
    lines: lines.length,
    amounts: [...byCurrency].map(([currency, costFen]) => ({ currency, costFen })),
  }
}

async function readCampaigns(
  scope: Scope,
  lines: readonly LineMoney[],
): Promise<AssignmentOverview['unassigned']['campaigns']> {
  const rows = await scope.rows<{ keyId: string; sourceId: string; line: Line }>(
    `select k.id as "keyId", k.source_id as "sourceId", ${LINE_OF_KEY} as line
     from metric_key k join metric_source s on s.workspace_id = $1 and s.id = k.source_id
     where k.workspace_id = $1 and k.id = any ($2::uuid[])`,
    [scope.workspaceId, lines.map(({ keyId }) => keyId)],
  )
  const known = new Map(rows.map((row) => [`${row.sourceId} ${row.keyId}`, row.line]))
  const groups = new Map<string, AssignmentOverview['unassigned']['campaigns'][number]>()
  for (const { sourceId, keyId, currency, costFen } of lines) {
    const line = known.get(`${sourceId} ${keyId}`) ?? {}
    const named = nameOfLine(line)
    const key = JSON.stringify([sourceId, currency, named])
    const group = groups.get(key)
    groups.set(key, {
      source: line.source ?? '',
      account: line.account ?? null,
      channel: line.channel ?? null,
      named,
      currency,
      lines: (group?.lines ?? 0) + 1,
      costFen: (group?.costFen ?? 0) + (costFen ?? 0),
    })
  }
  return [...groups.values()].toSorted((a, b) => b.costFen - a.costFen).slice(0, MAX_CAMPAIGNS)
}

/** The rules with what each takes, and the bucket of what none takes. */
export async function readAssignment(scope: Scope): Promise<AssignmentOverview> {
  const rules = await readRules(scope)
  const lines = await readLineMoney(scope)
  const placeOf = await placesOf(
    scope,
    rules.map(({ target }) => target),
  )
  const byRule = Map.groupBy(lines, ({ ruleId }) => ruleId)
  const free = byRule.get(null) ?? []
  return {
    version: versionOf(rules),
    rules: rules.map(({ id, name, conditions, target }) => ({
      id,
      name,
      conditions: conditions.map((condition) => ({ ...condition })),
      target: { ...target, shares: target.shares.map((share) => ({ ...share })) },
      place: placeOf(target),
      ...sums(byRule.get(id) ?? []),
    })),
    unassigned: { ...sums(free), campaigns: await readCampaigns(scope, free) },
  }
}
