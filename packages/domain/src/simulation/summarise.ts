/** What a sample of draws says; all null when no draw has a figure. */
export interface Summary {
  readonly mean: number | null
  /** Standard deviation of the sample (n − 1); null for fewer than two figures. */
  readonly sd: number | null
  readonly p10: number | null
  readonly p50: number | null
  readonly p90: number | null
  /** Draws with a figure. */
  readonly n: number
}

/** Mean, spread and percentiles of the draws that have a figure; NaN is none. */
export function summarise(sample: Float64Array): Summary {
  const known = new Float64Array(sample.length)
  let n = 0
  let sum = 0
  for (const value of sample) {
    if (Number.isNaN(value)) continue
    known[n++] = value
    sum += value
  }
  if (n === 0) return { mean: null, sd: null, p10: null, p50: null, p90: null, n }
  const mean = sum / n
  let squares = 0
  for (let at = 0; at < n; at++) squares += ((known[at] ?? mean) - mean) ** 2
  const values = known.subarray(0, n)
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((share) => percentile(values, share))
  return {
    mean,
    sd: n === 1 ? null : Math.sqrt(squares / (n - 1)),
    p10: p10 ?? null,
    p50: p50 ?? null,
    p90: p90 ?? null,
    n,
  }
}

/**
 * Percentile, linear between neighbours (Hyndman and Fan, 1996, type 7: as in Excel and NumPy). Reorders the
 * values: all in front of the percentile's place are smaller, all behind it larger.
 */
function percentile(values: Float64Array, share: number): number {
  const place = (values.length - 1) * share
  const before = Math.floor(place)
  const low = select(values, before)
  if (place === before) return low
  let high = Infinity
  for (let at = before + 1; at < values.length; at++) high = Math.min(high, values[at] ?? Infinity)
  return low + (high - low) * (place - before)
}

/** The value that would stand at a place if all were sorted, and is put there (Hoare's selection). */
function select(values: Float64Array, place: number): number {
  let from = 0
  let to = values.length - 1
  while (from < to) {
    const pivot = middleOf(values[from] ?? 0, values[(from + to) >> 1] ?? 0, values[to] ?? 0)
    let left = from
    let right = to
    while (left <= right) {
      while ((values[left] ?? Infinity) < pivot) left++
      while ((values[right] ?? -Infinity) > pivot) right--
      if (left > right) break
      const moved = values[left] ?? 0
      values[left++] = values[right] ?? 0
      values[right--] = moved
    }
    if (place <= right) to = right
    else if (place >= left) from = left
    else break
  }
  return values[place] ?? NaN
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
