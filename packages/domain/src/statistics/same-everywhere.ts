/**
 * Logarithm and exponential from + − × ÷ alone. `Math.log` and `Math.exp` may differ in the last digit between
 * engines and processors; these do not, so that a seed gives the same figures anywhere. Polynomials are written
 * out: a simulation evaluates them millions of times.
 */

const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const bits = new DataView(new ArrayBuffer(8))

/** 2 to the powers −1022 … 1023, by doubling and halving, which is exact. */
const LEAST_POWER = -1022
const POWERS_OF_TWO = Float64Array.from({ length: 2_046 })
POWERS_OF_TWO[-LEAST_POWER] = 1
for (let at = 1 - LEAST_POWER; at < POWERS_OF_TWO.length; at++)
  POWERS_OF_TWO[at] = 2 * (POWERS_OF_TWO[at - 1] ?? 0)
for (let at = -LEAST_POWER - 1; at >= 0; at--) POWERS_OF_TWO[at] = (POWERS_OF_TWO[at + 1] ?? 0) / 2

/** Natural logarithm of a number > 0, to a unit of the last digit. */
export function logarithm(value: number): number {
  if (value < 2 ** LEAST_POWER) return logarithm(value * 2 ** 54) - 54 * Math.LN2
  bits.setFloat64(0, value)
  const head = bits.getInt32(0)
  let exponent = (head >> 20) - 1_023
  bits.setInt32(0, (head & 0x000f_ffff) | 0x3ff0_0000)
  let mantissa = bits.getFloat64(0)
  if (mantissa > Math.SQRT2) {
    mantissa /= 2
    exponent += 1
  }
  // ln m = 2 artanh f = 2 (f + f³/3 + f⁵/5 + …), a fast series for m near 1.
  const f = (mantissa - 1) / (mantissa + 1)
  const s = f * f
  const late = 1 / 13 + s * (1 / 15 + s * (1 / 17 + s * (1 / 19 + s * (1 / 21))))
  const series = 1 + s * (1 / 3 + s * (1 / 5 + s * (1 / 7 + s * (1 / 9 + s * (1 / 11 + s * late)))))
  return exponent * LN2_HIGH + (exponent * LN2_LOW + 2 * f * series)
}

/** e to the power of a number between −700 and 700, to a unit of the last digit. */
export function exponential(power: number): number {
  const twos = Math.floor(power * Math.LOG2E + 0.5)
  const r = power - twos * LN2_HIGH - twos * LN2_LOW
  // 1 + r + r²/2! + … + r¹³/13! for |r| ≤ ½ ln 2.
  const late =
    1 / 40_320 +
    r *
      (1 / 362_880 +
        r * (1 / 3_628_800 + r * (1 / 39_916_800 + r * (1 / 479_001_600 + r * (1 / 6_227_020_800)))))
  const middle = 1 / 24 + r * (1 / 120 + r * (1 / 720 + r * (1 / 5_040 + r * late)))
  return (1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * middle)))) * (POWERS_OF_TWO[twos - LEAST_POWER] ?? 0)
}
