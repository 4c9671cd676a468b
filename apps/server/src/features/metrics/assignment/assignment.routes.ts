import { getAssignment, previewAssignment, saveAssignment } from '@yingce/contracts/assignment/assignment'
import type { AppContext } from '../../../app-context.ts'
import { whileConnected } from '../../../files/while-connected.ts'
import { mountAction } from '../../../http/mount-route.ts'
import { mountKpiBindings } from '../binding/kpi-binding.routes.ts'
import { readAssignment } from './assignment.read.ts'
import { previewRules, saveRules } from './save-assignment.ts'

export function mountAssignment(app: AppContext): void {
  mountAction(app, getAssignment, (_call, scope) => readAssignment(scope))
  mountAction(app, previewAssignment, ({ body }, scope) => previewRules(scope, body.rules))
  mountAction(app, saveAssignment, async ({ body, request }, scope) => {
    await whileConnected(request, (signal) => saveRules(scope, body, app.ids, signal))
    scope.afterCommit(() => app.factsWritten.tell(scope.workspaceId))
    return readAssignment(scope)
  })
  mountKpiBindings(app)
}
