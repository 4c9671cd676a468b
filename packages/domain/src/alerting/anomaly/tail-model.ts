/** Share of the values beyond the line, on one side. */
const TAIL_SHARE = 0.025
const LINE_SURPRISE = -Math.log(TAIL_SHARE)

/** Neither falls below these, so that a history without any noise does not make the next whisper a shout. */
const LEAST_LINE = 1
const LEAST_EXCESS = 0.25
/** Exceedances that the mean remembers. */
const MEMORY = 100
/** How much a step of the line is once this many values were seen; before it is larger. */
const LAST_STEP = 0.01
const STEPPED_VALUES = 225
const FIRST_STEP = LAST_STEP * Math.sqrt(STEPPED_VALUES)
const LARGEST_LEARNT = 8

/** Upper tail of a stream of numbers whose standard deviation is about 1. */
export interface TailModel {
  line: number
  /** Mean distance above the line, of those above it. */
  excess: number
  exceedances: number
  seen: number
}

/**
 * Peaks over a threshold: the line moves until 2.5 % of the values lie above it, and how far these
 * lie above it is taken to be exponential with the mean seen so far. A series with heavy tails gets a
 * large mean, and the same value surprises less.
 *
 * The first guess is about a normal distribution's and weighs as much as 20 exceedances.
 *
 * Sources: Pickands 1975 and Balkema and de Haan 1974 (the exponential is their shape 0); Siffer et al.
 * 2017, "Anomaly Detection in Streams with Extreme Value Theory", for its use on streams; Robbins and
 * Monro 1951 for the moving quantile.
 */
export function createTailModel(): TailModel {
  return { line: 1.6, excess: 0.6, exceedances: 20, seen: 0 }
}

/** −ln of the probability that a value is this large or larger; 0 below the line, where it is not known. */
export function tailSurprise({ line, excess }: TailModel, value: number): number {
  return value > line ? (value - line) / excess + LINE_SURPRISE : 0
}

/** One giant teaches no more than eight usual exceedances, so that it does not hide the next. */
export function learnTail(model: TailModel, value: number): void {
  model.seen++
  const step = model.seen < STEPPED_VALUES ? FIRST_STEP / Math.sqrt(model.seen) : LAST_STEP
  if (value <= model.line) {
    model.line = Math.max(LEAST_LINE, model.line - step * TAIL_SHARE)
    return
  }
  model.exceedances++
  const above = Math.min(value - model.line, LARGEST_LEARNT * model.excess)
  model.excess = Math.max(
    LEAST_EXCESS,
    model.excess + (above - model.excess) / Math.min(model.exceedances, MEMORY),
  )
  model.line += step * (1 - TAIL_SHARE)
}
