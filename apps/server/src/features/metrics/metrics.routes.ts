import { listAdjustmentEffects } from '@yingce/contracts/metrics/adjustment-effect'
import {
  createMetricDefinition,
  listMetricDefinitions,
  listMetricVersions,
  updateMetricDefinition,
} from '@yingce/contracts/metrics/metric-definition'
import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import {
  confirmMetricImport as confirmRoute,
  createMetricImport as createRoute,
  discardMetricImport,
  getMetricImport,
  listMetricImports,
  MAX_METRICS_BYTES,
  MetricUploadFields,
  previewMetricImport,
  previewMetricUndo,
  undoMetricImport as undoRoute,
  updateMetricImport,
} from '@yingce/contracts/metrics/metric-import'
import { queryMetrics } from '@yingce/contracts/metrics/metric-query'
import {
  listMetricSources,
  updateMetricSource as updateSourceRoute,
} from '@yingce/contracts/metrics/metric-source'
import type { AppContext } from '../../app-context.ts'
import { vacuumSoon } from '../../db/vacuum-soon.ts'
import { receiveUpload } from '../../files/receive-upload.ts'
import { whileConnected } from '../../files/while-connected.ts'
import { requireAskable } from '../../http/asked-period.ts'
import { mountAction, mountOpen } from '../../http/mount-route.ts'
import { Refusal } from '../../http/refusal.ts'
import { localToday } from '../../identity/local-today.ts'
import { readAdjustmentEffects } from './query/adjustment-effects.read.ts'
import { changeMetricImport } from './import/change-metric-import.ts'
import { clearAfterImport, clearEveryNight } from './import/clear-staging.job.ts'
import { confirmMetricImport } from './import/confirm-metric-import.ts'
import { createMetricImport } from './import/create-metric-import.ts'
import { readImportEffect, readUndoEffect } from './import/import-effect.read.ts'
import { createMetric, updateMetric } from './dictionary/define-metric.ts'
import {
  readDictionaryFor,
  readMetricDefinitions,
  readMetricVersions,
} from './dictionary/metric-dictionary.read.ts'
import { metricImportView } from './import/metric-import-view.ts'
import { deleteMetricDraft, lockMetricImport } from './import/metric-import.store.ts'
import { readMetricImportPage } from './import/metric-imports.read.ts'
import { readMetricSources } from './source/metric-sources.read.ts'
import { queryFacts } from './query/query-facts.read.ts'
import { undoMetricImport } from './import/undo-metric-import.ts'
import { updateMetricSource } from './source/update-metric-source.ts'
import { upsertFacts } from './import/upsert-facts.ts'

/** From this many facts on the database's statistics are renewed at once: without them it takes the wrong index. */
const MANY_FACTS = 10_000

export function mountMetrics(app: AppContext): void {
  mountAction(app, listAdjustmentEffects, async ({ params, principal, now }, scope) => ({
    items: await readAdjustmentEffects(scope, params.planId, localToday(now, principal.workspace.timeZone)),
  }))
  const renewStatistics = (facts: number) => {
    if (facts < MANY_FACTS) return
    for (const table of ['fact_row', 'metric_key', 'metric_day', 'metric_month', 'metric_source'])
      vacuumSoon(app.db, table)
  }
  app.jobs.eachWorkspace(clearEveryNight)
  const clearing = app.jobs.queue(clearAfterImport(app))
  app.factsWritten.listen((workspaceId) => void clearing.ask(workspaceId, { workspaceId }))
  mountOpen(app, createRoute, async ({ request, inWorkspace }) => {
    const upload = await receiveUpload(request, MetricUploadFields, MAX_METRICS_BYTES)
    const id = app.ids()
    await whileConnected(request, (signal) =>
      inWorkspace((scope) => createMetricImport(scope, id, upload, signal)),
    )
    return inWorkspace((scope) => metricImportView(scope, id))
  })
  mountAction(app, listMetricImports, ({ query }, scope) => readMetricImportPage(scope, query))
  mountAction(app, getMetricImport, ({ params }, scope) => metricImportView(scope, params.importId))
  mountAction(app, previewMetricImport, ({ params }, scope) => readImportEffect(scope, params.importId))
  mountAction(app, previewMetricUndo, ({ params }, scope) => readUndoEffect(scope, params.importId))
  mountOpen(app, updateMetricImport, async ({ params, body, request, inWorkspace }) => {
    await whileConnected(request, (signal) => changeMetricImport(params.importId, body, inWorkspace, signal))
    return inWorkspace((scope) => metricImportView(scope, params.importId))
  })
  mountAction(app, confirmRoute, async ({ params, request }, scope) => {
    const { written } = await whileConnected(request, (signal) =>
      confirmMetricImport(scope, params.importId, app.ids, signal),
    )
    scope.afterCommit(() => renewStatistics(written))
    scope.afterCommit(() => app.factsWritten.tell(scope.workspaceId))
    return metricImportView(scope, params.importId)
  })
  mountAction(app, undoRoute, async ({ params }, scope) => {
    await undoMetricImport(scope, params.importId)
    scope.afterCommit(() => app.factsWritten.tell(scope.workspaceId))
    return metricImportView(scope, params.importId)
  })
  mountAction(app, discardMetricImport, async ({ params }, scope) => {
    await lockMetricImport(scope, params.importId, 'draft')
    await deleteMetricDraft(scope, params.importId)
  })
  mountAction(app, upsertMetricFacts, async ({ body }, scope) => {
    const answer = await upsertFacts(scope, body, app.ids)
    scope.afterCommit(() => renewStatistics(answer.written))
    scope.afterCommit(() => app.factsWritten.tell(scope.workspaceId))
    return answer
  })
  mountAction(app, queryMetrics, async ({ body }, scope) => {
    requireAskable(body.period, 'body.period')
    if (typeof body.compareTo === 'object') requireAskable(body.compareTo, 'body.compareTo')
    return queryFacts(scope, body, await readDictionaryFor(scope, body.metrics))
  })
  mountAction(app, listMetricDefinitions, (_call, scope) => readMetricDefinitions(scope))
  mountAction(app, listMetricVersions, async ({ params }, scope) => {
    const items = await readMetricVersions(scope, params.metricKey)
    if (items.length === 0) throw new Refusal('not_found')
    return { items }
  })
  mountAction(app, createMetricDefinition, ({ body }, scope) => createMetric(scope, body))
  mountAction(app, updateMetricDefinition, ({ params, body }, scope) =>
    updateMetric(scope, params.metricKey, body),
  )
  mountAction(app, listMetricSources, async (_call, scope) => ({ items: await readMetricSources(scope) }))
  mountAction(app, updateSourceRoute, ({ params, body }, scope) =>
    updateMetricSource(scope, params.sourceId, body),
  )
}
