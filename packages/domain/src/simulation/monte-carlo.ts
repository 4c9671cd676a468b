import { checkIn } from '../computation/long-work.ts'
import type { LongWork } from '../computation/long-work.ts'
import { drawInto } from './distribution.ts'
import type { Distribution } from './distribution.ts'
import { randomStream } from './random-stream.ts'

export interface UncertainInput {
  readonly distribution: Distribution
  /** A draw outside is taken as the bound, and counted: the normal curve knows no bounds, rates and prices do. */
  readonly least: number
  readonly most: number
}

export interface Model {
  readonly inputs: readonly UncertainInput[]
  readonly outputs: number
  /**
   * Computes the outputs of `size` draws at once: lists of values by input, lists of results by output.
   * NaN = no figure, such as a cost per conversion without conversions.
   */
  readonly evaluate: (values: readonly Float64Array[], into: readonly Float64Array[], size: number) => void
}

export interface Draws {
  /** By output, one figure a draw. */
  readonly samples: readonly Float64Array[]
  /** By input, draws that were taken as a bound. */
  readonly bounded: readonly number[]
}

/** Small enough to stay in the processor's cache, large enough that changing between inputs costs nothing. */
const BLOCK = 1_024

/**
 * Monte Carlo: the outputs of a model under many independent draws of its inputs. The same model, seed and
 * number of draws give the same figures on every machine (`randomStream`), and input k has the same draws
 * whatever the other inputs are.
 */
export function monteCarlo(model: Model, draws: number, seed: number, long: LongWork = {}): Draws {
  const { inputs, outputs, evaluate } = model
  const samples = Array.from({ length: outputs }, () => new Float64Array(draws))
  const bounded = inputs.map(() => 0)
  const values = inputs.map(() => new Float64Array(BLOCK))
  const streams = inputs.map((_input, index) => randomStream(seed, index))
  for (let start = 0; start < draws; start += BLOCK) {
    checkIn(long, start / draws)
    const size = Math.min(BLOCK, draws - start)
    for (const [index, input] of inputs.entries()) {
      const column = values[index]
      if (column === undefined) continue
      if (input.distribution.kind !== 'fixed') streams[index]?.(column, size)
      drawInto(input.distribution, column, size)
      bounded[index] = (bounded[index] ?? 0) + keepWithin(input, column, size)
    }
    const into = samples.map((sample) => sample.subarray(start, start + size))
    evaluate(values, into, size)
  }
  return { samples, bounded }
}

/** @returns how many values were outside */
function keepWithin({ least, most }: UncertainInput, values: Float64Array, size: number): number {
  let outside = 0
  for (let draw = 0; draw < size; draw++) {
    const value = values[draw] ?? 0
    if (value >= least && value <= most) continue
    values[draw] = value < least ? least : most
    outside += 1
  }
  return outside
}
