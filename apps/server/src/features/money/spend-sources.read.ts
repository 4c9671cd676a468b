import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { type SpendEntry, type SpendSources, weeksAround } from '@yingce/domain/money/spend-of-days'
import type { Scope } from '../../db/scope.ts'
import { IS_COST, IS_SPENT_ON_ITS_DAY } from '../../records/ledger.ts'

/**
 * What is known of a plan's spend on some days and in the weeks around them: what was entered in the tracker or
 * posted to the journal, and what its channels cost. What the tracker posted for a task that is gone is left out
 * with its reversals: else the day of the deletion would have spent less than nothing.
 *
 * @param daily facts of the plan by day in its currency, as its board reads them
 */
export async function readSpendSources(
  scope: Scope,
  planId: string,
  daily: readonly { readonly day: LocalDate; readonly cost: number | null }[],
  days: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<SpendSources> {
  const weeks = weeksAround(days)
  const ledger = await scope.rows<SpendEntry>(
    `select e.date as day, e.task_id as "taskId", sum(e.amount)::bigint as amount from ledger_entry e
     where e.workspace_id = $1 and e.plan_id = $2 and e.date between $3 and $4 and ${IS_COST} and ${IS_SPENT_ON_ITS_DAY}
       and (e.source = 'journal' or exists (select from task t where t.workspace_id = $1 and t.plan_id = $2 and t.id = e.task_id))
     group by e.date, e.task_id order by e.date, e.task_id`,
    [scope.workspaceId, planId, weeks.from, weeks.to],
  )
  return {
    ledger,
    channels: new Map(daily.flatMap(({ day, cost }) => (cost === null ? [] : [[day, cost] as const]))),
  }
}
