import { exportReview, exportWorkbook } from '@yingce/contracts/export/export'
import { effectEvaluationReport } from '@yingce/domain/review/document/effect-evaluation-report'
import { REPORT_WORDS } from '@yingce/domain/review/document/report-words'
import { workbookDocumentOf } from '@yingce/domain/sheets/export/workbook-document-of'
import { writeInWorker } from '@yingce/office/write/write-in-worker'
import type { AppContext } from '../../app-context.ts'
import { mountFile } from '../../http/mount-route.ts'
import { localNow, localToday } from '../../identity/local-today.ts'
import { boardOf } from '../board/board.read.ts'
import { readPlanRecords } from '../board/plan-records.read.ts'
import { exportFileName } from './file-name.ts'
import { readPlanExport } from './plan-export.read.ts'

export function mountExports(app: AppContext): void {
  mountFile(app, exportWorkbook, async ({ params, query, principal, now, inWorkspace }) => {
    const exported = await inWorkspace((scope) => readPlanExport(scope, params.planId))
    const document = workbookDocumentOf(exported, { locale: query.locale, exportId: app.ids() })
    const bytes = await writeInWorker({ kind: 'workbook', document })
    return {
      body: Buffer.from(bytes),
      fileName: exportFileName([exported.plan.name, localToday(now, principal.workspace.timeZone)], 'xlsx'),
    }
  })
  mountFile(app, exportReview, async ({ params, query, principal, now, inWorkspace }) => {
    const records = await inWorkspace((scope) => readPlanRecords(scope, params.planId))
    const moment = localNow(now, principal.workspace.timeZone)
    const document = effectEvaluationReport(boardOf(records, moment), records.plan, { locale: query.locale })
    const fileName = exportFileName(
      [REPORT_WORDS[query.locale].title, records.plan.name, moment.slice(0, 10)],
      'docx',
    )
    return { body: Buffer.from(await writeInWorker({ kind: 'docx', document })), fileName }
  })
}
