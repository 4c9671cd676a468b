import { checkIn, type LongWork } from '../computation/long-work.ts'
import { minimize, type Minimum, type ValueAndSlope } from '../statistics/minimize.ts'

/** Parameters run from 1e-6 to 1e6 of their scale. */
const LIMIT = Math.log(1e6)
/** From here on a parameter is said to run to its edge: the data hold it on one side only. */
const EDGE = Math.log(1e4)
const TRYING = 12
const POLISHING = 200
/** So many observations tell good starts from bad ones. */
const TRIED_ON = 5_000

export interface LikelihoodFit {
  readonly parameters: readonly number[]
  readonly logLikelihood: number
  /** The slopes vanish. Where not, the parameters are the best that were seen. */
  readonly converged: boolean
  /** Indexes of parameters that run to 0 or to infinity: the data do not determine them. */
  readonly atEdge: readonly number[]
}

/** Observations that stand for `count` equal ones. */
interface Counted {
  readonly count: number
}

/**
 * Maximum of a log-likelihood in parameters above 0: the search runs over their logarithms, begins at each
 * start for a few steps, with a part of the observations where there are many, and goes on from the best
 * one to the end. Slopes are judged per observation.
 *
 * @param logLikelihood of the observations given, with its slopes by the parameters themselves
 * @param scales natural size of each parameter (1, or a duration for one that is a duration)
 * @param starts in units of the scales
 * @throws Cancelled
 */
export function fitByLikelihood<Observation extends Counted>(
  logLikelihood: (parameters: readonly number[], observations: readonly Observation[]) => ValueAndSlope,
  observations: readonly Observation[],
  scales: readonly number[],
  starts: readonly (readonly number[])[],
  work: LongWork,
): LikelihoodFit {
  const parametersAt = (point: readonly number[]) => point.map((x, i) => Math.exp(x) * (scales[i] ?? 1))
  const lossOver = (some: readonly Observation[]) => {
    const count = countOf(some)
    return (point: readonly number[]): ValueAndSlope => {
      const parameters = parametersAt(point)
      const { value, slope } = logLikelihood(parameters, some)
      return { value: -value / count, slope: slope.map((one, i) => (-one * (parameters[i] ?? 0)) / count) }
    }
  }
  const roughLoss = lossOver(part(observations))
  const loss = lossOver(observations)
  const budget = starts.length * TRYING + POLISHING
  let done = 0
  const onIteration = () => checkIn(work, Math.min(1, done++ / budget))
  const tried = starts
    .map((start) =>
      minimize(roughLoss, start.map(Math.log), { limit: LIMIT, iterations: TRYING, onIteration }),
    )
    .toSorted((one, other) => one.value - other.value)
  const best = polished(tried, (point) =>
    minimize(loss, point, { limit: LIMIT, iterations: POLISHING, onIteration }),
  )
  return {
    parameters: parametersAt(best.point),
    logLikelihood: -best.value * countOf(observations),
    converged: best.isFound,
    atEdge: best.point.flatMap((x, index) => (Math.abs(x) > EDGE ? [index] : [])),
  }
}

function countOf(observations: readonly Counted[]): number {
  return observations.reduce((sum, { count }) => sum + count, 0)
}

/** Every k-th observation, so that some thousands are left. */
function part<Observation>(observations: readonly Observation[]): readonly Observation[] {
  const every = Math.ceil(observations.length / TRIED_ON)
  return every <= 1 ? observations : observations.filter((_one, index) => index % every === 0)
}

/** The best start brought to its end; the next best ones only where that did not lead to a maximum. */
function polished(tried: readonly Minimum[], polish: (point: readonly number[]) => Minimum): Minimum {
  const ends: Minimum[] = []
  for (const { point } of tried) {
    const end = polish(point)
    if (end.isFound) return end
    ends.push(end)
  }
  return ends.reduce((best, end) => (end.value < best.value ? end : best))
}
