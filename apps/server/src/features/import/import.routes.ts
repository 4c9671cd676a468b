import { createHash } from 'node:crypto'
import {
  confirmImport as confirmRoute, createImport, discardImport, MAX_UPLOAD_BYTES, UploadFields, getImport, listImports, previewUndo, undoImport as undoRoute, updateImport,
} from '@yingce/contracts/import/import'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import { mountAction, mountOpen } from '../../http/mount-route.ts'
import { requirePlan } from '../../records/read-records.ts'
import { compareWithPlan, comparisonView } from './compare-with-plan.ts'
import { confirmImport } from './confirm-import.ts'
import { changeDraft } from './change-draft.ts'
import { readImportPage } from './import-list.read.ts'
import { deleteDraft, insertImport, lockImportBatch, readImportBatch, readRemembered } from './import.store.ts'
import { importView } from './import-view.ts'
import { readUpload } from './read-upload.ts'
import { receiveUpload } from './receive-upload.ts'
import { previewUndoOf, undoImport } from './undo-import.ts'

async function view(scope: Scope, id: string) {
  const batch = await readImportBatch(scope, id)
  const isMerge = batch.state === 'draft' && batch.planId !== null
  return importView(batch, isMerge && batch.planId !== null ? comparisonView(await compareWithPlan(scope, batch, batch.planId)) : null)
}

export function mountImports(app: AppContext): void {
  mountOpen(app, createImport, async ({ request, inWorkspace }) => {
    const { bytes, fileName, fields } = await receiveUpload(request, UploadFields, MAX_UPLOAD_BYTES)
    const remembered = await inWorkspace(async (scope) => {
      if (fields.planId !== undefined) await requirePlan(scope, fields.planId)
      return readRemembered(scope)
    })
    // The file is read outside any transaction: it may take long, and holds no lock meanwhile.
    const read = await readUpload({ bytes, fileName, encoding: null, choices: {}, answers: {}, remembered }, abortedWith(request.raw))
    const id = app.ids()
    return inWorkspace(async (scope) => {
      await insertImport(scope, { id, bytes, hash: createHash('sha256').update(bytes).digest(), fileName, planId: fields.planId ?? null }, read)
      return view(scope, id)
    })
  })
  mountAction(app, listImports, ({ query }, scope) => readImportPage(scope, query))
  mountAction(app, getImport, ({ params }, scope) => view(scope, params.importId))
  mountOpen(app, updateImport, async ({ params, body, inWorkspace }) => {
    await changeDraft(params.importId, body, inWorkspace)
    return inWorkspace((scope) => view(scope, params.importId))
  })
  mountAction(app, confirmRoute, async ({ params, body }, scope) => {
    await confirmImport(scope, params.importId, body, app.ids)
    return view(scope, params.importId)
  })
  mountAction(app, previewUndo, ({ params }, scope) => previewUndoOf(scope, params.importId))
  mountAction(app, undoRoute, async ({ params, body }, scope) => {
    await undoImport(scope, params.importId, body.takeBack)
    return view(scope, params.importId)
  })
  mountAction(app, discardImport, async ({ params }, scope) => {
    await lockImportBatch(scope, params.importId, 'draft')
    await deleteDraft(scope, params.importId)
  })
}

/** Aborts when the person gives up: the reading process ends with the request. */
function abortedWith(request: { once(event: 'close', listener: () => void): unknown; readonly complete: boolean; readonly socket: { readonly destroyed: boolean } }): AbortSignal {
  const controller = new AbortController()
  request.once('close', () => {
    if (request.socket.destroyed) controller.abort(new Error('The request was given up'))
  })
  return controller.signal
}
