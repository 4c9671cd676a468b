import { createHash } from 'node:crypto'
import {
  confirmImport as confirmRoute,
  createImport,
  discardImport,
  MAX_UPLOAD_BYTES,
  UploadFields,
  getImport,
  listImports,
  previewUndo,
  undoImport as undoRoute,
  updateImport,
} from '@yingce/contracts/import/import'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import { vacuumSoon } from '../../db/vacuum-soon.ts'
import { mountAction, mountOpen } from '../../http/mount-route.ts'
import { whileConnected } from '../../files/while-connected.ts'
import { hasPlan, requirePlan } from '../../records/read-records.ts'
import { compareWithPlan } from './compare-with-plan.ts'
import { comparisonView } from './comparison-view.ts'
import { confirmImport } from './confirm-import.ts'
import { changeDraft } from './change-draft.ts'
import { readImportPage } from './import-list.read.ts'
import {
  deleteDraft,
  insertImport,
  lockImportBatch,
  type Reading,
  readImportBatch,
  readRemembered,
} from './import.store.ts'
import { importView } from './import-view.ts'
import { readUpload } from './read-upload.ts'
import { receiveUpload } from '../../files/receive-upload.ts'
import { takeTurns } from '../../files/take-turns.ts'
import { previewUndoOf, undoImport } from './undo-import.ts'

/** From this many rows on the database's statistics are renewed at once: without them it takes the wrong index. */
const MANY_ROWS = 1_000

/** A whole workbook lies in memory, in ours and the database's, while it is written: more at once are not sooner done. */
const inConfirmTurn = takeTurns(2)

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function view(scope: Scope, id: string) {
  const batch = await readImportBatch(scope, id)
  const isMerge = batch.state === 'draft' && batch.planId !== null
  return importView(
    batch,
    isMerge && batch.planId !== null
      ? comparisonView(await compareWithPlan(scope, batch, batch.planId))
      : null,
  )
}

export function mountImports(app: AppContext): void {
  mountOpen(app, createImport, async ({ request, inWorkspace }) => {
    const { bytes, fileName, fields } = await receiveUpload(request, UploadFields, MAX_UPLOAD_BYTES)
    const remembered = await inWorkspace(async (scope) => {
      if (fields.planId !== undefined) await requirePlan(scope, fields.planId)
      return readRemembered(scope)
    })
    // The file is read outside any transaction: it may take long, and holds no lock meanwhile.
    const read = await whileConnected(request, (signal) =>
      readUpload({ bytes, fileName, encoding: null, choices: {}, answers: {}, remembered }, signal),
    )
    const id = app.ids()
    return inWorkspace(async (scope) => {
      const planId = fields.planId ?? (await planOfMark(scope, read))
      await insertImport(
        scope,
        { id, bytes, hash: createHash('sha256').update(bytes).digest(), fileName, planId },
        read,
      )
      return view(scope, id)
    })
  })
  mountAction(app, listImports, ({ query }, scope) => readImportPage(scope, query))
  mountAction(app, getImport, ({ params }, scope) => view(scope, params.importId))
  mountOpen(app, updateImport, async ({ params, body, request, inWorkspace }) => {
    await whileConnected(request, (signal) => changeDraft(params.importId, body, inWorkspace, signal))
    return inWorkspace((scope) => view(scope, params.importId))
  })
  mountOpen(app, confirmRoute, ({ params, body, inWorkspace }) =>
    inConfirmTurn(() =>
      inWorkspace(async (scope) => {
        const written = await confirmImport(scope, params.importId, body, app.ids)
        for (const [entity, count] of Object.entries(written))
          if (count >= MANY_ROWS) scope.afterCommit(() => vacuumSoon(app.db, entity))
        return view(scope, params.importId)
      }),
    ),
  )
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

/** A workbook that we exported goes back into its plan, unless the person says otherwise; the mark of a plan that is not here says nothing. */
async function planOfMark(scope: Scope, { reading }: Reading): Promise<string | null> {
  const planId = reading.exportMark?.planId.toLowerCase() ?? ''
  return UUID.test(planId) && (await hasPlan(scope, planId)) ? planId : null
}
