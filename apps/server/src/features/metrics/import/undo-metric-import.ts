import type { Scope } from '../../../db/scope.ts'
import { placeFacts } from '../assignment/assignment.store.ts'
import { lockMetricImport, markUndone } from './metric-import.store.ts'
import { lockSource } from '../source/metric-source.store.ts'
import { undoFacts } from './undo-facts.store.ts'

/** Takes an import or a push back. @throws Refusal `wrong_state` when it is not applied */
export async function undoMetricImport(scope: Scope, id: string): Promise<void> {
  const { sourceId } = await lockMetricImport(scope, id, 'applied')
  if (sourceId !== null) {
    await lockSource(scope, sourceId)
    const { from, to } = await undoFacts(scope, sourceId, id)
    // What returns stood under the rules of its own time.
    if (from !== null && to !== null) await placeFacts(scope, { of: 'days', sourceId, from, to })
  }
  await markUndone(scope, id)
}
