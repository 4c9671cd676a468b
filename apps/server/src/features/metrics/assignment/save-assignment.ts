import type { previewAssignment, RuleBody, saveAssignment } from '@yingce/contracts/assignment/assignment'
import type { AnswerOf, BodyOf } from '@yingce/contracts/route'
import {
  type AssignmentTarget,
  faultsOfRule,
  type RuleFault,
} from '@yingce/domain/assignment/assignment-rule'
import { ruleOfLine } from '@yingce/domain/assignment/match-line'
import { movesOf } from '@yingce/domain/assignment/moves'
import type { Scope } from '../../../db/scope.ts'
import { Refusal } from '../../../http/refusal.ts'
import { assignLines } from './assign-lines.ts'
import { placesOf, readLineMoney, versionOf } from './assignment.read.ts'
import { lockAssignment, readLines, readRules, replaceRules } from './assignment.store.ts'

const FAULTS: Readonly<Record<RuleFault['code'], string>> = {
  no_condition: 'A rule needs a condition, or it would take every line',
  empty_value: 'Say what to look for',
  no_part: 'Say which part of the name: 1 is the first, -1 the last',
  shares_not_whole: 'The shares have to sum to 100 %',
  task_twice: 'The task is in the split already',
  share_not_positive: 'A share has to be more than 0 %',
}

function placeOfFault(fault: RuleFault): string {
  switch (fault.at) {
    case 'conditions':
      return 'conditions'
    case 'condition':
      return `conditions.${fault.index}`
    case 'shares':
      return 'target.shares'
    case 'share':
      return `target.shares.${fault.index}`
  }
}

/** @throws Refusal `rule_violated` naming each rule and place, plans and tasks that are not there included */
async function requireSound(scope: Scope, rules: readonly RuleBody[]): Promise<void> {
  const plans = await scope.rows<{ id: string; tasks: string[] }>(
    `select p.id, coalesce(array_agg(t.id::text) filter (where t.id is not null), '{}') as tasks from plan p
     left join task t on t.workspace_id = $1 and t.plan_id = p.id where p.workspace_id = $1 and p.id = any ($2::uuid[]) group by p.id`,
    [scope.workspaceId, rules.map(({ target }) => target.planId)],
  )
  const tasks = new Map(plans.map(({ id, tasks: own }) => [id, new Set(own)]))
  const issues = rules.flatMap((rule, index) => {
    const { planId, shares } = rule.target
    const issue = (place: string, code: string, message: string) => ({
      path: `body.rules.${index}.${place}`,
      code,
      message,
      params: { rule: rule.name },
    })
    return [
      ...faultsOfRule(rule).map((fault) => issue(placeOfFault(fault), fault.code, FAULTS[fault.code])),
      ...(tasks.has(planId) ? [] : [issue('target.planId', 'not_found', 'There is no such plan')]),
      ...shares.flatMap(({ taskId }, share) =>
        tasks.get(planId)?.has(taskId) === false
          ? [issue(`target.shares.${share}`, 'not_found', 'The plan has no such task')]
          : [],
      ),
    ]
  })
  if (issues.length > 0) throw new Refusal('rule_violated', { issues })
}

/**
 * What rules would move, from where to where, over all history.
 *
 * @throws Refusal `rule_violated`
 */
export async function previewRules(
  scope: Scope,
  rules: readonly RuleBody[],
): Promise<AnswerOf<typeof previewAssignment>> {
  await requireSound(scope, rules)
  const present = new Map((await readRules(scope)).map(({ id, target }) => [id, target]))
  const money = new Map((await readLineMoney(scope)).map((row) => [`${row.sourceId} ${row.keyId}`, row]))
  const targets = new Map<string, AssignmentTarget>()
  const place = (target: AssignmentTarget | undefined): string | null => {
    if (target === undefined) return null
    const { planId, strategy, creator, shares } = target
    const key = JSON.stringify([
      planId,
      strategy,
      creator,
      shares.map(({ taskId, shareBps }) => [taskId, shareBps]),
    ])
    targets.set(key, target)
    return key
  }
  const lines = (await readLines(scope, null)).flatMap(({ sourceId, keyId, ruleId, line }) => {
    const row = money.get(`${sourceId} ${keyId}`)
    if (row === undefined) return []
    const index = ruleOfLine(line, rules)
    return [
      {
        before: place(ruleId === null ? undefined : present.get(ruleId)),
        after: place(index === null ? undefined : rules[index]?.target),
        facts: row.facts,
        costFen: row.costFen,
        currency: row.currency,
      },
    ]
  })
  const moves = movesOf(lines)
  const placeOf = await placesOf(scope, [...targets.values()])
  const named = (key: string | null) => {
    const target = key === null ? undefined : targets.get(key)
    return target === undefined ? null : placeOf(target)
  }
  return { moves: moves.map((move) => ({ ...move, from: named(move.from), to: named(move.to) })) }
}

/**
 * Puts rules in place of the present ones and assigns all history by them, in one transaction,
 * which whoever asked may cancel.
 *
 * @throws Refusal `wrong_state` when somebody else changed them since they were read; `rule_violated`
 */
export async function saveRules(
  scope: Scope,
  { version, rules }: BodyOf<typeof saveAssignment>,
  ids: () => string,
  signal: AbortSignal,
): Promise<void> {
  await lockAssignment(scope)
  const present = await readRules(scope)
  if (versionOf(present) !== version) throw new Refusal('wrong_state', { params: { state: 'changed' } })
  await requireSound(scope, rules)
  const known = new Set(present.map(({ id }) => id))
  await replaceRules(
    scope,
    rules.map((rule) => ({ ...rule, id: rule.id !== undefined && known.has(rule.id) ? rule.id : ids() })),
  )
  await assignLines(scope, signal)
}
