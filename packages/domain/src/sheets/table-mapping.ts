import { markColumn } from './export-marks.ts'
import type { HeaderFrame } from './find-header.ts'
import { type HeaderText, headerText } from './header-text.ts'
import type { LayoutColumn, SheetLayout } from './layout.ts'
import type { HeaderMatch } from './match-header.ts'
import type { SheetKind } from './sheet-kind.ts'

/** What a user says about one sheet; whatever is left out is guessed. */
export interface SheetMapping {
  /** From 1. */
  readonly headerRow?: number
  readonly kind?: SheetKind
  /** Field by column (from 1); null = leave the column out. */
  readonly columns?: Readonly<Record<number, string | null>>
}

export interface MappedColumn {
  readonly index: number
  readonly header: HeaderText
  readonly column: LayoutColumn
  readonly match: HeaderMatch['match'] | 'chosen'
  readonly confidence: number
}

/**
 * The columns of a team sheet after the user's word: a field he gave to a column
 * is taken from the column that had it before.
 */
export function mapColumns(
  frame: HeaderFrame,
  layout: SheetLayout,
  matches: readonly (HeaderMatch | null)[],
  chosen: SheetMapping['columns'],
): readonly MappedColumn[] {
  const given = new Map(Object.entries(chosen ?? {}).map(([index, field]) => [Number(index), field] as const))
  const taken = new Set([...given.values()].filter((field) => field !== null))
  return frame.headers.flatMap((header, position): MappedColumn[] => {
    const index = position + 1
    const field = given.get(index)
    if (field === null) return []
    if (field !== undefined) {
      const column = layout.columns.find((candidate) => candidate.field === field)
      return column === undefined
        ? []
        : [{ index, header: header ?? headerText(''), column, match: 'chosen', confidence: 1 }]
    }
    const mark = header === null ? null : markColumn(header.written)
    if (header !== null && mark !== null)
      return [{ index, header, column: mark, match: 'exact', confidence: 1 }]
    const match = matches[position] ?? null
    if (header === null || match === null || taken.has(match.column.field)) return []
    return [{ index, header, column: match.column, match: match.match, confidence: match.confidence }]
  })
}

/**
 * Key under which a mapping is remembered: the header words in order, without
 * width, case, spaces and line breaks. The same sheet next month has the same key.
 */
export function headerFingerprint(headers: readonly (HeaderText | null)[]): string {
  return headers
    .map((header) => header?.folded ?? '')
    .join('|')
    .replace(/\|+$/, '')
}
