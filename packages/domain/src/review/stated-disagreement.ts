import type { ChannelEffectValues } from '../records/entities.ts'
import type { EffectFacts } from './effect-analysis.ts'
import { effectRatios } from './effect-analysis.ts'
import { readReturnColumn } from './return-column.ts'
import { agreesWhenShown, columnDecimals } from './shown-precision.ts'

export const STATED_FIELDS = ['statedCtr', 'statedCvr', 'statedCpa', 'statedReturn'] as const
export type StatedField = (typeof STATED_FIELDS)[number]

/** The facts of a row and what its sheet claims they give. */
export type StatedEffect = EffectFacts & Pick<ChannelEffectValues, StatedField>

export interface StatedDisagreement<Row> {
  readonly row: Row
  readonly field: StatedField
  /** As the sheet has it: ratios 0–1, money in fen. */
  readonly stated: number
  /** What the facts of the row give, unrounded; null when they give no figure at all. */
  readonly computed: number | null
}

/** How a stated value is written in a sheet: percentages as 1.5, money in yuan. */
const SHOWN_AS: Readonly<Record<StatedField, (value: number) => number>> = {
  statedCtr: (ratio) => tidy(ratio * 100),
  statedCvr: (ratio) => tidy(ratio * 100),
  statedCpa: (fen) => tidy(fen / 100),
  statedReturn: tidy,
}

/**
 * Rows whose stated CTR, CVR, CPA or return is not what their own counts and
 * money give (docs/domain/effect-analysis.md).
 *
 * The tolerance is the precision the column shows: 133.33 agrees with
 * 133.3333, 1.5 % with 1.52 %. A stated figure that the facts cannot give (a
 * conversion rate without clicks) is listed with `computed` null: it may be
 * right, but nothing here supports it. The return is compared as what its
 * column was read as (`readReturnColumn`), an unknown column not at all.
 */
export function statedDisagreements<Row extends StatedEffect>(
  rows: readonly Row[],
): readonly StatedDisagreement<Row>[] {
  const returnKind = readReturnColumn(rows).kind
  const columns = STATED_FIELDS.filter((field) => field !== 'statedReturn' || returnKind !== 'unknown').map(
    (field) => {
      const shown = SHOWN_AS[field]
      return {
        field,
        shown,
        decimals: columnDecimals(rows.map((row) => (row[field] === null ? null : shown(row[field])))),
      }
    },
  )
  return rows.flatMap((row) =>
    columns.flatMap(({ field, shown, decimals }) => {
      const stated = row[field]
      if (stated === null) return []
      const computed = computedFor(field, row, returnKind)
      const agrees = computed !== null && agreesWhenShown(shown(stated), shown(computed), decimals)
      return agrees ? [] : [{ row, field, stated, computed }]
    }),
  )
}

function computedFor(
  field: StatedField,
  row: EffectFacts,
  returnKind: 'roas' | 'roi' | 'unknown',
): number | null {
  const ratios = effectRatios([row])
  switch (field) {
    case 'statedCtr':
      return ratios.ctr.value
    case 'statedCvr':
      return ratios.cvr.value
    case 'statedCpa':
      return ratios.cpa.value
    case 'statedReturn':
      return returnKind === 'roi' ? ratios.roi.value : ratios.roas.value
  }
}

/** 0.015 × 100 is 1.4999999999999998 in binary; the sheet said 1.5. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
