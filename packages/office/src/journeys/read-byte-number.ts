const ZERO = 0x30
const NINE = 0x39
const POINT = 0x2e
/** Up to here digits and powers of ten are exact, and so is their quotient. */
const EXACT_DIGITS = 15
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_unused, power) => 10 ** power)

/** A number as files write it: "12", "0.244", "1e-3", "1,234.5"; NaN for anything else. */
export function readByteNumber(bytes: Uint8Array, from: number, to: number): number {
  let digits = 0
  let whole = 0
  let decimals = -1
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0
    if (byte >= ZERO && byte <= NINE && digits < EXACT_DIGITS) {
      whole = whole * 10 + byte - ZERO
      digits++
      if (decimals >= 0) decimals++
    } else if (byte === POINT && decimals === -1) decimals = 0
    else return readRareNumber(bytes, from, to)
  }
  if (digits === 0) return NaN
  return decimals > 0 ? whole / (POWERS[decimals] ?? NaN) : whole
}

function readRareNumber(bytes: Uint8Array, from: number, to: number): number {
  const text = String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 64)))
  if (PLAIN.test(text)) return Number(text)
  return GROUPED.test(text) ? Number(text.replaceAll(',', '')) : NaN
}
