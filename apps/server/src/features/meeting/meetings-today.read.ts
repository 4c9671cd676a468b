import type { MeetingRhythm } from '@yingce/contracts/meeting/meeting'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { CN_WORK_CALENDAR } from '@yingce/domain/calendar/work-calendar'
import { meetingName } from '@yingce/domain/meeting/agenda'
import type { MeetingToday } from '@yingce/domain/meeting/meeting-reminder'
import { meetsOn } from '@yingce/domain/meeting/rhythm-day'
import { isOwnedBy } from '@yingce/domain/my-day/owner-names'
import type { Scope } from '../../db/scope.ts'

export interface PlanMeetings {
  readonly id: string
  readonly name: string
  /** Whoever made the plan, and members whose names stand at its open tasks. */
  readonly people: readonly string[]
  readonly meetings: readonly MeetingToday[]
}

interface PlanRow {
  readonly id: string
  readonly name: string
  readonly createdBy: string | null
  readonly isRunning: boolean
  readonly rhythms: readonly Pick<MeetingRhythm, 'kind' | 'days' | 'time'>[]
  readonly planned: readonly { readonly kind: string; readonly name: string; readonly time: string }[]
  readonly owners: readonly string[]
}

/**
 * Plans that meet on the day: by their rhythm within the plan's period, and what is
 * planned for the day by itself. A meeting of the rhythm that is planned already is one.
 */
export async function readMeetingsOn(scope: Scope, day: LocalDate): Promise<PlanMeetings[]> {
  const plans = await scope.rows<PlanRow>(
    `select p.id, p.name, p.created_by as "createdBy",
       coalesce(p.period_start <= $2, true) and coalesce(p.period_end >= $2, true) as "isRunning",
       coalesce((select json_agg(json_build_object('kind', r.kind, 'days', r.days, 'time', r.time)) from meeting_rhythm r
         where r.workspace_id = $1 and r.plan_id = p.id), '[]') as rhythms,
       coalesce((select json_agg(json_build_object('kind', m.kind, 'name', m.name, 'time', to_char(m.starts_at, 'HH24:MI'))) from meeting m
         where m.workspace_id = $1 and m.plan_id = p.id and m.state = 'planned' and m.starts_at::date = $2), '[]') as planned,
       array(select distinct t.owner from task t where t.workspace_id = $1 and t.plan_id = p.id
         and t.owner is not null and t.status not in ('done', 'cancelled')) as owners
     from plan p where p.workspace_id = $1 and p.state in ('draft', 'running') order by p.id`,
    [scope.workspaceId, day],
  )
  const members = await scope.rows<{ id: string; name: string }>(
    'select id, name from member where workspace_id = $1 order by id',
    [scope.workspaceId],
  )
  return plans.flatMap((plan) => {
    const meetings = meetingsOf(plan, day)
    if (meetings.length === 0) return []
    const owners = members.filter(({ name }) => plan.owners.some((owner) => isOwnedBy(owner, name)))
    const people = [...(plan.createdBy === null ? [] : [plan.createdBy]), ...owners.map(({ id }) => id)]
    return [{ id: plan.id, name: plan.name, people, meetings }]
  })
}

function meetingsOf({ isRunning, rhythms, planned }: PlanRow, day: LocalDate): MeetingToday[] {
  const byRhythm = rhythms.filter(
    (rhythm) =>
      isRunning &&
      meetsOn(rhythm, day, CN_WORK_CALENDAR) &&
      !planned.some(({ kind }) => kind === rhythm.kind),
  )
  return [
    ...byRhythm.map(({ kind, time }) => ({
      time,
      name: { zh: meetingName(kind, 'zh-CN'), en: meetingName(kind, 'en') },
    })),
    ...planned.map(({ name, time }) => ({ time, name: { zh: name, en: name } })),
  ]
}
