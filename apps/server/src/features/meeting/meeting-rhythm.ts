import type { MeetingRhythm } from '@yingce/contracts/meeting/meeting'
import type { Scope } from '../../db/scope.ts'
import { ruleViolated } from '../../http/refusal.ts'
import { requirePlan } from '../../records/read-records.ts'

const LAST_DAY = { stand_up: 7, weekly: 7, monthly: 31 } as const

export async function readMeetingRhythm(scope: Scope, planId: string): Promise<{ items: MeetingRhythm[] }> {
  const [items] = await Promise.all([
    scope.rows<MeetingRhythm>(
      `select kind, days, time, minutes from meeting_rhythm where workspace_id = $1 and plan_id = $2
       order by array_position(array['stand_up', 'weekly', 'monthly'], kind)`,
      [scope.workspaceId, planId],
    ),
    requirePlan(scope, planId),
  ])
  return { items }
}

/** @throws Refusal `not_found`; `rule_violated` for a day that the kind does not have, or a kind given twice */
export async function setMeetingRhythm(
  scope: Scope,
  planId: string,
  items: readonly MeetingRhythm[],
): Promise<{ items: MeetingRhythm[] }> {
  await requirePlan(scope, planId)
  for (const [index, { kind, days }] of items.entries()) {
    if (items.findIndex((other) => other.kind === kind) !== index)
      throw ruleViolated(`body.items.${index}.kind`, 'duplicate', 'Each kind of meeting once')
    if (days.some((day) => day > LAST_DAY[kind]))
      throw ruleViolated(`body.items.${index}.days`, 'out_of_range', `Days from 1 to ${LAST_DAY[kind]}`)
  }
  await scope.run('delete from meeting_rhythm where workspace_id = $1 and plan_id = $2', [
    scope.workspaceId,
    planId,
  ])
  for (const { kind, days, time, minutes } of items)
    await scope.run(
      `insert into meeting_rhythm (workspace_id, plan_id, kind, days, time, minutes) values ($1, $2, $3, $4::integer[], $5, $6)`,
      [
        scope.workspaceId,
        planId,
        kind,
        `{${[...new Set(days)].toSorted((a, b) => a - b).join(',')}}`,
        time,
        minutes,
      ],
    )
  return readMeetingRhythm(scope, planId)
}
