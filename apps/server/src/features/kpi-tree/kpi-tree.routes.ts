import { buildKpiTree as buildRoute, getKpiNodeFacts, getKpiTree } from '@yingce/contracts/kpi-tree/kpi-tree'
import type { AppContext } from '../../app-context.ts'
import { mountAction } from '../../http/mount-route.ts'
import { requireCan } from '../../http/permission.ts'
import { localToday } from '../../identity/local-today.ts'
import { buildKpiTree } from './build-kpi-tree.ts'
import { readKpiNodeFacts } from './kpi-node-facts.read.ts'
import { readKpiTree } from './kpi-tree.read.ts'

export function mountKpiTree(app: AppContext): void {
  mountAction(app, getKpiTree, ({ params, principal, now }, scope) =>
    readKpiTree(scope, params.planId, localToday(now, principal.workspace.timeZone)),
  )
  mountAction(app, getKpiNodeFacts, ({ params, principal, now }, scope) =>
    readKpiNodeFacts(scope, params.planId, params.nodeId, localToday(now, principal.workspace.timeZone)),
  )
  mountAction(app, buildRoute, ({ params, principal }, scope) => {
    requireCan(principal, 'record.create', { entity: 'kpi_node', fields: ['name', 'target'] })
    return buildKpiTree(scope, params.planId)
  })
}
