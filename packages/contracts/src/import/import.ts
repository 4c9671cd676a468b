import { SHEET_KINDS } from '@yingce/domain/sheets/sheet-kind'
import { z } from 'zod'
import { Id, Instant, LocalDate } from '../common.ts'
import { defineRoute } from '../route.ts'
import { FILE_ERRORS, FileEncodingName, MOST_TABLE_CHOICES, TableChoice } from './uploaded-table-file.ts'

/** Largest upload, bytes. */
export const MAX_UPLOAD_BYTES = 32 * 1024 * 1024

export const TableKind = z.enum(SHEET_KINDS)

/** One thing to look at, with its place; `params` fill the sentence for `code`. */
export const ImportProblem = z.object({
  sheet: z.string(),
  cell: z.string().nullable(),
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  text: z.string().nullable(),
  message: z.string(),
  params: z.record(z.string(), z.unknown()),
})

export const ImportColumn = z.object({
  /** 1-based column in the sheet. */
  index: z.number().int(),
  header: z.string(),
  field: z.string().nullable(),
  confidence: z.number(),
})

export const ImportPreviewRow = z.object({
  /** 1-based row in the sheet. */
  row: z.number().int(),
  phaseName: z.string().nullable(),
  values: z.record(z.string(), z.unknown()),
  unread: z.record(z.string(), z.string()),
})

export const ImportTable = z.object({
  sheet: z.string(),
  isHidden: z.boolean(),
  isIncluded: z.boolean(),
  kind: TableKind,
  entity: z.string().nullable(),
  headerRow: z.number().int().nullable(),
  rowCount: z.number().int(),
  columns: z.array(ImportColumn),
  /** Fields that a column of this table may be mapped to. */
  fieldChoices: z.array(z.string()),
  excluded: z.array(z.object({ row: z.number().int(), reason: z.string() })),
  period: z.object({ from: LocalDate, to: LocalDate }).nullable(),
  /** Sums by field: money as a decimal string in the main unit, counts as digits. */
  totals: z.record(z.string(), z.string()),
  /** The first rows as they will become (all of them up to 200). */
  rows: z.array(ImportPreviewRow),
  isRemembered: z.boolean(),
})

/** What the file does not say and nobody may guess; asked once for the whole workbook. */
export const ImportAnswers = z.object({
  year: z.number().int().min(2000).max(2100).nullable(),
  /** For dates such as 第5周周一. */
  planStart: LocalDate.nullable(),
  /** For dates such as 活动前30天. */
  eventDate: LocalDate.nullable(),
})

export const ImportQuestion = z.object({
  answer: z.enum(['year', 'planStart', 'eventDate']),
  code: z.string(),
  /** How many cells wait for it, and the first of them. */
  count: z.number().int(),
  sheet: z.string(),
  cell: z.string(),
  text: z.string(),
})

/** Three-way difference of one row when an exported sheet comes back. */
export const RowComparison = z.object({
  key: z.string(),
  sheet: z.string(),
  row: z.number().int().nullable(),
  entity: z.string(),
  recordId: Id.nullable(),
  name: z.string(),
  status: z.enum(['added', 'changed', 'conflict', 'unchanged', 'missing']),
  matchedBy: z.enum(['id', 'key', 'none']),
  fields: z.array(
    z.object({
      field: z.string(),
      base: z.unknown(),
      theirs: z.unknown(),
      ours: z.unknown(),
      /** Text of a cell that could not be read: `theirs` is null then. */
      text: z.string().nullable(),
      /** Waits for a person: changed on both sides to different values, or a text nobody can read would replace a value. */
      isConflict: z.boolean(),
    }),
  ),
})

export const ImportView = z.object({
  id: Id,
  state: z.enum(['draft', 'confirmed', 'undone']),
  fileName: z.string(),
  fileBytes: z.number().int(),
  format: z.string(),
  encoding: z.string().nullable(),
  createdAt: Instant,
  confirmedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
  by: z.string().nullable(),
  planId: Id.nullable(),
  planName: z.string().nullable(),
  suggestedPlanName: z.string(),
  tables: z.array(ImportTable),
  /** Up to 1,000, the worst first where there are more; `problemCount` counts all. */
  problems: z.array(ImportProblem),
  problemCount: z.number().int(),
  questions: z.array(ImportQuestion),
  answers: ImportAnswers,
  /** Present when the target is an existing plan. */
  comparison: z
    .object({
      counts: z.object({
        added: z.number().int(),
        changed: z.number().int(),
        conflict: z.number().int(),
        unchanged: z.number().int(),
        missing: z.number().int(),
        /** Rows that say something else in a cell which a metric computes; the cell is left as it is. */
        computed: z.number().int(),
      }),
      /** Everything but the unchanged rows; over 2,000 the conflicts, then changes, additions and missing rows. The counts are of all. */
      rows: z.array(RowComparison),
    })
    .nullable(),
  /** How many records of each entity were created or changed, once confirmed. */
  created: z.record(z.string(), z.number().int()),
})
export type ImportView = z.infer<typeof ImportView>

export const ImportSummary = ImportView.pick({
  id: true,
  state: true,
  fileName: true,
  fileBytes: true,
  createdAt: true,
  confirmedAt: true,
  undoneAt: true,
  by: true,
  planId: true,
  planName: true,
  created: true,
})
export type ImportSummary = z.infer<typeof ImportSummary>

const ImportParams = z.strictObject({ importId: Id })

/** Text parts beside the file. */
export const UploadFields = z.strictObject({ planId: Id.optional() })

export const createImport = defineRoute({
  method: 'POST',
  path: '/api/imports',
  operationId: 'createImport',
  tag: 'import',
  permission: 'import.run',
  summary: 'Upload a file and read it; nothing is written to any plan before it is confirmed',
  status: 201,
  upload: { maxBytes: MAX_UPLOAD_BYTES },
  body: UploadFields,
  response: ImportView,
  errors: [...FILE_ERRORS],
})

export const listImports = defineRoute({
  method: 'GET',
  path: '/api/imports',
  operationId: 'listImports',
  tag: 'import',
  permission: 'import.run',
  summary: 'Imports of the workspace, newest first',
  query: z.strictObject({
    planId: Id.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(200).optional(),
  }),
  response: z.object({ items: z.array(ImportSummary), nextCursor: z.string().nullable() }),
})

export const getImport = defineRoute({
  method: 'GET',
  path: '/api/imports/{importId}',
  operationId: 'getImport',
  tag: 'import',
  permission: 'import.run',
  summary: 'One import with its preview',
  params: ImportParams,
  response: ImportView,
})

export const updateImport = defineRoute({
  method: 'PATCH',
  path: '/api/imports/{importId}',
  operationId: 'updateImport',
  tag: 'import',
  permission: 'import.run',
  summary:
    'Change mapping, header row, kind, encoding, target plan or answer a question; reads the file again',
  params: ImportParams,
  body: z.strictObject({
    answers: ImportAnswers.partial().strict().optional(),
    encoding: FileEncodingName.nullable().optional(),
    /** Existing plan to merge into; null: a new plan. */
    planId: Id.nullable().optional(),
    tables: z
      .array(TableChoice.extend({ isIncluded: z.boolean().optional(), kind: TableKind.optional() }))
      .max(MOST_TABLE_CHOICES)
      .optional(),
  }),
  response: ImportView,
  errors: ['wrong_state', ...FILE_ERRORS],
})

export const confirmImport = defineRoute({
  method: 'POST',
  path: '/api/imports/{importId}/confirm',
  operationId: 'confirmImport',
  tag: 'import',
  permission: 'import.run',
  summary: 'Write everything or nothing; the mapping is remembered',
  params: ImportParams,
  body: z.strictObject({
    planName: z.string().trim().min(1).max(120).optional(),
    /** Merging into an existing plan: what is not named follows `otherwise`. */
    decisions: z
      .strictObject({
        otherwise: z
          .enum(['accept-without-conflict', 'accept-all', 'skip'])
          .default('accept-without-conflict'),
        rows: z
          .array(
            z.strictObject({
              key: z.string().max(300),
              accept: z.boolean(),
              /** Only these fields; absent: all of the row. */
              fields: z.array(z.string().max(60)).optional(),
            }),
          )
          .max(20_000)
          .default([]),
      })
      .optional(),
  }),
  response: ImportView,
  errors: ['wrong_state', 'import_question_open', 'rule_violated'],
})

/** A record of the import that somebody changed since. */
export const ChangedSince = z.object({
  entity: z.string(),
  recordId: Id,
  name: z.string(),
  by: z.string().nullable(),
  at: Instant,
  changes: z.array(z.object({ field: z.string(), imported: z.unknown(), current: z.unknown() })),
})

export const previewUndo = defineRoute({
  method: 'GET',
  path: '/api/imports/{importId}/undo',
  operationId: 'previewUndo',
  tag: 'import',
  permission: 'import.undo',
  summary: 'What taking the import back would remove, and what was changed since',
  params: ImportParams,
  response: z.object({
    removeCount: z.number().int(),
    revertCount: z.number().int(),
    changedSince: z.array(ChangedSince),
    removesPlan: z.boolean(),
  }),
  errors: ['wrong_state'],
})

export const undoImport = defineRoute({
  method: 'POST',
  path: '/api/imports/{importId}/undo',
  operationId: 'undoImport',
  tag: 'import',
  permission: 'import.undo',
  summary: 'Take the import back; what was changed since is kept unless named',
  params: ImportParams,
  body: z.strictObject({
    /** Ids of changed records to take back all the same. */
    takeBack: z.array(Id).max(20_000).default([]),
  }),
  response: ImportView,
  errors: ['wrong_state'],
})

export const discardImport = defineRoute({
  method: 'DELETE',
  path: '/api/imports/{importId}',
  operationId: 'discardImport',
  tag: 'import',
  permission: 'import.run',
  summary: 'Throw a draft away',
  params: ImportParams,
  errors: ['wrong_state'],
})
