import { z } from 'zod'
import { Id, LocalDate, LocaleCode } from '../common.ts'
import { defineRoute } from '../route.ts'

const PlanParams = z.strictObject({ planId: Id })

export const exportWorkbook = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/workbook',
  operationId: 'exportWorkbook',
  tag: 'export',
  permission: 'export.run',
  summary:
    'The plan as the team’s workbook: tracker, execution detail, effect analysis, and what else it holds',
  params: PlanParams,
  query: z.strictObject({ locale: LocaleCode.default('zh-CN') }),
  binary: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    description: 'XLSX with hidden record ids',
  },
})

/** Documents of a plan that are made of its data (docs/domain/documents.md). */
export const PLAN_DOCUMENTS = [
  'effect-evaluation',
  'weekly',
  'retrospective',
  'effect-analysis',
  'effect-review',
] as const
export type PlanDocument = (typeof PLAN_DOCUMENTS)[number]

/** Formats of a document; each is editable but `pdf`. */
export const DOCUMENT_FORMATS = ['docx', 'pptx', 'pdf', 'xlsx'] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'

export const FORMAT_TYPES: Readonly<Record<DocumentFormat, string>> = {
  docx: `${OPEN_XML}.wordprocessingml.document`,
  pptx: `${OPEN_XML}.presentationml.presentation`,
  pdf: 'application/pdf',
  xlsx: `${OPEN_XML}.spreadsheetml.sheet`,
}

const DocumentQuery = z.strictObject({
  locale: LocaleCode.default('zh-CN'),
  format: z.enum(DOCUMENT_FORMATS).default('docx'),
})

export const exportDocument = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/documents/{document}',
  operationId: 'exportDocument',
  tag: 'export',
  permission: 'export.run',
  summary:
    'A document made of the plan’s data: effect evaluation, weekly report, retrospective, effect analysis or effect review',
  params: z.strictObject({ planId: Id, document: z.enum(PLAN_DOCUMENTS) }),
  query: DocumentQuery.extend({
    /** Any day of the week that a weekly report is of; absent: this week. */
    day: LocalDate.optional(),
  }),
  binary: { contentType: 'application/octet-stream', description: 'DOCX, PPTX, PDF or XLSX' },
})

export const exportMinutes = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/meetings/{meetingId}/minutes',
  operationId: 'exportMinutes',
  tag: 'export',
  permission: 'export.run',
  summary: 'The minutes 会议纪要 of a meeting',
  params: z.strictObject({ planId: Id, meetingId: Id }),
  query: DocumentQuery,
  binary: { contentType: 'application/octet-stream', description: 'DOCX, PPTX, PDF or XLSX' },
})
