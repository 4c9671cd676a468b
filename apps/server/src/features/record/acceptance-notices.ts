import { isOwnedBy } from '@yingce/domain/my-day/owner-names'
import { acceptanceStep, acceptanceText, type AcceptanceStep } from '@yingce/domain/notice/acceptance-text'
import type { AppContext } from '../../app-context.ts'
import { arrayLiteral } from '../../db/array-literal.ts'
import type { Scope } from '../../db/scope.ts'
import { postNotice } from '../../notices/post-notice.ts'
import { readAcceptor } from '../../records/acceptor.ts'

interface TaskState {
  id: string
  name: string
  owner: string | null
  standard: string | null
  status: string
}

/**
 * Runs a change of tasks and tells who is concerned by acceptance (X3, X7): what is handed in goes to whoever
 * accepts for the plan, what is accepted or sent back to the task's owners. Nobody is told of their own deed.
 */
export async function withAcceptanceNotices<T>(
  app: Pick<AppContext, 'ids' | 'outbox'>,
  scope: Scope,
  planId: string,
  edits: readonly { readonly id: string; readonly values: object }[],
  work: () => Promise<T>,
): Promise<T> {
  const ids = edits.filter(({ values }) => 'status' in values).map(({ id }) => id)
  if (ids.length === 0) return work()
  const before = new Map((await readStates(scope, planId, ids)).map((task) => [task.id, task.status]))
  const result = await work()
  const steps = Map.groupBy(await readStates(scope, planId, ids), ({ id, status }) =>
    acceptanceStep(before.get(id) ?? status, status),
  )
  for (const [step, tasks] of steps) if (step !== null) await tell(app, scope, planId, step, tasks)
  return result
}

function readStates(scope: Scope, planId: string, ids: readonly string[]): Promise<TaskState[]> {
  return scope.rows<TaskState>(
    `select id, name, owner, standard, status from task
     where workspace_id = $1 and plan_id = $2 and id = any($3::uuid[]) order by position, id`,
    [scope.workspaceId, planId, arrayLiteral(ids)],
  )
}

async function tell(
  app: Pick<AppContext, 'ids' | 'outbox'>,
  scope: Scope,
  planId: string,
  step: AcceptanceStep,
  tasks: readonly TaskState[],
): Promise<void> {
  const concerned =
    step === 'handed_in' ? new Map([[await readAcceptor(scope, planId), tasks]]) : await byOwner(scope, tasks)
  for (const [memberId, own] of concerned) {
    const [first] = own
    if (memberId === null || memberId === scope.memberId || first === undefined) continue
    await postNotice(app, scope, {
      ...acceptanceText(step, own),
      kind: 'approval',
      severity: step === 'returned' ? 'warning' : 'info',
      recipients: [memberId],
      // My day has the two buttons; an answer leads to the task.
      link: step === 'handed_in' ? '/today' : `/plans/${planId}/tracker?record=${first.id}`,
      planId,
      dedupeKey: null,
    })
  }
}

async function byOwner(
  scope: Scope,
  tasks: readonly TaskState[],
): Promise<ReadonlyMap<string | null, readonly TaskState[]>> {
  const members = await scope.rows<{ id: string; name: string }>(
    'select id, name from member where workspace_id = $1 order by id',
    [scope.workspaceId],
  )
  return new Map(
    members.map(({ id, name }) => [id, tasks.filter(({ owner }) => isOwnedBy(owner, name))] as const),
  )
}
