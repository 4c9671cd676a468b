import type { Scope } from '../db/scope.ts'

/**
 * Raises the spend of a task by an amount that the ledger holds already (fen;
 * negative for a reversal), and answers the text of a cell that could not be
 * read. In one statement, so that two at once both count.
 *
 * @returns whether the task is there
 */
export async function addTaskSpend(
  scope: Scope,
  planId: string,
  taskId: string,
  amount: number,
): Promise<boolean> {
  const [row] = await scope.rows<{
    version: number
    spent: number
    unread: string | null
    from: number | null
  }>(
    `update task t set spent = coalesce(t.spent, 0) + $4::bigint, unread = t.unread - 'spent', version = t.version + 1, updated_at = $5
     from (select spent, unread ->> 'spent' as unread from task
           where workspace_id = $1 and plan_id = $2 and id = $3 for no key update) as before
     where t.workspace_id = $1 and t.plan_id = $2 and t.id = $3
     returning t.version, t.spent, before.unread, before.spent as "from"`,
    [scope.workspaceId, planId, taskId, amount, scope.at],
  )
  if (row === undefined) return false
  scope.note({
    planId,
    entity: 'task',
    entityId: taskId,
    version: row.version,
    action: 'update',
    changes: {
      spent: [row.from, row.spent],
      ...(row.unread === null ? {} : { 'unread.spent': [row.unread, null] as const }),
    },
  })
  return true
}
