import type { openMeeting as openMeetingRoute } from '@yingce/contracts/meeting/meeting'
import type { BodyOf } from '@yingce/contracts/route'
import { MEETING_MINUTES, meetingAgenda, meetingName } from '@yingce/domain/meeting/agenda'
import type { Scope } from '../../db/scope.ts'
import { createRecords } from '../../records/create-records.ts'
import { readMeetingRhythm } from './meeting-rhythm.ts'

const DEFAULT_TIME = '09:00'

/**
 * The meeting of a kind on a day. Two who open it at once meet in the same one: the plan is locked first.
 *
 * @throws Refusal `not_found`
 */
export async function openMeeting(
  scope: Scope,
  planId: string,
  { kind, day, locale }: BodyOf<typeof openMeetingRoute>,
): Promise<{ id: string }> {
  const rhythm = (await readMeetingRhythm(scope, planId)).items.find((one) => one.kind === kind)
  await scope.rows('select from plan where workspace_id = $1 and id = $2 for update', [
    scope.workspaceId,
    planId,
  ])
  const [standing] = await scope.rows<{ id: string }>(
    `select id from meeting where workspace_id = $1 and plan_id = $2 and kind = $3 and starts_at::date = $4 order by id limit 1`,
    [scope.workspaceId, planId, kind, day],
  )
  if (standing !== undefined) return standing
  const minutes = rhythm?.minutes ?? MEETING_MINUTES[kind]
  const [created] = await createRecords(scope, planId, 'meeting', [
    {
      values: {
        kind,
        name: `${meetingName(kind, locale)} ${day.slice(5)}`,
        state: 'running',
        startsAt: `${day}T${rhythm?.time ?? DEFAULT_TIME}`,
        agenda: meetingAgenda(kind, minutes, locale),
      },
    },
  ])
  return { id: created!.id }
}
