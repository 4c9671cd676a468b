/** An exact sum of decimals: `units` × 10^-`scale`. */
interface Sum {
  readonly units: bigint
  readonly scale: number
}

const NONE: Sum = { units: 0n, scale: 0 }

function add(sum: Sum, decimal: string): Sum {
  const [whole = '0', fraction = ''] = decimal.split('.')
  const scale = Math.max(sum.scale, fraction.length)
  const units = BigInt(`${whole}${fraction}`) * 10n ** BigInt(scale - fraction.length)
  return { units: sum.units * 10n ** BigInt(scale - sum.scale) + units, scale }
}

function text({ units, scale }: Sum): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** Decimals with this many places are added as whole numbers of 10^-6, which is exact while the sum stays safe. */
const PLACES = 6
const FEW_PLACES = /^-?\d{1,9}(?:\.\d{1,6})?$/
const SAFE = Number.MAX_SAFE_INTEGER / 2
const FEW = 10 ** 15
const POWERS = Array.from({ length: PLACES + 1 }, (_unused, power) => 10 ** power)

/** An exact running sum of plain decimal texts. */
export interface DecimalSum {
  add(decimal: string): void
  /** The same for `digits` × 10^-`places`, both whole numbers, the digits at most 15. */
  addScaled(digits: number, places: number): void
  /** Null when nothing was added, because missing is not zero. */
  text(): string | null
}

/** A sum that starts with nothing. */
export function decimalSum(): DecimalSum {
  let sum = NONE
  let low = 0
  let count = 0
  const flush = (): void => {
    sum = add(sum, text({ units: BigInt(low), scale: PLACES }))
    low = 0
  }
  const addLow = (millionths: number): void => {
    low += millionths
    if (low > SAFE || low < -SAFE) flush()
  }
  return {
    add(decimal) {
      count++
      if (FEW_PLACES.test(decimal)) addLow(Math.round(Number(decimal) * 10 ** PLACES))
      else sum = add(sum, decimal)
    },
    addScaled(digits, places) {
      count++
      const millionths = places <= PLACES ? digits * (POWERS[PLACES - places] ?? 1) : Number.NaN
      if (millionths <= FEW && millionths >= -FEW) addLow(millionths)
      else sum = add(sum, text({ units: BigInt(digits), scale: places }))
    },
    text() {
      if (count === 0) return null
      flush()
      return text(sum)
    },
  }
}

/**
 * Exact sum of plain decimal texts ("0.1" + "0.2" is "0.3"), without superfluous
 * zeros; null when there is none to add, because missing is not zero.
 */
export function sumDecimals(decimals: readonly string[]): string | null {
  const sum = decimalSum()
  for (const decimal of decimals) sum.add(decimal)
  return sum.text()
}
