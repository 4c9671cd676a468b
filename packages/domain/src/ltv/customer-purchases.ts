/**
 * What the models know of one customer. All times are in one unit (weeks, days …), which is also the unit
 * of every horizon and rate that comes out.
 */
export interface CustomerPurchases {
  /** REPEAT purchases: the first one does not count. Whole, 0 or more. */
  readonly frequency: number
  /** Time from the first purchase to the last; 0 for a customer who bought once. */
  readonly recency: number
  /** T: time from the first purchase to the end of what was observed. */
  readonly age: number
}

/** A customer with the mean amount of his REPEAT purchases, in any one unit of money. */
export interface CustomerSpending {
  readonly frequency: number
  /** The first purchase stays out; null where it is not known, which a customer without repeat purchases may be. */
  readonly meanValue: number | null
}
