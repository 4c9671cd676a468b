/**
 * Several sums that do not drift: after a million additions they are still right to the last digit or two.
 *
 * Each keeps beside the sum what rounding took from it (Neumaier, "Rundungsfehleranalyse einiger Verfahren zur
 * Summation endlicher Summen", ZAMM 54, 1974).
 */
export class SteadySums {
  readonly #sums: Float64Array
  readonly #lost: Float64Array

  constructor(count: number) {
    this.#sums = new Float64Array(count)
    this.#lost = new Float64Array(count)
  }

  add(index: number, value: number): void {
    const sum = this.#sums[index] ?? 0
    const next = sum + value
    const lost = Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    this.#sums[index] = next
    this.#lost[index] = (this.#lost[index] ?? 0) + lost
  }

  of(index: number): number {
    return (this.#sums[index] ?? 0) + (this.#lost[index] ?? 0)
  }

  all(): Float64Array {
    return this.#sums.map((sum, index) => sum + (this.#lost[index] ?? 0))
  }
}

/** Sum of a list, right to the last digit or two. */
export function steadySum(values: Float64Array): number {
  const sums = new SteadySums(1)
  for (const value of values) sums.add(0, value)
  return sums.of(0)
}
