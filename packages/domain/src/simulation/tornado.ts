export interface TornadoInput {
  readonly name: string
  readonly base: number
  readonly low: number
  readonly high: number
}

export interface TornadoBar extends TornadoInput {
  /** Outcome with this input at its low and at its high end, all others at base; null = no figure. */
  readonly atLow: number | null
  readonly atHigh: number | null
  /** |at high − at low|; null when one has no figure. */
  readonly range: number | null
  /** Percent by which the outcome changes when the input changes by one percent, at base; null at an outcome or input of 0. */
  readonly elasticity: number | null
}

/** Around the base for the slope of an elasticity. */
const NUDGE = 1e-4

/**
 * Which input matters most: one at a time from its low to its high end, the others at base; sorted by the
 * range of the outcome, the widest first, ties in order of the inputs, those without a figure last.
 *
 * @param outcome of values in the order of the inputs; null = no figure
 */
export function tornado(
  inputs: readonly TornadoInput[],
  outcome: (values: readonly number[]) => number | null,
): readonly TornadoBar[] {
  const base = inputs.map((input) => input.base)
  const middle = outcome(base)
  const bars = inputs.map((input, index): TornadoBar => {
    const at = (value: number): number | null => outcome(base.with(index, value))
    const [atLow, atHigh] = [at(input.low), at(input.high)]
    return {
      ...input,
      atLow,
      atHigh,
      range: atLow === null || atHigh === null ? null : Math.abs(atHigh - atLow),
      elasticity: elasticity(input.base, middle, at),
    }
  })
  return bars.toSorted((a, b) => (b.range ?? -1) - (a.range ?? -1))
}

/** (dY / Y) / (dX / X) by the central difference. */
function elasticity(
  base: number,
  middle: number | null,
  at: (value: number) => number | null,
): number | null {
  if (middle === null || middle === 0 || base === 0) return null
  const [above, below] = [at(base * (1 + NUDGE)), at(base * (1 - NUDGE))]
  return above === null || below === null ? null : (above - below) / (2 * NUDGE * middle)
}
