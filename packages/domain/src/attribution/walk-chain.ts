import { checkIn, type LongWork } from '../computation/long-work.ts'
import type { MarkovChain } from './markov-chain.ts'

/** What a journey through the chain comes to. */
export interface Outcome {
  /** Probability that it converts, 0–1. */
  readonly conversion: number
  /** Value that it brings on average. */
  readonly value: number
}

/** What may still be under way at the end, as a part of what converts: it bounds the error of the answer. */
const REST = 1e-17

/** Below this gain a sweep is slow, and the way it shrinks is used to leap ahead. */
const SLOW = 0.3

/**
 * The exact outcome of start'(I − Q)⁻¹ p, solved sparsely; channels are removed by leading each of their
 * states to null.
 *
 * All journeys stand at their first states. A sweep sends on what waits at each state in turn, and what is
 * sent back waits for the next sweep (Gauss–Seidel on the transposed system; a loop on the spot is left out,
 * since it only delays). Whoever still waits can convert at most once, so that the sum of what waits, taken
 * without sign, bounds the error: the sweeps end when it is below rounding. Where sweeps shrink it slowly
 * (long journeys that go round and round), r₂ = S r₁ gives for every λ exactly
 * answer(r₁) = (gain + answer(r₂ − λ r₁)) / (1 − λ), and the λ that leaves the least is taken.
 *
 * @param isRemoved per state, 1 when it leads to null
 * @param probability that a journey converts when nothing is removed, the measure of what may be neglected
 */
export function walkChain(
  chain: MarkovChain,
  isRemoved: Uint8Array,
  probability: number,
  long: LongWork,
): Outcome {
  const { begun, total, edgeStarts, edgeTo } = chain
  const leaving = leavingFlows(chain)
  const waiting = begun.map((flow, state) => (isRemoved[state] === 1 ? 0 : flow / total))
  const before = waiting.slice()
  let conversion = 0
  let value = 0
  let rest = sumOfSizes(waiting)
  const enough = REST * probability
  let settled = 0
  while (rest > enough) {
    before.set(waiting)
    let converts = 0
    let brings = 0
    for (let state = 0; state < waiting.length; state++) {
      const amount = waiting[state] ?? 0
      waiting[state] = 0
      if (amount === 0 || isRemoved[state] === 1) continue
      const part = amount / (leaving[state] ?? 1)
      converts += part * (chain.converted[state] ?? 0)
      brings += part * (chain.value[state] ?? 0)
      const end = edgeStarts[state + 1] ?? 0
      for (let edge = edgeStarts[state] ?? 0; edge < end; edge++) {
        const to = edgeTo[edge] ?? 0
        if (to !== state) waiting[to] = (waiting[to] ?? 0) + part * (chain.edgeFlow[edge] ?? 0)
      }
    }
    for (let state = 0; state < waiting.length; state++) if (isRemoved[state] === 1) waiting[state] = 0
    const swept = sumOfSizes(waiting)
    const leap = swept > SLOW * rest ? leapFrom(before, waiting, swept) : 0
    conversion += converts / (1 - leap)
    value += brings / (1 - leap)
    rest = leap === 0 ? swept : sumOfSizes(waiting)
    settled = Math.max(settled, 1 - rest)
    checkIn(long, Math.min(1, settled))
  }
  return { conversion, value }
}

/**
 * Replaces r₂ by (r₂ − λ r₁) / (1 − λ) with λ by least squares, when that leaves less.
 *
 * @returns λ; 0 when nothing was replaced
 */
function leapFrom(before: Float64Array, after: Float64Array, swept: number): number {
  let along = 0
  let square = 0
  for (let state = 0; state < after.length; state++) {
    along += (before[state] ?? 0) * (after[state] ?? 0)
    square += (before[state] ?? 0) ** 2
  }
  const factor = along / square
  if (!(factor > 0 && factor < 1)) return 0
  let left = 0
  for (let state = 0; state < after.length; state++)
    left += Math.abs((after[state] ?? 0) - factor * (before[state] ?? 0))
  if (left / (1 - factor) >= swept) return 0
  for (let state = 0; state < after.length; state++)
    after[state] = ((after[state] ?? 0) - factor * (before[state] ?? 0)) / (1 - factor)
  return factor
}

/** Per state: the flow that leaves it for elsewhere; above 0, since every journey ends. */
function leavingFlows({ converted, lost, edgeStarts, edgeTo, edgeFlow }: MarkovChain): Float64Array {
  return converted.map((count, state) => {
    let leaving = count + (lost[state] ?? 0)
    for (let edge = edgeStarts[state] ?? 0; edge < (edgeStarts[state + 1] ?? 0); edge++)
      if (edgeTo[edge] !== state) leaving += edgeFlow[edge] ?? 0
    return leaving
  })
}

function sumOfSizes(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += Math.abs(value)
  return sum
}
