/** Reproducible random figures for simulated customers. */
export interface Random {
  /** Uniform, above 0 and below 1. */
  readonly uniform: () => number
  readonly exponential: (rate: number) => number
  readonly gamma: (shape: number, rate: number) => number
  readonly beta: (a: number, b: number) => number
}

/** Mulberry32 with Marsaglia and Tsang's gamma method (2000). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32
  }
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  const gamma = (shape: number, rate: number): number => {
    if (shape < 1) return gamma(shape + 1, rate) * uniform() ** (1 / shape)
    const d = shape - 1 / 3
    for (;;) {
      const z = normal()
      const cube = (1 + z / Math.sqrt(9 * d)) ** 3
      if (cube > 0 && Math.log(uniform()) < (z * z) / 2 + d - d * cube + d * Math.log(cube))
        return (d * cube) / rate
    }
  }
  return {
    uniform,
    exponential: (rate) => -Math.log(uniform()) / rate,
    gamma,
    beta: (a, b) => {
      const one = gamma(a, 1)
      return one / (one + gamma(b, 1))
    },
  }
}
