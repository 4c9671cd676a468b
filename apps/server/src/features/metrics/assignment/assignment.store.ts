import type { RuleBody } from '@yingce/contracts/assignment/assignment'
import type { AssignmentRule, Line } from '@yingce/domain/assignment/assignment-rule'
import type { Scope } from '../../../db/scope.ts'

export interface StoredRule extends AssignmentRule {
  readonly id: string
}

/** Sources whose figures say themselves which plan they belong to. */
export const OWN_PLAN = `('manual', 'form')`

/** Rules in the order in which they are tried. */
export async function readRules(scope: Scope): Promise<StoredRule[]> {
  return scope.rows<StoredRule>(
    `select id, name, conditions, json_build_object('planId', plan_id, 'strategy', strategy, 'creator', creator, 'shares', shares) as target
     from assignment_rule where workspace_id = $1 order by position, id`,
    [scope.workspaceId],
  )
}

/** One key of a source as a line, with the rule that took it. */
export interface LineRow {
  readonly sourceId: string
  readonly keyId: string
  readonly ruleId: string | null
  readonly line: Line
}

/** A key `k` of a source `s` as what rules look at. */
export const LINE_OF_KEY = `json_build_object('source', s.name, 'account', coalesce(k.account, s.account),
  'channel', coalesce(k.channel, s.channel), 'campaign', k.campaign, 'campaignId', k.campaign_id, 'adGroup', k.ad_group,
  'adGroupId', k.ad_group_id, 'ad', k.ad, 'adId', k.ad_id, 'content', k.content, 'contentId', k.content_id,
  'keyword', k.keyword, 'product', k.product)`

/** Keys of one source, or of all; of an import those that were staged for it. */
export async function readLines(
  scope: Scope,
  of: { readonly sourceId: string; readonly importId?: string } | null,
): Promise<LineRow[]> {
  const conditions = [
    ...(of === null ? [] : ['k.source_id = $2']),
    ...(of?.importId === undefined
      ? []
      : [
          `k.id in (select (key ->> 'id')::uuid from metric_import_part p, json_array_elements(p.keys) key
             where p.workspace_id = $1 and p.import_id = $3)`,
        ]),
  ]
  return scope.rows<LineRow>(
    `select k.source_id as "sourceId", k.id as "keyId", k.rule_id as "ruleId", ${LINE_OF_KEY} as line
     from metric_key k join metric_source s on s.workspace_id = $1 and s.id = k.source_id
     where k.workspace_id = $1 and s.kind not in ${OWN_PLAN}${conditions.map((one) => ` and ${one}`).join('')}`,
    [
      scope.workspaceId,
      ...(of === null ? [] : [of.sourceId]),
      ...(of?.importId === undefined ? [] : [of.importId]),
    ],
  )
}

/** Holds the rules and all sources until the transaction ends, in one order, so that nothing is imported meanwhile. */
export async function lockAssignment(scope: Scope): Promise<void> {
  await scope.run('select from workspace where id = $1 for no key update', [scope.workspaceId])
  await scope.run('select from metric_source where workspace_id = $1 order by id for no key update', [
    scope.workspaceId,
  ])
}

export async function replaceRules(
  scope: Scope,
  rules: readonly (RuleBody & { readonly id: string })[],
): Promise<void> {
  await scope.run('delete from assignment_rule where workspace_id = $1 and not id = any ($2::uuid[])', [
    scope.workspaceId,
    rules.map(({ id }) => id),
  ])
  for (const [position, { id, name, conditions, target }] of rules.entries())
    await scope.run(
      `insert into assignment_rule (workspace_id, id, position, name, conditions, plan_id, strategy, creator, shares, created_by, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
       on conflict (workspace_id, id) do update set position = excluded.position, name = excluded.name, conditions = excluded.conditions,
         plan_id = excluded.plan_id, strategy = excluded.strategy, creator = excluded.creator, shares = excluded.shares, updated_at = excluded.updated_at`,
      [
        scope.workspaceId,
        id,
        position,
        name,
        JSON.stringify(conditions),
        target.planId,
        target.strategy,
        target.creator,
        JSON.stringify(target.shares),
        scope.memberId,
        scope.at,
      ],
    )
}

/** Says of keys which rule took them. */
export async function markLines(
  scope: Scope,
  lines: readonly { readonly sourceId: string; readonly keyId: string; readonly ruleId: string | null }[],
): Promise<void> {
  if (lines.length === 0) return
  await scope.run(
    `update metric_key k set rule_id = c.rule_id
     from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as c(source_id, key_id, rule_id)
     where k.workspace_id = $1 and k.source_id = c.source_id and k.id = c.key_id`,
    [
      scope.workspaceId,
      lines.map(({ sourceId }) => sourceId),
      lines.map(({ keyId }) => keyId),
      lines.map(({ ruleId }) => ruleId),
    ],
  )
}

/** Keys that a rule took, by `source_id` and `id`, and where it puts their facts; $1 workspace. */
export const PLACED_KEYS = `select k.source_id, k.id, a.plan_id, a.strategy, a.creator,
    case when jsonb_array_length(a.shares) = 1 then (a.shares -> 0 ->> 'taskId')::uuid end as task_id
  from metric_key k join assignment_rule a on a.workspace_id = $1 and a.id = k.rule_id where k.workspace_id = $1`

/** Facts of one source that are to follow their rules: those of some keys or of a span of days. */
export type FactsToPlace =
  | { readonly of: 'keys'; readonly sourceId: string; readonly keyIds: readonly string[] }
  | ({ readonly of: 'days' } & DaySpan)

export interface DaySpan {
  readonly sourceId: string
  readonly from: string
  readonly to: string
}

/** A statement may take 120 s; a hundred thousand facts move in about 3 s, and whoever cancels waits no longer. */
const SPAN_FACTS = 100_000

/** All days of the sources whose facts follow rules, cut so that few spans have more than {@link SPAN_FACTS} facts. */
export async function readDaySpans(scope: Scope): Promise<DaySpan[]> {
  return scope.rows<DaySpan>(
    `select source_id as "sourceId", min(day)::text as from, max(day)::text as to from (
       select d.source_id, d.day, (sum(sum(d.facts)) over (partition by d.source_id order by d.day) - 1)::bigint / ${SPAN_FACTS} as span
       from metric_day d join metric_source s on s.workspace_id = $1 and s.id = d.source_id and s.kind not in ${OWN_PLAN}
       where d.workspace_id = $1 group by d.source_id, d.day) d
     group by source_id, span order by source_id, span`,
    [scope.workspaceId],
  )
}

function conditionOf(facts: FactsToPlace): { readonly where: string; readonly values: readonly unknown[] } {
  switch (facts.of) {
    case 'keys':
      return {
        where: 'and f.source_id = $2 and f.key_id = any ($3::uuid[])',
        values: [facts.sourceId, facts.keyIds],
      }
    case 'days':
      return {
        where: 'and f.source_id = $2 and f.day between $3 and $4',
        values: [facts.sourceId, facts.from, facts.to],
      }
  }
}

/**
 * Lets facts follow the rule of their key, and sums their days anew. A line that is
 * split stands under its plan without a task: its parts are computed when they are read.
 */
export async function placeFacts(scope: Scope, facts: FactsToPlace): Promise<void> {
  const { where, values } = conditionOf(facts)
  const moved = await scope.rows<{ sourceId: string; days: string }>(
    `with moved as (
       update fact_row f set plan_id = r.plan_id, task_id = r.task_id, strategy = r.strategy, creator = r.creator
       from metric_key k
       join metric_source s on s.workspace_id = $1 and s.id = k.source_id and s.kind not in ${OWN_PLAN}
       left join (${PLACED_KEYS}) r on r.source_id = k.source_id and r.id = k.id
       where k.workspace_id = $1 and f.workspace_id = $1 and f.source_id = k.source_id and f.key_id = k.id ${where}
         and (f.plan_id, f.task_id, f.strategy, f.creator) is distinct from (r.plan_id, r.task_id, r.strategy, r.creator)
       returning f.source_id, f.day)
     select source_id as "sourceId", array_agg(distinct day)::text as days from moved group by source_id order by source_id`,
    [scope.workspaceId, ...values],
  )
  for (const one of moved)
    await scope.run('select roll_up_metric_days($1, $2, $3::date[])', [
      scope.workspaceId,
      one.sourceId,
      one.days,
    ])
}
