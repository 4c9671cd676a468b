type State = readonly [number, number, number, number]

/**
 * Fills a list with the next evenly distributed numbers of a stream, strictly between 0 and 1, and the same
 * for the same seed on every machine: xoshiro128** (Blackman and Vigna, 2018), one 32-bit integer a number.
 */
export type RandomStream = (into: Float64Array, size: number) => void

/**
 * One of the streams of a seed. Every input of a simulation has its own, so that an input more, or a changed
 * one, leaves the draws of the others as they were: scenarios differ by what was changed and not by chance.
 *
 * @param seed a whole number ≥ 0
 * @param stream a whole number ≥ 0
 */
export function randomStream(seed: number, stream: number): RandomStream {
  return xoshiro(stateOf(seed, stream))
}

/** The stream of a state of four 32-bit integers that are not all 0. */
export function xoshiro(state: State): RandomStream {
  let kept = state
  return (into, size) => {
    // Local variables while it runs: this is the innermost loop of a simulation.
    let [a, b, c, d] = kept
    for (let draw = 0; draw < size; draw++) {
      const scaled = Math.imul(b, 5)
      // Half a step from 0, so that neither end is reached.
      into[draw] = ((Math.imul((scaled << 7) | (scaled >>> 25), 9) >>> 0) + 0.5) / 2 ** 32
      const shifted = b << 9
      c ^= a
      d ^= b
      b ^= c
      a ^= d
      c ^= shifted
      d = (d << 11) | (d >>> 21)
    }
    kept = [a, b, c, d]
  }
}

/** Seeds and streams that differ by 1 give states that share nothing: each part passes a 32-bit mixer. */
function stateOf(seed: number, stream: number): State {
  let state = mix(mix(mix(seed >>> 0) ^ Math.floor(seed / 2 ** 32)) ^ stream)
  const part = (): number => {
    state = (state + 0x9e37_79b9) >>> 0
    return mix(state)
  }
  return [part(), part(), part(), part() | 1]
}

/** Wellons' two-round mixer of low bias, as in splitmix32. */
function mix(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0_aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a_2d97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
