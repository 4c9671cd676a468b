import { z } from 'zod'

/** Text encodings that a person may choose for a text file. */
export const FileEncodingName = z.enum(['utf-8', 'utf-16le', 'gb18030', 'windows-1252'])

/** Why an uploaded file of tables is refused. */
export const FILE_ERRORS = [
  'file_password_protected',
  'file_broken',
  'file_too_large',
  'file_unsupported',
  'file_empty',
  'file_no_table',
  'file_timeout',
  'payload_too_large',
] as const

/** What a person says of one table of the file; what is left out is found by reading. */
export const TableChoice = z.strictObject({
  sheet: z.string(),
  /** 1-based, in the sheet. */
  headerRow: z.number().int().min(1).optional(),
  /** Field by 1-based column; null: the column is not taken. */
  columns: z
    .array(z.strictObject({ index: z.number().int().min(1), field: z.string().max(60).nullable() }))
    .optional(),
})

/** Tables of a file that choices may name. */
export const MOST_TABLE_CHOICES = 200
