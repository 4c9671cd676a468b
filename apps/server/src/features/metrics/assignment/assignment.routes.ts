import { getAssignment, previewAssignment, saveAssignment } from '@yingce/contracts/assignment/assignment'
import type { AppContext } from '../../../app-context.ts'
import { mountAction } from '../../../http/mount-route.ts'
import { mountKpiBindings } from '../binding/kpi-binding.routes.ts'
import { readAssignment } from './assignment.read.ts'
import { previewRules, saveRules } from './save-assignment.ts'

export function mountAssignment(app: AppContext): void {
  mountAction(app, getAssignment, (_call, scope) => readAssignment(scope))
  mountAction(app, previewAssignment, ({ body }, scope) => previewRules(scope, body.rules))
  mountAction(app, saveAssignment, async ({ body }, scope) => {
    await saveRules(scope, body, app.ids)
    scope.afterCommit(() => app.factsWritten.tell(scope.workspaceId))
    return readAssignment(scope)
  })
  mountKpiBindings(app)
}
