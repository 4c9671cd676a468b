import type { LongWork } from '../computation/long-work.ts'
import type { BgNbd } from './bg-nbd.ts'
import { bgNbdLikelihood, likeCustomers } from './bg-nbd-likelihood.ts'
import { checkCustomers } from './check-customers.ts'
import type { CustomerPurchases } from './customer-purchases.ts'
import { fitByLikelihood } from './fit-by-likelihood.ts'

export interface BgNbdFit extends BgNbd {
  readonly logLikelihood: number
  readonly customers: number
  readonly converged: boolean
  /** Parameters that the data do not determine: a towards 0 where nobody seems to stop, for one. */
  readonly undetermined: readonly (keyof BgNbd)[]
}

const PARAMETERS = ['r', 'alpha', 'a', 'b'] as const
/** Shapes to begin with: few or many who buy often, early or late stopping. alpha follows from the mean rate. */
const SHAPES = [
  [0.3, 0.8, 2.5],
  [1.5, 0.8, 2.5],
  [0.3, 2, 20],
  [1.5, 0.2, 2],
  [5, 3, 3],
] as const

/**
 * BG/NBD parameters of greatest likelihood. The unit of alpha is that of the customers' times.
 *
 * On the CDNOW sample (2,357 customers, weeks) the published answer is r .243, alpha 4.414, a .793, b 2.426
 * with log-likelihood −9582.4 (Fader, Hardie and Lee 2005).
 *
 * @throws LtvRefusal for customers that cannot be, too few, or without any repeat purchase
 * @throws Cancelled
 */
export function fitBgNbd(customers: readonly CustomerPurchases[], work: LongWork = {}): BgNbdFit {
  checkCustomers(customers)
  const groups = likeCustomers(customers)
  const time = customers.reduce((sum, { age }) => sum + age, 0)
  const purchases = customers.reduce((sum, { frequency }) => sum + frequency, 0)
  const meanGap = time / purchases
  const fit = fitByLikelihood(
    ([r = 1, alpha = 1, a = 1, b = 1], some) => bgNbdLikelihood({ r, alpha, a, b }, some),
    groups,
    [1, meanGap, 1, 1],
    SHAPES.map(([r, a, b]) => [r, r / 2, a, b]),
    work,
  )
  const [r = 0, alpha = 0, a = 0, b = 0] = fit.parameters
  return {
    r,
    alpha,
    a,
    b,
    logLikelihood: fit.logLikelihood,
    customers: customers.length,
    converged: fit.converged,
    undetermined: PARAMETERS.filter((_name, index) => fit.atEdge.includes(index)),
  }
}
