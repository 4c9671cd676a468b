import { checkIn } from '../computation/long-work.ts'
import type { LongWork } from '../computation/long-work.ts'
import { envelopeAt, envelopeOf } from './envelope.ts'
import type { Envelope, Piece } from './envelope.ts'
import { equalMarginal, responseOf, sum } from './equal-marginal.ts'
import { settle, shareLeft } from './settle.ts'

export interface Best {
  readonly amounts: readonly number[]
  readonly response: number
  /** No amounts bring more than this; above `response` by at most a billionth of it when `isProven`. */
  readonly bound: number
  readonly isProven: boolean
}

interface Node {
  readonly envelopes: readonly Envelope[]
  readonly amounts: readonly number[]
  readonly bound: number
}

const TOLERANCE = 1e-9
/** Some seconds; reached only by dozens of S-shaped curves that are nearly, but not quite, alike. */
const MAX_NODES = 20_000
const CHECK_EVERY = 16

/**
 * The best amounts for a budget over curves of any of the forms, by branch and bound (Udell and Boyd,
 * Maximizing a Sum of Sigmoids, 2013): the concave envelopes give a bound that nothing exceeds; where the
 * answer stands on a straight part, its channel is divided there in two.
 *
 * Where all curves are concave between their bounds, the first step is the answer.
 *
 * @param budget at least the sum of the lows
 */
export function searchBest(pieces: readonly Piece[], budget: number, long: LongWork): Best {
  const twins = twinsOf(pieces)
  const open: Node[] = []
  let best: readonly number[] = []
  let response = -Infinity
  const relax = (envelopes: readonly Envelope[], limit: number): void => {
    if (sum(envelopes.map(({ low }) => low)) > budget * (1 + 1e-12)) return
    const { amounts, bound } = equalMarginal(envelopes, budget)
    const shared = shareLeft(pieces, amounts, budget)
    const reached = responseOf(pieces, shared)
    if (reached > response) {
      best = shared
      response = reached
    }
    insert(open, { envelopes, amounts, bound: Math.min(bound, limit) })
  }
  const settled = (found: readonly number[], bound: number, isProven: boolean): Best => {
    const amounts = settle(pieces, found, budget)
    const reached = responseOf(pieces, amounts)
    return { amounts, response: reached, bound: Math.max(reached, bound), isProven }
  }
  relax(pieces.map(envelopeOf), Infinity)
  for (let count = 0; count < MAX_NODES; count++) {
    const node = open.pop()
    if (node === undefined || node.bound <= response + TOLERANCE * Math.abs(response))
      return settled(best, node?.bound ?? response, true)
    if (count % CHECK_EVERY === 0) checkIn(long, count / MAX_NODES)
    for (const half of halves(node, twins)) relax(half, node.bound)
  }
  return settled(best, open.at(-1)?.bound ?? response, false)
}

/** The two parts of a node: the channel whose envelope promises most above its curve, up to and from its amount. */
function halves({ envelopes, amounts }: Node, twins: readonly (readonly number[])[]): Envelope[][] {
  let widest = 0
  let most = -1
  for (const [index, envelope] of envelopes.entries()) {
    const amount = amounts[index] ?? envelope.low
    const gap = envelopeAt(envelope, amount) - responseOf([envelope], [amount])
    if (gap > most) {
      widest = index
      most = gap
    }
  }
  const at = amounts[widest] ?? 0
  // Channels that are alike may be put in falling order, which spares all their permutations.
  const alike = twins[widest] ?? []
  return [
    envelopes.map((envelope, index) =>
      index === widest || (index > widest && alike.includes(index))
        ? narrowed(envelope, envelope.low, Math.min(envelope.high, at))
        : envelope,
    ),
    envelopes.map((envelope, index) =>
      index === widest || (index < widest && alike.includes(index))
        ? narrowed(envelope, Math.max(envelope.low, at), envelope.high)
        : envelope,
    ),
  ].filter((half) => half.every(({ low, high }) => low <= high))
}

function narrowed(envelope: Envelope, low: number, high: number): Envelope {
  return low === envelope.low && high === envelope.high
    ? envelope
    : envelopeOf({ curve: envelope.curve, low, high })
}

/** By channel, the indices of those with the same curve and bounds. */
function twinsOf(pieces: readonly Piece[]): readonly (readonly number[])[] {
  const texts = pieces.map(({ curve, low, high }) => JSON.stringify([curve, low, high]))
  return texts.map((text) => texts.flatMap((other, index) => (other === text ? [index] : [])))
}

/** Keeps the list ascending by bound: the most promising node is at its end. */
function insert(open: Node[], node: Node): void {
  let from = 0
  let to = open.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((open[middle]?.bound ?? 0) < node.bound) from = middle + 1
    else to = middle
  }
  open.splice(from, 0, node)
}
