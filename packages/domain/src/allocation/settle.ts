import { concaveFrom, responseAt } from '../response/curve.ts'
import { envelopeOf } from './envelope.ts'
import type { Piece } from './envelope.ts'
import { equalMarginal, responseOf, sum } from './equal-marginal.ts'

const SECTIONS = 80
const GOLDEN = (Math.sqrt(5) - 1) / 2

/**
 * Brings amounts to the optimum in whose neighbourhood they stand: channels in the concave part of their
 * curve share what there is at equal marginal return; of those in a convex part at most one keeps an amount
 * between its bounds, because two would gain by passing money from one to the other.
 */
export function settle(
  pieces: readonly Piece[],
  amounts: readonly number[],
  budget: number,
): readonly number[] {
  const inside = pieces.findIndex(({ curve, low, high }, index) => {
    const amount = amounts[index] ?? low
    return amount > low && amount < high && amount < concaveFrom(curve)
  })
  const shared = shareLeft(pieces, amounts, budget)
  return inside === -1 ? shared : better(pieces, shared, between(pieces, amounts, inside, budget))
}

/** The better of the amounts themselves and of what `share` makes of them: a quick part of `settle`. */
export function shareLeft(
  pieces: readonly Piece[],
  amounts: readonly number[],
  budget: number,
): readonly number[] {
  return better(pieces, amounts, share(pieces, amounts, null, budget))
}

function better(pieces: readonly Piece[], a: readonly number[], b: readonly number[]): readonly number[] {
  return responseOf(pieces, b) >= responseOf(pieces, a) ? b : a
}

/**
 * Equal marginal return over the concave parts; channels in a convex part get their low, `kept` its amount.
 * What those leave over is taken by whoever gains most.
 */
function share(
  pieces: readonly Piece[],
  amounts: readonly number[],
  kept: { readonly index: number; readonly amount: number } | null,
  budget: number,
): readonly number[] {
  const parts = pieces.map((piece, index) => {
    const amount = kept?.index === index ? kept.amount : (amounts[index] ?? piece.low)
    const turn = concaveFrom(piece.curve)
    if (kept?.index === index) return { ...piece, low: amount, high: amount }
    if (amount >= turn) return { ...piece, low: Math.max(piece.low, turn) }
    return amount >= piece.high ? { ...piece, low: piece.high } : { ...piece, high: piece.low }
  })
  if (sum(parts.map(({ low }) => low)) > budget) return amounts
  const shared = equalMarginal(parts.map(envelopeOf), budget).amounts
  const left = budget - sum(shared)
  return left <= 0 ? shared : topUp(pieces, shared, left)
}

/** Gives what is left to whoever makes most of it, one after the other. */
function topUp(pieces: readonly Piece[], amounts: readonly number[], left: number): readonly number[] {
  let most = -1
  let to = -1
  for (const [index, { curve, high }] of pieces.entries()) {
    const amount = amounts[index] ?? 0
    const gain = responseAt(curve, Math.min(high, amount + left)) - responseAt(curve, amount)
    if (amount < high && gain > most) {
      most = gain
      to = index
    }
  }
  const piece = pieces[to]
  if (piece === undefined) return amounts
  const before = amounts[to] ?? 0
  const after = Math.min(piece.high, before + left)
  const raised = amounts.with(to, after)
  return after < piece.high ? raised : topUp(pieces, raised, left - (after - before))
}

/** The one channel inside its convex part, moved by golden sections around where it stands. */
function between(
  pieces: readonly Piece[],
  amounts: readonly number[],
  index: number,
  budget: number,
): readonly number[] {
  const piece = pieces[index]
  if (piece === undefined) return amounts
  const amount = amounts[index] ?? piece.low
  const reach = Math.min(amount - piece.low, piece.high - amount) / 8
  let from = amount - reach
  let to = amount + reach
  const shared = (at: number): readonly number[] => share(pieces, amounts, { index, amount: at }, budget)
  const value = (at: number): number => responseOf(pieces, shared(at))
  for (let round = 0; round < SECTIONS && to - from > 1e-14 * amount; round++) {
    const left = to - GOLDEN * (to - from)
    const right = from + GOLDEN * (to - from)
    if (value(left) > value(right)) to = right
    else from = left
  }
  const moved = shared((from + to) / 2)
  return responseOf(pieces, moved) > responseOf(pieces, amounts) ? moved : amounts
}
