import type { Scope } from '../../db/scope.ts'

export interface RetrospectivePlan {
  readonly id: string
  readonly name: string
  readonly periodEnd: string | null
  readonly createdBy: string | null
  /** Of whoever made the plan; null: they have chosen none. */
  readonly locale: 'zh-CN' | 'en' | null
  readonly phases: readonly { readonly name: string; readonly endDate: string | null }[]
  /** null: nothing was scheduled yet. */
  readonly scheduled: {
    readonly meetingId: string
    /** Of the meeting as it was left by the schedule. */
    readonly version: number
    /** As the meeting stands; null: it was deleted. */
    readonly standing: { readonly version: number; readonly day: string | null } | null
  } | null
}

/** Plans that are under way or being made, or one of them, each with its phases and the retrospective that was scheduled for it. */
export async function readRetrospectivePlans(
  scope: Scope,
  planId: string | null,
): Promise<RetrospectivePlan[]> {
  return scope.rows<RetrospectivePlan>(
    `select p.id, p.name, p.period_end::text as "periodEnd", p.created_by as "createdBy", n.preference ->> 'locale' as locale,
       coalesce((select json_agg(json_build_object('name', f.name, 'endDate', f.end_date)) from phase f
         where f.workspace_id = $1 and f.plan_id = p.id), '[]') as phases,
       case when s.meeting_id is not null then json_build_object('meetingId', s.meeting_id, 'version', s.version, 'standing',
         case when m.id is not null then json_build_object('version', m.version, 'day', m.starts_at::date) end) end as scheduled
     from plan p
     left join scheduled_retrospective s on s.workspace_id = $1 and s.plan_id = p.id
     left join meeting m on m.workspace_id = $1 and m.plan_id = p.id and m.id = s.meeting_id
     left join notice_preference n on n.workspace_id = $1 and n.member_id = p.created_by
     where p.workspace_id = $1 and p.state in ('draft', 'running') and ($2::uuid is null or p.id = $2) order by p.id`,
    [scope.workspaceId, planId],
  )
}

export async function keepRetrospective(
  scope: Scope,
  planId: string,
  meetingId: string,
  version: number,
): Promise<void> {
  await scope.run(
    `insert into scheduled_retrospective (workspace_id, plan_id, meeting_id, version) values ($1, $2, $3, $4)
     on conflict (workspace_id, plan_id) do update set meeting_id = excluded.meeting_id, version = excluded.version`,
    [scope.workspaceId, planId, meetingId, version],
  )
}
