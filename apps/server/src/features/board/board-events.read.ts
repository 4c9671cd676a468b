import { type BoardEvent, boardEvents } from '@yingce/domain/board/board-event'
import type { Scope } from '../../db/scope.ts'
import { readFields } from '../../records/read-fields.ts'

/** What is marked on the trends of a plan in the days; null: there are no days, and nothing on them. */
export async function readBoardEvents(
  scope: Scope,
  planId: string,
  days: { readonly from: string; readonly to: string } | null,
): Promise<BoardEvent[]> {
  if (days === null) return []
  const adjustments = await readFields(scope, planId, 'adjustment', ['changedOn', 'name', 'channel'])
  const competitors = await readFields(scope, planId, 'competitor_event', [
    'startDate',
    'endDate',
    'name',
    'competitor',
    'channel',
    'source',
  ])
  return boardEvents(adjustments, competitors, days)
}
