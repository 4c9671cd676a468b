import { z } from 'zod'
import { Id, Instant, LocalDate, LocaleCode } from '../common.ts'
import { defineRoute } from '../route.ts'

/** Documents whose sentences people may write themselves. */
export const EDITABLE_DOCUMENTS = ['weekly', 'retrospective', 'effect-analysis', 'effect-review'] as const
export type EditableDocument = (typeof EDITABLE_DOCUMENTS)[number]

const DocumentParams = z.strictObject({ planId: Id, document: z.enum(EDITABLE_DOCUMENTS) })

const Tone = z.enum(['neutral', 'good', 'warning', 'bad', 'muted'])

/** What the data give in a section, as finished texts; it stands in the document as it is. */
export const DocumentData = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('keyFigures'),
    figures: z.array(
      z.object({ label: z.string(), value: z.string(), note: z.string().nullable(), tone: Tone }),
    ),
  }),
  z.object({
    kind: z.literal('table'),
    caption: z.string().nullable(),
    columns: z.array(z.object({ title: z.string(), align: z.enum(['left', 'center', 'right']) })),
    rows: z.array(
      z.object({
        kind: z.enum(['body', 'total', 'group']),
        cells: z.array(z.object({ text: z.string(), tone: Tone })),
      }),
    ),
    note: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('chart'),
    caption: z.string().nullable(),
    /** SVG on white, as it stands in the PDF. */
    picture: z.string(),
    alternativeText: z.string(),
  }),
])
export type DocumentData = z.infer<typeof DocumentData>

export const DocumentSections = z.object({
  title: z.string(),
  /** The week of a weekly report; null for documents of the whole plan. */
  week: z.object({ start: LocalDate, end: LocalDate }).nullable(),
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** What the data give. */
      generated: z.string(),
      data: z.array(DocumentData),
      /** What stands in its place; null: nobody wrote anything. */
      written: z.string().nullable(),
      /** 0 while nobody wrote anything. */
      version: z.number().int(),
      by: z.string().nullable(),
      at: Instant.nullable(),
    }),
  ),
})
export type DocumentSections = z.infer<typeof DocumentSections>

export const getDocumentSections = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/documents/{document}/sections',
  operationId: 'getDocumentSections',
  tag: 'export',
  permission: 'record.read',
  summary: 'The sections of a document: what the data give, and what somebody wrote in its place',
  params: DocumentParams,
  query: z.strictObject({ locale: LocaleCode.default('zh-CN'), day: LocalDate.optional() }),
  response: DocumentSections,
})

export const writeDocumentSection = defineRoute({
  method: 'PUT',
  path: '/api/plans/{planId}/documents/{document}/sections/{section}',
  operationId: 'writeDocumentSection',
  tag: 'export',
  permission: 'record.update',
  summary:
    'Writes a section oneself; null takes the generated sentences again. Figures, tables and charts stay',
  params: DocumentParams.extend({ section: z.string().min(1).max(60) }),
  body: z.strictObject({
    locale: LocaleCode,
    /** Any day of the week of a weekly report. */
    day: LocalDate.optional(),
    text: z.string().max(20_000).nullable(),
    /** The version that the writer saw. */
    version: z.number().int().min(0),
  }),
  response: DocumentSections,
  errors: ['wrong_state'],
})
