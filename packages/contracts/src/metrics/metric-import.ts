import { z } from 'zod'
import { CurrencyCode, Id, Instant, LocalDate } from '../common.ts'
import { ImportColumn, ImportProblem } from '../import/import.ts'
import {
  FILE_ERRORS,
  FileEncodingName,
  MOST_TABLE_CHOICES,
  TableChoice,
} from '../import/uploaded-table-file.ts'
import { defineRoute } from '../route.ts'

/** Largest upload of metrics, bytes: a million rows of an advertising platform. */
export const MAX_METRICS_BYTES = 160 * 1024 * 1024

const Period = z.object({ from: LocalDate, to: LocalDate })
const Sums = z.record(z.string(), z.union([z.string(), z.number()]))

export const MetricTable = z.object({
  sheet: z.string(),
  /** Several tables of a sheet count from 0. */
  position: z.number().int(),
  kind: z.string(),
  /** Platform, null when none was recognised. */
  preset: z.string().nullable(),
  /** Its rows become facts. */
  isTaken: z.boolean(),
  headerRow: z.number().int().nullable(),
  rowCount: z.number().int(),
  excluded: z.array(z.object({ row: z.number().int(), reason: z.string() })),
  columns: z.array(ImportColumn),
  period: Period.nullable(),
  /** Money as decimal text of the main unit, counts as numbers. */
  totals: Sums,
})

/** What a file does not say and nobody may guess. */
export const MetricQuestion = z.object({
  /** `date`: the rows have no day. `currency`: several currencies in one file cannot be answered, the file has to be split. */
  answer: z.enum(['date', 'currency']),
  /** Rows that wait. */
  count: z.number().int(),
})

export const MetricImportSummary = z.object({
  id: Id,
  kind: z.enum(['file', 'api']),
  state: z.enum(['draft', 'applied', 'undone']),
  fileName: z.string().nullable(),
  fileBytes: z.number().int().nullable(),
  /** SHA-256, hex. */
  fileHash: z.string().nullable(),
  sourceId: Id.nullable(),
  sourceName: z.string(),
  preset: z.string().nullable(),
  rowCount: z.number().int(),
  excludedCount: z.number().int(),
  /** Facts that the rows become: rows of one key, day and hour are one. */
  factCount: z.number().int(),
  period: Period.nullable(),
  /** Facts it wrote, of them in place of others; facts that were there already. */
  writtenCount: z.number().int(),
  replacedCount: z.number().int(),
  unchangedCount: z.number().int(),
  by: z.string().nullable(),
  createdAt: Instant,
  appliedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
})
export type MetricImportSummary = z.infer<typeof MetricImportSummary>

export const MetricImportView = MetricImportSummary.extend({
  format: z.string().nullable(),
  encoding: z.string().nullable(),
  currency: z.string(),
  /** Nothing in the file says so: the source's, else the workspace's usual one. */
  isCurrencyAssumed: z.boolean(),
  tables: z.array(MetricTable),
  /** Sums of the facts by day and metric, money in the main unit. */
  byDay: z.record(z.string(), z.record(z.string(), z.number())),
  problems: z.array(ImportProblem),
  problemCount: z.number().int(),
  questions: z.array(MetricQuestion),
  /** An applied import of the same bytes into the same source; confirming again changes nothing. */
  sameAs: Id.nullable(),
})
export type MetricImportView = z.infer<typeof MetricImportView>

const ImportParams = z.strictObject({ importId: Id })

const SourceName = z.string().trim().min(1).max(120)
const Choices = {
  /** Name of the source; one that is not there yet is made on confirming. */
  source: SourceName.optional(),
  encoding: FileEncodingName.nullable().optional(),
  /** Day of figures whose rows have no date. */
  date: LocalDate.nullable().optional(),
  currency: CurrencyCode.nullable().optional(),
}

export const MetricUploadFields = z.strictObject({
  source: Choices.source,
  encoding: FileEncodingName.optional(),
  date: LocalDate.optional(),
  currency: CurrencyCode.optional(),
})

export const createMetricImport = defineRoute({
  method: 'POST',
  path: '/api/metrics/imports',
  operationId: 'createMetricImport',
  tag: 'metrics',
  permission: 'import.run',
  summary: 'Upload an export of metrics and read it; nothing counts before it is confirmed',
  status: 201,
  upload: { maxBytes: MAX_METRICS_BYTES },
  body: MetricUploadFields,
  response: MetricImportView,
  errors: [...FILE_ERRORS],
})

export const listMetricImports = defineRoute({
  method: 'GET',
  path: '/api/metrics/imports',
  operationId: 'listMetricImports',
  tag: 'metrics',
  permission: 'record.read',
  summary: 'Imports and pushes of metrics, newest first',
  query: z.strictObject({
    sourceId: Id.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: Id.optional(),
  }),
  response: z.object({ items: z.array(MetricImportSummary), nextCursor: Id.nullable() }),
})

export const getMetricImport = defineRoute({
  method: 'GET',
  path: '/api/metrics/imports/{importId}',
  operationId: 'getMetricImport',
  tag: 'metrics',
  permission: 'record.read',
  summary: 'One import with its tables, sums by day, problems and questions',
  params: ImportParams,
  response: MetricImportView,
})

export const updateMetricImport = defineRoute({
  method: 'PATCH',
  path: '/api/metrics/imports/{importId}',
  operationId: 'updateMetricImport',
  tag: 'metrics',
  permission: 'import.run',
  summary: 'Change source, encoding, header row, columns, date or currency of a draft; reads the file again',
  params: ImportParams,
  body: z.strictObject({
    ...Choices,
    tables: z
      .array(TableChoice.extend({ isTaken: z.boolean().optional() }))
      .max(MOST_TABLE_CHOICES)
      .optional(),
  }),
  response: MetricImportView,
  errors: ['wrong_state', ...FILE_ERRORS],
})

export const confirmMetricImport = defineRoute({
  method: 'POST',
  path: '/api/metrics/imports/{importId}/confirm',
  operationId: 'confirmMetricImport',
  tag: 'metrics',
  permission: 'import.run',
  summary: 'Write all facts or none: a day that was there is replaced and kept for undoing',
  params: ImportParams,
  body: z.strictObject({}),
  response: MetricImportView,
  errors: ['wrong_state', 'import_question_open', 'rule_violated'],
})

export const undoMetricImport = defineRoute({
  method: 'POST',
  path: '/api/metrics/imports/{importId}/undo',
  operationId: 'undoMetricImport',
  tag: 'metrics',
  permission: 'import.undo',
  summary:
    'Take an import back: what it replaced returns, what a later import replaced stays as that one left it',
  params: ImportParams,
  body: z.strictObject({}),
  response: MetricImportView,
  errors: ['wrong_state'],
})

export const discardMetricImport = defineRoute({
  method: 'DELETE',
  path: '/api/metrics/imports/{importId}',
  operationId: 'discardMetricImport',
  tag: 'metrics',
  permission: 'import.run',
  summary: 'Throw a draft away',
  params: ImportParams,
  errors: ['wrong_state'],
})

export const previewMetricImport = defineRoute({
  method: 'GET',
  path: '/api/metrics/imports/{importId}/effect',
  operationId: 'previewMetricImport',
  tag: 'metrics',
  permission: 'record.read',
  summary: 'What confirming a draft would do to the facts of its source',
  params: ImportParams,
  response: z.object({
    added: z.number().int(),
    replaced: z.number().int(),
    unchanged: z.number().int(),
  }),
  errors: ['wrong_state'],
})

export const previewMetricUndo = defineRoute({
  method: 'GET',
  path: '/api/metrics/imports/{importId}/undo',
  operationId: 'previewMetricUndo',
  tag: 'metrics',
  permission: 'record.read',
  summary: 'What taking an applied import back would do',
  params: ImportParams,
  response: z.object({
    /** Its facts that still count: they go. */
    removed: z.number().int(),
    /** Facts that it had replaced: they return. */
    returned: z.number().int(),
    /** Its facts that a later import replaced: that one stays as it is. */
    superseded: z.number().int(),
  }),
  errors: ['wrong_state'],
})
