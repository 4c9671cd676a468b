import type { Scope } from '../../../db/scope.ts'
import { assignLines } from '../assignment/assign-lines.ts'
import { lockMetricImport, markUndone } from './metric-import.store.ts'
import { lockSource } from '../source/metric-source.store.ts'
import { undoFacts } from './undo-facts.store.ts'

/** Takes an import or a push back. @throws Refusal `wrong_state` when it is not applied */
export async function undoMetricImport(scope: Scope, id: string): Promise<void> {
  const { sourceId } = await lockMetricImport(scope, id, 'applied')
  if (sourceId !== null) {
    await lockSource(scope, sourceId)
    await undoFacts(scope, sourceId, id)
    // What returns stood under the rules of its own time.
    await assignLines(scope, sourceId)
  }
  await markUndone(scope, id)
}
