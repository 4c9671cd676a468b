import type { ChannelEffectValues } from '../../records/entities.ts'
import { effectRatios, type EffectFacts } from '../../review/effect-analysis.ts'
import { readReturnColumn } from '../../review/return-column.ts'
import { statedDisagreements, STATED_FIELDS, type StatedField } from '../../review/stated-disagreement.ts'
import { cellAddress } from '../cell-address.ts'
import type { ExportRecord } from './plan-export.ts'
import type { SheetPlace } from './team-sheet.ts'

/** What stands where a ratio cannot be computed; the import reads it as "nothing". */
const NOTHING = '—'

/** Parts of each ratio: numerator, denominator, and the factor to the sheet's own unit. */
const PARTS = {
  statedCtr: { top: 'clicks', bottom: 'impressions', factor: '*100', format: '0.00' },
  statedCvr: { top: 'conversions', bottom: 'clicks', factor: '*100', format: '0.00' },
  statedCpa: { top: 'cost', bottom: 'conversions', factor: '', format: '#,##0.00' },
  statedReturn: { top: 'revenue', bottom: 'cost', factor: '', format: '0.00' },
} as const satisfies Readonly<
  Record<StatedField, { top: keyof EffectFacts; bottom: keyof EffectFacts; factor: string; format: string }>
>

/** A computed ratio cell. */
export interface RatioCell {
  readonly formula: string
  readonly value: number | string
  readonly numberFormat: string
}

export type EffectRow = EffectFacts & Pick<ChannelEffectValues, StatedField> & { readonly id: string }

export function effectRow({ id, values }: ExportRecord): EffectRow {
  const number = (field: string): number | null => {
    const value = values[field]
    return typeof value === 'number' ? value : null
  }
  return {
    id,
    impressions: number('impressions'),
    clicks: number('clicks'),
    conversions: number('conversions'),
    cost: number('cost'),
    revenue: number('revenue'),
    statedCtr: number('statedCtr'),
    statedCvr: number('statedCvr'),
    statedCpa: number('statedCpa'),
    statedReturn: number('statedReturn'),
  }
}

export function isStatedField(field: string): field is StatedField {
  return (STATED_FIELDS as readonly string[]).includes(field)
}

/** The ratios of a row, or of sums over rows, in the units of the sheet: per cent, yuan. */
function shownValue(field: StatedField, rows: readonly EffectFacts[], kind: 'roas' | 'roi'): number | null {
  const { ctr, cvr, cpa, roas, roi } = effectRatios(rows)
  switch (field) {
    case 'statedCtr':
      return ctr.value === null ? null : ctr.value * 100
    case 'statedCvr':
      return cvr.value === null ? null : cvr.value * 100
    case 'statedCpa':
      return cpa.value === null ? null : cpa.value / 100
    case 'statedReturn':
      return kind === 'roi' ? roi.value : roas.value
  }
}

/** How the ratio columns of an effect table are written. */
export interface EffectFormulas {
  readonly returnKind: 'roas' | 'roi' | 'unknown'
  /** Formula of a row; null where the sheet's own figure disagrees with the facts and is kept. */
  row(place: SheetPlace, field: StatedField, record: EffectRow, row: number): RatioCell | null
  /** Formula over all rows that have both parts; null where the column is no ratio we know. */
  total(place: SheetPlace, field: StatedField): RatioCell | null
  /** What the facts give where the sheet's own figure disagrees, in the sheet's unit. */
  disagreement(field: StatedField, record: EffectRow): number | null
}

/**
 * Ratio columns as formulas over the facts (docs/domain/effect-analysis.md). A
 * figure of the sheet that its own row does not bear out is kept as it stands,
 * and so is a whole "ROI" column that is neither ROAS nor ROI.
 */
export function effectFormulas(rows: readonly EffectRow[]): EffectFormulas {
  const returnKind = readReturnColumn(rows).kind
  const hasReturn = rows.some(({ statedReturn }) => statedReturn !== null)
  const kind = returnKind === 'roi' ? 'roi' : 'roas'
  const kept = new Map(statedDisagreements(rows).map((one) => [`${one.row.id} ${one.field}`, one]))
  const isComputed = (field: StatedField): boolean =>
    field !== 'statedReturn' || returnKind !== 'unknown' || !hasReturn
  const cellOf = (value: number | null, formula: string, field: StatedField): RatioCell => ({
    formula,
    value: value ?? NOTHING,
    numberFormat: PARTS[field].format,
  })
  return {
    returnKind: hasReturn ? returnKind : 'roas',
    row(place, field, record, row) {
      if (!isComputed(field) || kept.has(`${record.id} ${field}`)) return null
      const { top, bottom, factor } = PARTS[field]
      const [above, below] = [place.at(top), place.at(bottom)]
      if (above === null || below === null) return null
      const [a, b] = [cellAddress(row, above), cellAddress(row, below)]
      const ratio = field === 'statedReturn' && kind === 'roi' ? `(${a}-${b})/${b}` : `${a}/${b}${factor}`
      return cellOf(
        shownValue(field, [record], kind),
        `IF(COUNT(${a},${b})=2,IFERROR(${ratio},"${NOTHING}"),"${NOTHING}")`,
        field,
      )
    },
    total(place, field) {
      if (!isComputed(field)) return null
      const { top, bottom, factor } = PARTS[field]
      const [above, below] = [place.at(top), place.at(bottom)]
      if (above === null || below === null) return null
      const range = (column: number): string =>
        `${cellAddress(place.firstRow, column)}:${cellAddress(place.lastRow, column)}`
      const [a, b] = [range(above), range(below)]
      const sum = (column: string): string => `SUMPRODUCT(ISNUMBER(${a})*ISNUMBER(${b}),${column})`
      const ratio =
        field === 'statedReturn' && kind === 'roi'
          ? `(${sum(a)}-${sum(b)})/${sum(b)}`
          : `${sum(a)}/${sum(b)}${factor}`
      return cellOf(shownValue(field, rows, kind), `IFERROR(${ratio},"${NOTHING}")`, field)
    },
    disagreement(field, record) {
      const computed = kept.get(`${record.id} ${field}`)?.computed
      return computed === undefined || computed === null ? null : shownValue(field, [record], kind)
    },
  }
}
