import type { CellMark, CellValue, GridColumn, GridRow, Tone } from '../grid-types.ts'
import type { GridLabels } from '../labels.ts'
import { displayText, type FormatContext } from '../model/cell-format.ts'
import { cellValue } from '../model/filter-rows.ts'

export type Look = 'plain' | 'progress' | 'person' | 'status' | 'flag'

/** Everything a drawn cell depends on; two equal faces need no drawing. */
export interface DrawnFace {
  readonly text: string
  readonly tone: Tone | null
  readonly shape: string
  /** 0–1 for a bar, else null. */
  readonly share: number | null
  readonly isUnread: boolean
  readonly mark: CellMark['kind'] | null
  readonly isLocked: boolean
}

export function lookOf(column: GridColumn): Look {
  if (column.kind === 'flag') return 'flag'
  return column.look ?? (column.kind === 'choice' ? 'status' : column.kind === 'person' ? 'person' : 'plain')
}

const RIGHT: ReadonlySet<GridColumn['kind']> = new Set(['money', 'count', 'number', 'ratio'])

/** Numbers stand right so that digits line up; a bar starts at the left. */
export function alignOf(column: GridColumn): 'left' | 'right' | 'center' {
  if (column.align !== undefined) return column.align
  if (column.kind === 'flag') return 'center'
  return RIGHT.has(column.kind) && lookOf(column) === 'plain' ? 'right' : 'left'
}

/** A missing value is a dash where a figure or a date is expected, never 0; text stays blank. */
const DASHED: ReadonlySet<GridColumn['kind']> = new Set([
  'money',
  'count',
  'number',
  'ratio',
  'date',
  'dateTime',
  'quantity',
])

/** The shape that says a tone without colour. */
const SHAPES: Readonly<Record<Tone, string>> = { neutral: '○', accent: '◐', ok: '●', warn: '▲', bad: '■' }

export function faceOf(
  column: GridColumn,
  row: GridRow,
  labels: GridLabels,
  format: FormatContext,
): DrawnFace {
  const { field } = column
  const mark = row.marks?.[field] ?? null
  const isLocked =
    column.derive !== undefined ||
    column.readOnly !== undefined ||
    row.readOnly !== undefined ||
    mark?.locked === true
  const unread = row.unread?.[field]
  const base = { share: null, mark: mark?.kind ?? null, isLocked, isUnread: false, shape: '', tone: null }
  if (unread !== undefined) return { ...base, text: unread, isUnread: true }
  const value: CellValue = cellValue(column, row)
  const own = column.face?.(value, row) ?? null
  const choice = column.choices?.find((item) => item.value === value)
  const tone = own?.tone ?? choice?.tone ?? null
  const text = own?.text ?? displayText(column, value, format)
  if (lookOf(column) === 'status')
    return {
      ...base,
      text,
      tone: text === '' ? null : (tone ?? 'neutral'),
      shape: text === '' ? '' : (choice?.shape ?? SHAPES[tone ?? 'neutral']),
    }
  if (column.look === 'progress') {
    return {
      ...base,
      text: text === '' ? labels.missing : text,
      tone,
      share: typeof value === 'number' ? Math.max(0, Math.min(1, value)) : null,
    }
  }
  return {
    ...base,
    tone,
    text: text === '' && DASHED.has(column.kind) && column.derive === undefined ? labels.missing : text,
  }
}
