import { marginalAt, responseAt } from '../response/curve.ts'
import { envelopeAmount, envelopeAt } from './envelope.ts'
import type { Envelope } from './envelope.ts'

export interface EqualMarginal {
  readonly amounts: readonly number[]
  /** Response of the envelopes: no amounts within the pieces bring more than this of the curves. */
  readonly bound: number
  /** λ: another budget b brings at most bound + λ (b − budget). Infinity where nothing may be moved, 0 where money is left. */
  readonly marginal: number
}

const ROUNDS = 200

/**
 * Best amounts of concave envelopes for a budget: all that can still move have the same marginal return λ
 * (Gossen's second law; λ is the multiplier of the budget). Found by halving an interval around ln λ, with
 * secant steps where they help.
 *
 * @param budget at least the sum of the lows; more than the sum of the highs is not spent
 */
export function equalMarginal(envelopes: readonly Envelope[], budget: number): EqualMarginal {
  const lows = envelopes.map(({ low }) => low)
  const highs = envelopes.map(({ high }) => high)
  if (sum(highs) <= budget) return { amounts: highs, bound: totalOf(envelopes, highs), marginal: 0 }
  if (sum(lows) >= budget) return { amounts: lows, bound: totalOf(envelopes, lows), marginal: Infinity }
  const amountsAt = (marginal: number): number[] =>
    envelopes.map((envelope) => envelopeAmount(envelope, marginal))
  const { cheap, dear } = bracket(envelopes, budget, (marginal) => sum(amountsAt(marginal)))
  const atDear = amountsAt(dear)
  const amounts = fill(atDear, amountsAt(cheap), budget)
  return { amounts, bound: totalOf(envelopes, atDear) + dear * (budget - sum(atDear)), marginal: dear }
}

/** The closest two values of λ between which the spend passes the budget. */
function bracket(
  envelopes: readonly Envelope[],
  budget: number,
  spendAt: (marginal: number) => number,
): { readonly cheap: number; readonly dear: number } {
  const slopes = envelopes
    .filter(({ low, high }) => high > low)
    .map(({ curve, low, high, knee, slope }) => (knee > low ? slope : marginalAt(curve, (low + high) / 2)))
  let dear = Math.log(Math.max(...slopes.filter((slope) => slope > 0)))
  let cheap = dear
  let over = 0
  let under = 0
  for (let reach = 1; (under = spendAt(Math.exp(dear)) - budget) > 0; reach *= 2) dear += reach
  for (let reach = 1; (over = spendAt(Math.exp(cheap)) - budget) < 0; reach *= 2) cheap -= reach
  let isHalving = false
  for (let round = 0; round < ROUNDS && over > 0 && under < 0; round++) {
    const width = dear - cheap
    const secant = cheap + (width * over) / (over - under)
    const middle = isHalving || secant <= cheap || secant >= dear ? (cheap + dear) / 2 : secant
    if (middle <= cheap || middle >= dear) break
    const excess = spendAt(Math.exp(middle)) - budget
    if (excess >= 0) {
      cheap = middle
      over = excess
    } else {
      dear = middle
      under = excess
    }
    // A secant that hardly narrows the interval stands at a jump or a bend: halve next.
    isHalving = !isHalving && dear - cheap > width / 2
  }
  return over === 0
    ? { cheap: Math.exp(cheap), dear: Math.exp(cheap) }
    : { cheap: Math.exp(cheap), dear: Math.exp(dear) }
}

/** What the dear amounts leave goes to the channels in order, so that at most one stands inside a jump. */
function fill(from: readonly number[], to: readonly number[], budget: number): number[] {
  let left = budget - sum(from)
  return from.map((amount, index) => {
    const more = Math.max(0, Math.min(left, (to[index] ?? amount) - amount))
    left -= more
    return amount + more
  })
}

function totalOf(envelopes: readonly Envelope[], amounts: readonly number[]): number {
  return sum(envelopes.map((envelope, index) => envelopeAt(envelope, amounts[index] ?? envelope.low)))
}

/** Response of the curves themselves. */
export function responseOf(
  envelopes: readonly Pick<Envelope, 'curve'>[],
  amounts: readonly number[],
): number {
  return sum(envelopes.map(({ curve }, index) => responseAt(curve, amounts[index] ?? 0)))
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
