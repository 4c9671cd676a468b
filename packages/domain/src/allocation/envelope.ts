import { amountAtMarginal, concaveFrom, marginalAt, responseAt } from '../response/curve.ts'
import type { ResponseCurve } from '../response/curve.ts'

/** A curve between two amounts. */
export interface Piece {
  readonly curve: ResponseCurve
  readonly low: number
  readonly high: number
}

/** The least concave curve above a piece: straight from `low` to `knee`, then the curve itself up to `high`. */
export interface Envelope extends Piece {
  readonly knee: number
  /** Slope of the straight part; meaningless where `knee` is `low`. */
  readonly slope: number
  readonly lowResponse: number
}

/** Halvings that exhaust the digits of a double. */
const HALVINGS = 60

/**
 * The straight part ends where it touches the curve, or at `high` when the curve is still convex enough there
 * (Udell and Boyd, Maximizing a Sum of Sigmoids, 2013).
 */
export function envelopeOf(piece: Piece): Envelope {
  const { curve, low, high } = piece
  const lowResponse = responseAt(curve, low)
  const turn = concaveFrom(curve)
  if (low >= turn || high <= low) return { ...piece, knee: low, slope: 0, lowResponse }
  const isBehind = (at: number): boolean =>
    responseAt(curve, at) - lowResponse >= marginalAt(curve, at) * (at - low)
  const slopeTo = (knee: number): number => (responseAt(curve, knee) - lowResponse) / (knee - low)
  if (turn >= high || !isBehind(high)) return { ...piece, knee: high, slope: slopeTo(high), lowResponse }
  let before = turn
  let knee = high
  for (let round = 0; round < HALVINGS && before < knee; round++) {
    const middle = (before + knee) / 2
    if (middle <= before || middle >= knee) break
    if (isBehind(middle)) knee = middle
    else before = middle
  }
  return { ...piece, knee, slope: slopeTo(knee), lowResponse }
}

/** Value of the envelope at an amount within it. */
export function envelopeAt(envelope: Envelope, amount: number): number {
  const { curve, low, knee, slope, lowResponse } = envelope
  return amount < knee ? lowResponse + slope * (amount - low) : responseAt(curve, amount)
}

/** Amount that an envelope takes where a unit of money must bring at least `marginal`; the lower one when it does not matter. */
export function envelopeAmount(envelope: Envelope, marginal: number): number {
  const { curve, low, high, knee, slope } = envelope
  if (knee > low) {
    if (marginal >= slope) return low
    if (knee >= high) return high
  }
  return Math.min(high, Math.max(knee, amountAtMarginal(curve, marginal)))
}
