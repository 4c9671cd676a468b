import { type BoardFormat, exportChannelBoard } from '@yingce/contracts/board/channel-board'
import { exportPeriodBoard } from '@yingce/contracts/board/period-board'
import { getDocumentSections, writeDocumentSection } from '@yingce/contracts/export/document-text'
import {
  type DocumentFormat,
  exportDocument,
  exportMinutes,
  exportWorkbook,
  FORMAT_TYPES,
} from '@yingce/contracts/export/export'
import { meetingMinutes } from '@yingce/domain/review/document/meeting-minutes'
import type { ReportDocument } from '@yingce/domain/review/report-document'
import { workbookDocumentOf } from '@yingce/domain/sheets/export/workbook-document-of'
import { reportPicture } from '@yingce/office/chart-svg/report-picture'
import { writeInWorker } from '@yingce/office/write/write-in-worker'
import type { AppContext } from '../../app-context.ts'
import { type FileAnswer, mountAction, mountFile } from '../../http/mount-route.ts'
import { requireCan } from '../../http/permission.ts'
import { localNow, localToday } from '../../identity/local-today.ts'
import { boardOf } from '../board/board.read.ts'
import { readPlanRecords } from '../board/plan-records.read.ts'
import { readMeetingFigures } from '../meeting/meeting-figures.read.ts'
import { requirePlan } from '../../records/read-records.ts'
import { readDocumentSections } from './document-sections.read.ts'
import { readMeeting } from './document-records.read.ts'
import { writeDocumentText } from './document-text.store.ts'
import { exportFileName } from './file-name.ts'
import { makeBoardReport } from './make-board-report.ts'
import { makePeriodReport } from './make-period-report.ts'
import { makeDocument } from './make-document.ts'
import { readPlanExport } from './plan-export.read.ts'
import { tellWeeklyReport } from './tell-weekly-report.job.ts'

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
  mountFile(app, exportDocument, async ({ params, query, principal, now, inWorkspace }) => {
    const moment = localNow(now, principal.workspace.timeZone)
    const { locale, day, format } = query
    const report = await inWorkspace((scope) => makeDocument(scope, { ...params, locale, now: moment, day }))
    return fileOf(report, format, moment.slice(0, 10))
  })
  mountAction(app, getDocumentSections, ({ params, query, principal, now }, scope) =>
    readDocumentSections(scope, params.planId, params.document, {
      locale: query.locale,
      day: query.day,
      now: localNow(now, principal.workspace.timeZone),
    }),
  )
  mountAction(app, writeDocumentSection, async ({ params, body, principal, now }, scope) => {
    requireCan(principal, 'record.update', { entity: 'effect_review', fields: ['improvement'] })
    const moment = localNow(now, principal.workspace.timeZone)
    const { planId, document, section } = params
    const { locale, day, text, version } = body
    await requirePlan(scope, planId)
    await writeDocumentText(
      scope,
      { planId, document, locale, day: day ?? moment.slice(0, 10) },
      section,
      version,
      text,
    )
    return readDocumentSections(scope, planId, document, { locale, day, now: moment })
  })
  mountFile(app, exportChannelBoard, async ({ params, query, principal, now, inWorkspace }) => {
    const today = localToday(now, principal.workspace.timeZone)
    const report = await inWorkspace((scope) => makeBoardReport(scope, params.planId, query, today))
    return boardFileOf(report, query.format, today)
  })
  mountFile(app, exportPeriodBoard, async ({ query, principal, now, inWorkspace }) => {
    const { name: workspaceName, timeZone } = principal.workspace
    const today = localToday(now, timeZone)
    const report = await inWorkspace((scope) => makePeriodReport(scope, query, { today, workspaceName }))
    return boardFileOf(report, query.format, today)
  })
  mountFile(app, exportMinutes, async ({ params, query, principal, now, inWorkspace }) => {
    const moment = localNow(now, principal.workspace.timeZone)
    const report = await inWorkspace(async (scope) => {
      const meeting = await readMeeting(scope, params.planId, params.meetingId)
      const records = await readPlanRecords(scope, params.planId)
      const figures = await readMeetingFigures(scope, params.planId, params.meetingId, moment.slice(0, 10))
      const actions = figures.actions.map(({ name, owner, date }) => ({ name, owner, dueDate: date }))
      const input = { board: await boardOf(records, moment), plan: records.plan, meeting, figures, actions }
      return meetingMinutes(input, { locale: query.locale })
    })
    return fileOf(report, query.format, moment.slice(0, 10))
  })

  app.jobs.eachWorkspace(tellWeeklyReport(app))
}

async function boardFileOf(report: ReportDocument, format: BoardFormat, today: string): Promise<FileAnswer> {
  if (format === 'xlsx') return fileOf(report, format, today)
  return {
    body: Buffer.from(reportPicture(report)),
    fileName: exportFileName([report.title, report.subtitle ?? '', today], format),
    contentType: 'image/svg+xml',
  }
}

/** "周复盘报告-谷芽儿童奶粉上市-2026-06-10.pdf" */
async function fileOf(report: ReportDocument, format: DocumentFormat, today: string): Promise<FileAnswer> {
  const bytes = await writeInWorker({ kind: format, document: report })
  return {
    body: Buffer.from(bytes),
    fileName: exportFileName([report.title, report.subtitle ?? '', today], format),
    contentType: FORMAT_TYPES[format],
  }
}
