import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { readRecord } from '../../records/read-records.ts'
import { updateRecords } from '../../records/update-records.ts'
import { computeFigures } from './meeting-figures.read.ts'

/**
 * Ends a meeting and keeps its figures, so that the minutes say what was known then.
 *
 * @throws Refusal `not_found`, `wrong_state` when it is closed already
 */
export async function closeMeeting(
  scope: Scope,
  planId: string,
  meetingId: string,
  today: LocalDate,
): Promise<void> {
  const meeting = await readRecord(scope, planId, 'meeting', meetingId)
  if (meeting.values.state === 'closed') throw new Refusal('wrong_state', { params: { state: 'closed' } })
  const figures = await computeFigures(scope, planId, meeting, today)
  await updateRecords(scope, planId, 'meeting', [
    {
      id: meetingId,
      version: meeting.version,
      values: { state: 'closed', figures: JSON.stringify(figures) },
      isOverwriting: true,
    },
  ])
}
