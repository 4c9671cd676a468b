/**
 * Decimals with which a stated number is shown: 133.33 has 2, 2.6 has 1, 3 has 0.
 *
 * A cell gives the number without its number format, so 10.0 arrives as 10 and
 * trailing zeros do not count; ask `columnDecimals` about the whole column.
 */
export function shownDecimals(value: number): number {
  const [digits = '', exponent] = String(value).split('e')
  const point = digits.indexOf('.')
  const decimals = point === -1 ? 0 : digits.length - point - 1
  return Math.max(0, decimals - Number(exponent ?? 0))
}

/** Decimals of a whole column: those of its most precise cell, since one number format serves the column. */
export function columnDecimals(values: readonly (number | null)[]): number {
  return values.reduce<number>(
    (most, value) => (value === null ? most : Math.max(most, shownDecimals(value))),
    0,
  )
}

/**
 * Could `stated` be `computed` written with this many decimals? It could when
 * it was rounded (half a unit of the last place, either way) or, where decimals
 * are shown at all, cut off.
 */
export function agreesWhenShown(stated: number, computed: number, decimals: number): boolean {
  const unit = 10 ** -decimals
  const short = computed - stated
  const slack = Math.max(1, Math.abs(computed)) * 1e-9
  return Math.abs(short) <= unit / 2 + slack || (decimals > 0 && short >= 0 && short < unit)
}
