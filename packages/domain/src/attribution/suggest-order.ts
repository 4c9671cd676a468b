import { type LongWork, partOfWork } from '../computation/long-work.ts'
import { MARKOV_ORDERS, type MarkovOrder } from './attribution-model.ts'
import type { Journeys } from './journeys.ts'
import { type MarkovChain, markovChain } from './markov-chain.ts'

/** How well a chain of an order explains the journeys; less is better. */
export interface OrderCriterion {
  readonly order: MarkovOrder
  /** −2 ln L + parameters · ln(steps) */
  readonly bic: number
  readonly parameters: number
}

export interface OrderSuggestion {
  readonly order: MarkovOrder
  readonly criteria: readonly OrderCriterion[]
}

/**
 * The order with the least Bayesian information criterion: Schwarz, "Estimating the dimension of a model",
 * Annals of Statistics 6, 1978; for the order of a Markov chain Katz, Technometrics 23, 1981. Parameters are
 * counted over the steps that occur, as Billingsley does ("Statistical methods in Markov chains", Annals of
 * Mathematical Statistics 32, 1961), since most of the possible ones never do.
 *
 * Needs no null paths; whether the journeys converted is one of the steps that are explained.
 */
export function suggestOrder(journeys: Journeys, long: LongWork): OrderSuggestion {
  const criteria = MARKOV_ORDERS.map((order, index) => {
    const part = partOfWork(long, index / MARKOV_ORDERS.length, (index + 1) / MARKOV_ORDERS.length)
    return criterionOf(markovChain(journeys, order, part), stepsOf(journeys))
  })
  const best = criteria.reduce((least, one) => (one.bic < least.bic ? one : least))
  return { order: best.order, criteria }
}

function criterionOf(chain: MarkovChain, steps: number): OrderCriterion {
  const { begun, converted, lost, edgeStarts, edgeFlow } = chain
  const first = choice([...begun])
  let { logLikelihood, free } = first
  for (let state = 0; state < begun.length; state++) {
    const onward = edgeFlow.subarray(edgeStarts[state] ?? 0, edgeStarts[state + 1] ?? 0)
    const one = choice([converted[state] ?? 0, lost[state] ?? 0, ...onward])
    logLikelihood += one.logLikelihood
    free += one.free
  }
  return { order: chain.order, bic: -2 * logLikelihood + free * Math.log(steps), parameters: free }
}

/** A choice that was made so often each way: its log-likelihood, and how many frequencies are free. */
function choice(counts: readonly number[]): { readonly logLikelihood: number; readonly free: number } {
  const total = counts.reduce((sum, count) => sum + count, 0)
  let logLikelihood = 0
  let ways = 0
  for (const count of counts) {
    if (count === 0) continue
    ways++
    logLikelihood += count * Math.log(count / total)
  }
  return { logLikelihood, free: Math.max(0, ways - 1) }
}

/** Choices that all journeys made together: each touch, and how it ended. */
function stepsOf({ starts, conversions, nulls }: Journeys): number {
  let steps = 0
  for (let path = 0; path < conversions.length; path++) {
    const touches = (starts[path + 1] ?? 0) - (starts[path] ?? 0)
    steps += ((conversions[path] ?? 0) + (nulls[path] ?? 0)) * (touches + 1)
  }
  return steps
}
