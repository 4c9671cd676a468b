import type { LongWork } from '../computation/long-work.ts'
import { digamma, logGamma } from '../statistics/log-gamma.ts'
import type { ValueAndSlope } from '../statistics/minimize.ts'
import { checkSpending } from './check-customers.ts'
import type { CustomerSpending } from './customer-purchases.ts'
import { fitByLikelihood } from './fit-by-likelihood.ts'
import type { GammaGamma } from './gamma-gamma.ts'
import { LtvRefusal } from './ltv-refusal.ts'

export interface GammaGammaFit extends GammaGamma {
  readonly logLikelihood: number
  /** Customers it was fitted on: those with repeat purchases and a mean value. */
  readonly customers: number
  readonly converged: boolean
  readonly undetermined: readonly (keyof GammaGamma)[]
}

const FEWEST_CUSTOMERS = 10
const PARAMETERS = ['p', 'q', 'v'] as const
/** v is in units of the mean value; it follows from p v / (q − 1) = 1. */
const SHAPES = [
  [6, 4],
  [2, 2],
  [1, 10],
  [20, 20],
] as const

interface Spender {
  readonly count: 1
  readonly x: number
  readonly mean: number
  /** What all x purchases brought. */
  readonly total: number
}

/**
 * Gamma-Gamma parameters of greatest likelihood, from the customers with repeat purchases alone; those
 * without, or without a value, are left out.
 *
 * @throws LtvRefusal `value_not_positive`, `frequency_not_whole`, `too_few_customers`
 * @throws Cancelled
 */
export function fitGammaGamma(customers: readonly CustomerSpending[], work: LongWork = {}): GammaGammaFit {
  checkSpending(customers)
  const spenders = customers.flatMap(({ frequency: x, meanValue: mean }): Spender[] =>
    x === 0 || mean === null ? [] : [{ count: 1, x, mean, total: x * mean }],
  )
  if (spenders.length < FEWEST_CUSTOMERS)
    throw new LtvRefusal(
      'too_few_customers',
      `${spenders.length} customers bought again with a known value, ${FEWEST_CUSTOMERS} are the least to fit from`,
    )
  const scale = spenders.reduce((sum, { mean }) => sum + mean, 0) / spenders.length
  const fit = fitByLikelihood(
    ([p = 1, q = 1, v = 1], some) => gammaGammaLikelihood({ p, q, v }, some),
    spenders,
    [1, 1, scale],
    SHAPES.map(([p, q]) => [p, q, (q - 1) / p]),
    work,
  )
  const [p = 0, q = 0, v = 0] = fit.parameters
  return {
    p,
    q,
    v,
    logLikelihood: fit.logLikelihood,
    customers: spenders.length,
    converged: fit.converged,
    undetermined: PARAMETERS.filter((_name, index) => fit.atEdge.includes(index)),
  }
}

/**
 * Log-likelihood of the mean values (Fader and Hardie 2013, eq. 1a) and its slopes by p, q, v. The gammas
 * depend on the number of purchases alone and are made once for each.
 */
function gammaGammaLikelihood(model: GammaGamma, spenders: readonly Spender[]): ValueAndSlope {
  const { p, q, v } = model
  const known = new Map<number, ReturnType<typeof gammasOf>>()
  const logV = Math.log(v)
  let value = 0
  let byP = 0
  let byQ = 0
  let byV = 0
  for (const { x, mean, total } of spenders) {
    let gammas = known.get(x)
    if (gammas === undefined) {
      gammas = gammasOf(model, x)
      known.set(x, gammas)
    }
    const whole = p * x + q
    const logShare = Math.log(total / (total + v))
    const logRest = logV - Math.log(total + v)
    value += gammas.value + p * x * logShare + q * logRest - Math.log(mean)
    byP += gammas.byP + x * logShare
    byQ += gammas.byQ + logRest
    byV += q / v - whole / (total + v)
  }
  return { value, slope: [byP, byQ, byV] }
}

/** ln Γ(p x + q) − ln Γ(p x) − ln Γ(q), and its slopes by p and q. */
function gammasOf({ p, q }: GammaGamma, x: number) {
  const shape = p * x
  const slope = digamma(shape + q)
  return {
    value: logGamma(shape + q) - logGamma(shape) - logGamma(q),
    byP: x * (slope - digamma(shape)),
    byQ: slope - digamma(q),
  }
}
