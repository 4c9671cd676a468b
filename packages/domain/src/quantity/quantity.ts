/**
 * How a quantity bounds what it is compared with, as written:
 * `gte` ≥ 不低于 至少 达到 以上 `+` · `gt` > 高于 超过 · `lte` ≤ 不超过 以内 以下 ·
 * `lt` < 低于 不足 · `eq` = · `range` from value to upper, both ends in.
 * 以上, 以下 and 以内 include the number, 超过 does not (民法典 第1259条).
 */
export type Comparator = 'gte' | 'gt' | 'lte' | 'lt' | 'eq' | 'range'

/** 提升/增长/增加 … (`up`) and 降低/下降/减少 … (`down`). */
export type ChangeDirection = 'up' | 'down'

/**
 * "提升30%" changes `by` 30 %, "提升至30%" changes `to` 30 %. Whether `by` is
 * relative or in points depends on the metric: on a rate it is ambiguous and
 * has to be asked.
 */
export interface Change {
  readonly kind: 'by' | 'to'
  readonly direction: ChangeDirection
  /** "从30%提升至50%": 0.3; null when no baseline is written. Same unit as the value. */
  readonly baseline: number | null
}

/**
 * `each`: every unit has to reach the value (每场 单篇 每天).
 * `mean`: the average over the units, total ÷ count (日均 场均 平均每篇 元/人 per day).
 */
export type PerBasis = 'each' | 'mean'

/**
 * A quantity as a marketing sheet states it (docs/domain/quantity.md).
 *
 * `value` is in base units and exact to the written decimals: 500万 is 5000000,
 * 30万元 is 300000 with unit 元, 5% is 0.05 with unit %, ≥1:4 is 4 with unit
 * `1:n` (per 1 of cost, so a return on ad spend, never a net ROI).
 */
export interface Quantity {
  /** null: a bare number, whose sense follows from the metric (`comparatorOf`). */
  readonly comparator: Comparator | null
  readonly value: number
  /** Upper end of a range; null otherwise. */
  readonly upper: number | null
  /** `%`, `‰`, `百分点`, `1:n`, a currency (`元`, or its ISO code), or the counting word as written; null when none is. */
  readonly unit: string | null
  /** `hour`, `day`, `week`, `month`, `quarter`, `year`, else the counting word (`场`, `篇`, `人`); null when not per anything. */
  readonly per: string | null
  readonly perBasis: PerBasis | null
  readonly change: Change | null
  /** 约, 左右, 近, "about". */
  readonly isApproximate: boolean
  /** The quantity as written, trimmed. */
  readonly text: string
}

/** One target of a cell: "观看人数≥20万" is the metric 观看人数 with the quantity ≥20万. */
export interface Target {
  /** Name as written without 每场/日均 and the number; null for a bare quantity. */
  readonly metric: string | null
  readonly quantity: Quantity
  /** The whole piece as written. */
  readonly text: string
}

/** What a cell of targets or of reached values says. `unread` keeps, in order, the pieces without a readable number. */
export interface TargetsReading {
  readonly targets: readonly Target[]
  readonly unread: readonly string[]
}

/** One reached value of a cell, in the same grammar: "销售额45万". */
export type Reached = Target

export interface ReachedReading {
  readonly values: readonly Reached[]
  readonly unread: readonly string[]
}
