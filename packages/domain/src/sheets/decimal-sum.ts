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

/**
 * Exact sum of plain decimal texts ("0.1" + "0.2" is "0.3"), without superfluous
 * zeros; null when there is none to add, because missing is not zero.
 */
export function sumDecimals(decimals: readonly string[]): string | null {
  return decimals.length === 0 ? null : text(decimals.reduce(add, NONE))
}
