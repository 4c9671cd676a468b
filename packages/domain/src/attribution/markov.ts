import { type LongWork, partOfWork } from '../computation/long-work.ts'
import type { Credits } from './credit-by-touch.ts'
import { type MarkovChain, statesWith } from './markov-chain.ts'
import { walkChain } from './walk-chain.ts'

export interface MarkovCredits extends Credits {
  /** Probability that a journey converts; conversions / journeys at every order. */
  readonly probability: number
  /** Per channel: 1 − P(conversion without it) / P(conversion); null when nothing converts. */
  readonly removalEffects: Float64Array | null
  /** The same of the expected value; null without values, or when all is worth nothing. */
  readonly valueRemovalEffects: Float64Array | null
}

/**
 * Removal effects of all channels, and the totals shared out in proportion to them (Anderl, Becker, von
 * Wangenheim and Schumann, "Mapping the customer journey", IJRM 33, 2016).
 *
 * A step to a state that holds the channel leads to null. Steps from a state to itself change nothing.
 *
 * @param totalValue null when the journeys state no values
 */
export function markovCredits(
  chain: MarkovChain,
  channelCount: number,
  totalConversions: number,
  totalValue: number | null,
  long: LongWork,
): MarkovCredits {
  const share = 1 / (channelCount + 1)
  const nobody = new Uint8Array(chain.windows.length)
  const guess = chain.total === 0 ? 0 : totalConversions / chain.total
  const all =
    guess === 0 ? { conversion: 0, value: 0 } : walkChain(chain, nobody, guess, partOfWork(long, 0, share))
  const effects = new Float64Array(channelCount)
  const valueEffects = new Float64Array(channelCount)
  for (let channel = 0; channel < channelCount && all.conversion > 0; channel++) {
    const part = partOfWork(long, (channel + 1) * share, (channel + 2) * share)
    const without = walkChain(chain, statesWith(chain, channel), guess, part)
    effects[channel] = lostPart(without.conversion, all.conversion)
    valueEffects[channel] = lostPart(without.value, all.value)
  }
  return {
    probability: all.conversion,
    removalEffects: all.conversion > 0 ? effects : null,
    valueRemovalEffects: totalValue !== null && all.value > 0 ? valueEffects : null,
    conversions: inProportion(effects, totalConversions),
    values: totalValue === null ? null : inProportion(valueEffects, totalValue),
  }
}

/** Never below 0: a channel that no conversion needs would else lose a rounding error. */
function lostPart(without: number, all: number): number {
  return all > 0 ? Math.max(0, 1 - without / all) : 0
}

function inProportion(effects: Float64Array, total: number): Float64Array {
  const sum = effects.reduce((before, effect) => before + effect, 0)
  return effects.map((effect) => (sum === 0 ? 0 : (effect / sum) * total))
}
