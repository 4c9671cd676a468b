import { exportWorkbook } from '@yingce/contracts/export/export'
import { workbookDocumentOf } from '@yingce/domain/sheets/export/workbook-document-of'
import { writeWorkbook } from '@yingce/office/sheet-io/write-workbook'
import type { AppContext } from '../../app-context.ts'
import { mountFile } from '../../http/mount-route.ts'
import { localToday } from '../../identity/local-today.ts'
import { exportFileName } from './file-name.ts'
import { readPlanExport } from './plan-export.read.ts'

export function mountExports(app: AppContext): void {
  mountFile(app, exportWorkbook, async ({ params, query, principal, now, inWorkspace }) => {
    const exported = await inWorkspace((scope) => readPlanExport(scope, params.planId))
    const bytes = await writeWorkbook(workbookDocumentOf(exported, { locale: query.locale, exportId: app.ids() }))
    return { body: Buffer.from(bytes), fileName: exportFileName([exported.plan.name, localToday(now, principal.workspace.timeZone)], 'xlsx') }
  })
}
