import {
  acknowledgeAlert as acknowledgeRoute,
  actOnAlert,
  analyseAlert as analyseRoute,
  evaluateAlerts,
  getAlert,
  listAlerts,
  resolveAlert as resolveRoute,
} from '@yingce/contracts/alerting/alert'
import {
  backTestAlertRule,
  createAlertRule as createRoute,
  deleteAlertRule,
  listAlertRules,
  updateAlertRule as updateRoute,
} from '@yingce/contracts/alerting/alert-rule'
import { fireRisk as fireRoute } from '@yingce/contracts/alerting/fire-risk'
import type { AppContext } from '../../app-context.ts'
import { requireAskable } from '../../http/asked-period.ts'
import { mountAction } from '../../http/mount-route.ts'
import { requireCan } from '../../http/permission.ts'
import { localToday } from '../../identity/local-today.ts'
import { requirePlan } from '../../records/read-records.ts'
import { readAlert, readAlerts } from './alert.read.ts'
import { deleteAlertRuleRow, readAlertRules } from './alert-rule.store.ts'
import { tryAlertRule } from './back-test-rule.read.ts'
import { evaluateAlertRules } from './evaluate-alert-rules.ts'
import { evaluateAfterFacts, evaluateEveryMorning } from './evaluate-alerts.job.ts'
import { fireRisk } from './fire-risk.ts'
import { acknowledgeAlert, actOnAlertWith, analyseAlert, resolveAlert } from './handle-alert.ts'
import { createAlertRule, requireSense, updateAlertRule } from './save-alert-rule.ts'

/** Days that a rule is tried on at once: each is judged with its own past. */
const MOST_TRIED_DAYS = 1_100

export function mountAlerting(app: AppContext): void {
  mountAction(app, listAlertRules, async ({ params }, scope) => {
    await requirePlan(scope, params.planId)
    return { items: await readAlertRules(scope, params.planId) }
  })
  mountAction(app, createRoute, ({ params, body }, scope) =>
    createAlertRule(scope, params.planId, app.ids(), body),
  )
  mountAction(app, updateRoute, ({ params, body }, scope) =>
    updateAlertRule(scope, params.planId, params.ruleId, body),
  )
  mountAction(app, deleteAlertRule, ({ params }, scope) =>
    deleteAlertRuleRow(scope, params.planId, params.ruleId),
  )
  mountAction(app, backTestAlertRule, async ({ params, body, principal }, scope) => {
    await requirePlan(scope, params.planId)
    await requireSense(scope, params.planId, body)
    requireAskable(body.period, 'body.period', MOST_TRIED_DAYS)
    return tryAlertRule(scope, params.planId, body, body.period, principal.workspace.timeZone)
  })
  mountAction(app, evaluateAlerts, async ({ params, principal, now }, scope) => {
    requireCan(principal, 'record.update', { entity: 'task', fields: ['remark'] })
    await requirePlan(scope, params.planId)
    const { timeZone } = principal.workspace
    return { fired: await evaluateAlertRules(app, scope, params.planId, localToday(now, timeZone), timeZone) }
  })

  mountAction(app, fireRoute, ({ params, body, principal, now }, scope) => {
    requireCan(principal, 'record.create', { entity: 'task', fields: ['name'] })
    return fireRisk(app, scope, params, body, localToday(now, principal.workspace.timeZone))
  })

  mountAction(app, listAlerts, ({ query }, scope) => readAlerts(scope, query))
  mountAction(app, getAlert, ({ params, principal }, scope) =>
    readAlert(scope, params.alertId, principal.workspace.timeZone),
  )
  mountAction(app, acknowledgeRoute, async ({ params, principal }, scope) => {
    requireCan(principal, 'record.update', { entity: 'issue', fields: ['state'] })
    await acknowledgeAlert(scope, params.alertId)
    return readAlert(scope, params.alertId, principal.workspace.timeZone)
  })
  mountAction(app, analyseRoute, ({ params, principal }, scope) => {
    requireCan(principal, 'record.create', { entity: 'root_cause', fields: ['name'] })
    return analyseAlert(scope, params.alertId)
  })
  mountAction(app, actOnAlert, async ({ params, body, principal }, scope) => {
    requireCan(principal, 'record.create', { entity: 'task', fields: ['name'] })
    await actOnAlertWith(scope, params.alertId, body, principal.workspace.timeZone)
    return readAlert(scope, params.alertId, principal.workspace.timeZone)
  })
  mountAction(app, resolveRoute, async ({ params, body, principal }, scope) => {
    requireCan(principal, 'record.update', { entity: 'issue', fields: ['state'] })
    await resolveAlert(scope, params.alertId, body.resolution)
    return readAlert(scope, params.alertId, principal.workspace.timeZone)
  })

  app.jobs.eachWorkspace(evaluateEveryMorning(app))
  const afterFacts = app.jobs.queue(evaluateAfterFacts(app))
  app.factsWritten.listen((workspaceId) => void afterFacts.ask(workspaceId, { workspaceId }))
}
