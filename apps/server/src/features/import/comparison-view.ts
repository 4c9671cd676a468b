import type { ImportView } from '@yingce/contracts/import/import'
import { ENTITIES } from '@yingce/domain/records/entities'
import { PHASE_FIELD, type RowComparison } from '@yingce/domain/sheets/compare-rows'
import { type ComparedRow, isUnreadable } from './compare-with-plan.ts'

type Comparison = NonNullable<ImportView['comparison']>
type RowView = Comparison['rows'][number]

/** More than anybody decides one by one; what is not shown follows the answer for all others. */
const MAX_ROWS = 2_000
const MOST_PRESSING = ['conflict', 'changed', 'added', 'missing'] as const

/** The comparison as the preview shows it; rows without a difference are only counted. */
export function comparisonView(rows: readonly ComparedRow[]): Comparison {
  const counts = { added: 0, changed: 0, conflict: 0, unchanged: 0, missing: 0, computed: 0 }
  for (const { comparison } of rows) {
    counts[comparison.state] += 1
    if ('isComputedLeft' in comparison && comparison.isComputedLeft) counts.computed += 1
  }
  const shown = rows.filter(({ comparison }) => comparison.state !== 'unchanged')
  const few =
    shown.length <= MAX_ROWS
      ? shown
      : MOST_PRESSING.flatMap((state) => shown.filter(({ comparison }) => comparison.state === state)).slice(
          0,
          MAX_ROWS,
        )
  return { counts, rows: few.map(rowView) }
}

function rowView(row: ComparedRow): RowView {
  const { key, sheet, comparison } = row
  const existing = comparison.state === 'added' ? null : comparison.existing
  const incoming = comparison.state === 'missing' ? null : comparison.incoming
  return {
    key,
    sheet,
    row: incoming?.row ?? null,
    entity: (incoming ?? existing)?.entity ?? '',
    recordId: existing?.id ?? null,
    name: nameIn({ ...existing?.values, ...incoming?.values }),
    status: comparison.state,
    matchedBy: matchedBy(comparison),
    fields:
      'fields' in comparison
        ? inOrder(comparison).map(({ field, exported, theirs, ours, side }) => ({
            field: field === PHASE_FIELD ? 'phase' : field,
            base: exported,
            theirs,
            ours,
            text: comparison.incoming.unread[field] ?? null,
            isConflict: side === 'conflict' || isUnreadable(row, field),
          }))
        : [],
  }
}

/** As the columns of the sheet usually stand, not as they were stored. */
function inOrder({ existing, fields }: Extract<RowComparison, { state: 'changed' | 'conflict' }>) {
  const order = Object.keys(ENTITIES[existing.entity])
  const place = (field: string) => (field === PHASE_FIELD ? -1 : order.indexOf(field))
  return fields.toSorted((one, other) => place(one.field) - place(other.field))
}

function matchedBy(comparison: RowComparison): RowView['matchedBy'] {
  if (comparison.state !== 'changed' && comparison.state !== 'conflict') return 'none'
  return comparison.by === 'id' ? 'id' : 'key'
}

/** The text by which people know a record of any entity. */
export function nameIn(values: Readonly<Record<string, unknown>>): string {
  const value =
    values['name'] ?? values['indicator'] ?? values['strategy'] ?? values['channel'] ?? values['metric'] ?? ''
  return [value, values['content']].filter((part) => typeof part === 'string' && part !== '').join(' · ')
}
