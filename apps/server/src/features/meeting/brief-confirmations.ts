import type { listBriefConfirmations } from '@yingce/contracts/meeting/meeting'
import type { AnswerOf } from '@yingce/contracts/route'
import type { Scope } from '../../db/scope.ts'
import { readRecord } from '../../records/read-records.ts'

/** @throws Refusal `not_found` */
export async function readBriefConfirmations(
  scope: Scope,
  planId: string,
  meetingId: string,
): Promise<AnswerOf<typeof listBriefConfirmations>> {
  await readRecord(scope, planId, 'meeting', meetingId)
  return {
    items: await scope.rows(
      `select c.member_id as "memberId", m.name, c.at from brief_confirmation c
       join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
       where c.workspace_id = $1 and c.plan_id = $2 and c.meeting_id = $3 order by c.at`,
      [scope.workspaceId, planId, meetingId],
    ),
  }
}

/** Confirms the brief of the member who acts; once is enough. */
export async function confirmBrief(
  scope: Scope,
  planId: string,
  meetingId: string,
  memberId: string,
): Promise<void> {
  await readRecord(scope, planId, 'meeting', meetingId)
  await scope.run(
    `insert into brief_confirmation (workspace_id, plan_id, meeting_id, member_id, at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [scope.workspaceId, planId, meetingId, memberId, scope.at],
  )
}
