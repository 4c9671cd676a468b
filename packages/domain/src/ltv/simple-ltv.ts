export interface SimpleLtvInput {
  /** Mean revenue of a customer in one period; any one unit of money. */
  readonly arpu: number | null
  /** Gross margin of it, 0–1. */
  readonly margin: number | null
  /** Share of the customers lost in one period, 0–1. */
  readonly churn: number | null
  /** Periods that count; without it the whole life. */
  readonly horizonPeriods?: number | null
}

/** Why there is no value: a figure is missing; nobody is ever lost, so the whole life has no end; a share is none. */
export type SimpleLtvGap =
  | 'missing'
  | 'no_churn'
  | 'churn_out_of_range'
  | 'margin_out_of_range'
  | 'bad_horizon'

export type SimpleLtv =
  | { readonly value: number; readonly gap: null }
  | { readonly value: null; readonly gap: SimpleLtvGap }

/**
 * Simple LTV = ARPU × margin / churn: gross profit of one customer over his life, in the unit of `arpu`.
 * Over n periods it is ARPU × margin × (1 − (1 − churn)^n) / churn, of which the former is the limit.
 *
 * With a churn of 0 the whole life is endless and has no value; over a horizon it is n periods. A churn of
 * 1 is one period. A margin may be negative (sold at a loss), never above 1.
 */
export function simpleLtv({ arpu, margin, churn, horizonPeriods = null }: SimpleLtvInput): SimpleLtv {
  if (arpu === null || margin === null || churn === null) return { value: null, gap: 'missing' }
  if (!(churn >= 0 && churn <= 1)) return { value: null, gap: 'churn_out_of_range' }
  if (!(margin <= 1)) return { value: null, gap: 'margin_out_of_range' }
  if (horizonPeriods !== null && !(horizonPeriods >= 0)) return { value: null, gap: 'bad_horizon' }
  if (horizonPeriods === null)
    return churn === 0 ? { value: null, gap: 'no_churn' } : { value: (arpu * margin) / churn, gap: null }
  const periods = churn === 0 ? horizonPeriods : -Math.expm1(horizonPeriods * Math.log1p(-churn)) / churn
  return { value: arpu * margin * periods, gap: null }
}
