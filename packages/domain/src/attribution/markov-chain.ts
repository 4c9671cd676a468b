import { checkIn, type LongWork } from '../computation/long-work.ts'
import { AttributionRefusal } from './attribution-refusal.ts'
import type { MarkovOrder } from './attribution-model.ts'
import { pathCount, type Journeys } from './journeys.ts'
import { WindowIndex } from './window-index.ts'

/**
 * The flow of all journeys through states that remember the last `order` touches.
 *
 * A path shorter than the order is one shorter state. Everything is a count of journeys (converted or not),
 * no probability yet.
 */
export interface MarkovChain {
  readonly order: MarkovOrder
  /** Journeys altogether. */
  readonly total: number
  /** Per state: its touches, as digits of a number to the base `base`; digit 0 is none, d is channel d − 1. */
  readonly windows: readonly number[]
  readonly base: number
  /** Per state: journeys that begin in it. */
  readonly begun: Float64Array
  /** Per state: journeys that end in it with a conversion, the value of these, and without one. */
  readonly converted: Float64Array
  readonly value: Float64Array
  readonly lost: Float64Array
  /** Steps from state s: `edgeTo`, `edgeFlow` from `edgeStarts[s]` to `edgeStarts[s + 1] - 1`; loops included. */
  readonly edgeStarts: Uint32Array
  readonly edgeTo: Uint32Array
  readonly edgeFlow: Float64Array
}

const PATHS_PER_CHECK = 65_536

/** @throws AttributionRefusal `too_many_channels` when a window does not fit into a number any more */
export function markovChain(journeys: Journeys, order: MarkovOrder, long: LongWork): MarkovChain {
  const base = journeys.channels.length + 1
  const windowLimit = base ** order
  if (windowLimit * base > Number.MAX_SAFE_INTEGER) {
    const limit = Math.floor(Number.MAX_SAFE_INTEGER ** (1 / (order + 1))) - 1
    throw new AttributionRefusal('too_many_channels', 'too many channels for this order', {
      model: 'markov',
      found: base - 1,
      limit,
    })
  }
  const states = new WindowIndex(windowLimit)
  const steps = new WindowIndex(windowLimit * base)
  const flow: number[] = []
  const begun: number[] = []
  const converted: number[] = []
  const value: number[] = []
  const lost: number[] = []
  const { starts, touches, conversions, values, nulls } = journeys
  const paths = pathCount(journeys)
  const oldest = base ** (order - 1)
  let total = 0
  for (let path = 0; path < paths; path++) {
    if (path % PATHS_PER_CHECK === 0) checkIn(long, path / paths)
    const weight = (conversions[path] ?? 0) + (nulls[path] ?? 0)
    if (weight === 0) continue
    total += weight
    const from = starts[path] ?? 0
    const to = starts[path + 1] ?? 0
    const firstEnd = Math.min(to, from + order)
    let window = 0
    for (let at = from; at < firstEnd; at++) window = window * base + (touches[at] ?? 0) + 1
    add(begun, states.indexOf(window), weight)
    for (let at = firstEnd; at < to; at++) {
      const digit = (touches[at] ?? 0) + 1
      add(flow, steps.indexOf(window * base + digit), weight)
      window = (window - ((touches[at - order] ?? 0) + 1) * oldest) * base + digit
    }
    const last = states.indexOf(window)
    add(converted, last, conversions[path] ?? 0)
    add(value, last, values?.[path] ?? 0)
    add(lost, last, nulls[path] ?? 0)
  }
  const edges = edgesBetween(steps, states, flow, base, windowLimit)
  const perState = (list: readonly number[]): Float64Array =>
    Float64Array.from(states.keys, (_key, state) => list[state] ?? 0)
  return {
    order,
    total,
    windows: states.keys,
    base,
    begun: perState(begun),
    converted: perState(converted),
    value: perState(value),
    lost: perState(lost),
    ...edges,
  }
}

/** Which states hold a channel, by state: 1 or 0. */
export function statesWith({ windows, base }: MarkovChain, channel: number): Uint8Array {
  return Uint8Array.from(windows, (window) => {
    for (let rest = window; rest > 0; rest = Math.floor(rest / base))
      if (rest % base === channel + 1) return 1
    return 0
  })
}

/** The list may have holes, which are 0. */
function add(list: number[], index: number, amount: number): void {
  while (list.length <= index) list.push(0)
  list[index] = (list[index] ?? 0) + amount
}

/** A step is a window one touch longer than a state: it leads from its first touches to its last ones. */
function edgesBetween(
  steps: WindowIndex,
  states: WindowIndex,
  flow: readonly number[],
  base: number,
  windowLimit: number,
) {
  const ends = steps.keys.map((key) => ({
    from: states.indexOf(Math.floor(key / base)),
    to: states.indexOf(key % windowLimit),
  }))
  const edgeStarts = new Uint32Array(states.keys.length + 1)
  for (const { from } of ends) edgeStarts[from + 1] = (edgeStarts[from + 1] ?? 0) + 1
  for (let state = 1; state < edgeStarts.length; state++)
    edgeStarts[state] = (edgeStarts[state] ?? 0) + (edgeStarts[state - 1] ?? 0)
  const next = edgeStarts.slice()
  const edgeTo = new Uint32Array(ends.length)
  const edgeFlow = new Float64Array(ends.length)
  for (const [step, { from, to }] of ends.entries()) {
    const edge = next[from] ?? 0
    next[from] = edge + 1
    edgeTo[edge] = to
    edgeFlow[edge] = flow[step] ?? 0
  }
  return { edgeStarts, edgeTo, edgeFlow }
}
