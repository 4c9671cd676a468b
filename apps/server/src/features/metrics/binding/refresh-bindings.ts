import { BOUND_FIELDS } from '@yingce/domain/assignment/bound-field'
import type { AppContext } from '../../../app-context.ts'
import { type Scope, withWorkspace } from '../../../db/scope.ts'
import type { QueuedWork, WorkspaceJob } from '../../../jobs/jobs.ts'
import { updateRecords } from '../../../records/update-records.ts'
import { readBoundText } from './bound-value.read.ts'
import { readBindings } from './kpi-binding.store.ts'
import { readDictionary } from '../dictionary/metric-dictionary.read.ts'

/** Before anybody is told what is due. */
const MORNING = '06:00'

/**
 * Writes what bound metrics have come to into their records, as changes with a history:
 * board, exports and meetings read them like typed ones. Without facts the field is empty.
 *
 * The scope has to come from a job: from anywhere else bound fields are refused.
 *
 * @param planId null = all plans
 */
export async function refreshBindings(scope: Scope, planId: string | null): Promise<void> {
  const bindings = await readBindings(scope, planId)
  if (bindings.length === 0) return
  const dictionary = await readDictionary(scope)
  for (const binding of bindings) {
    const { entity, recordId: id, version } = binding
    const text = await readBoundText(scope, binding, dictionary)
    if (text === binding.standing) continue
    await updateRecords(scope, binding.planId, entity, [
      { id, version, values: { [BOUND_FIELDS[entity]]: text }, isOverwriting: true },
    ])
  }
}

/** After facts were written or assigned anew. */
export function refreshAfterFacts(app: AppContext): QueuedWork<{ workspaceId: string }> {
  return {
    name: 'metrics.bindings',
    run: ({ workspaceId }) =>
      withWorkspace(app.db, { workspaceId, memberId: null, source: 'job', at: app.clock() }, (scope) =>
        refreshBindings(scope, null),
      ),
  }
}

/** Finds what a server that stopped in between has left. */
export function refreshEveryMorning(): WorkspaceJob {
  return {
    name: 'metrics.bindings-morning',
    when: async () => ({ at: MORNING }),
    run: (scope) => refreshBindings(scope, null),
  }
}
