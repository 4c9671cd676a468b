import type { RetentionReading } from '@yingce/domain/grading/retention'
import type { Scope } from '../../../db/scope.ts'
import type { Days } from '../../../http/asked-period.ts'

/** More than any plan has channels and days with such a reading. */
const MOST_READINGS = 50_000

/**
 * What is known of the people of a plan's channels who stayed or came again, a row for each fact that
 * says it. Few facts do: they have an index of their own.
 */
export async function readRetention(
  scope: Scope,
  planId: string,
  { from, to }: Days,
): Promise<RetentionReading[]> {
  const rows = await scope.rows<{
    channel: string
    day: string
    retained: number | null
    cohort: number | null
    repurchasing: number | null
    buyers: number | null
  }>(
    `select coalesce(channel, '') as channel, day, retained_users as retained, cohort_users as cohort,
       repurchasing_users as repurchasing, buyers
     from fact where workspace_id = $1 and plan_id = $2 and day between $3 and $4
       and (retained_users is not null or repurchasing_users is not null)
     order by day desc limit ${MOST_READINGS}`,
    [scope.workspaceId, planId, from, to],
  )
  return rows.flatMap(({ channel, day, retained, cohort, repurchasing, buyers }): RetentionReading[] => [
    ...(retained === null || cohort === null
      ? []
      : [{ metric: 'retentionRate' as const, channel, day, part: retained, whole: cohort }]),
    ...(repurchasing === null || buyers === null
      ? []
      : [{ metric: 'repurchaseRate' as const, channel, day, part: repurchasing, whole: buyers }]),
  ])
}
