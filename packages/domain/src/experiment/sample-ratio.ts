import { chiSquareTail } from '../statistics/incomplete-gamma.ts'

/** A split this unlikely by chance is a fault of the assignment or of the counting, not a result. */
const MISMATCH_BELOW = 0.001

export interface SampleRatio {
  readonly chiSquare: number
  /** Groups with people − 1. */
  readonly degreesOfFreedom: number
  readonly pValue: number
  readonly isMismatch: boolean
}

/**
 * Sample-ratio mismatch: do the groups have the sizes that the split should give them? Pearson's chi-square
 * of the sizes against their shares. With a mismatch no result of the test is to be believed (Fabijan et
 * al., KDD 2019; Kohavi, Tang and Xu, Trustworthy Online Controlled Experiments, 2020, ch. 21).
 *
 * @param groups with the share of the split that each should get; shares need not sum to 1
 * @returns null for fewer than two groups, nobody at all, or a share that is not above 0
 */
export function sampleRatio(
  groups: readonly { readonly people: number; readonly share: number }[],
): SampleRatio | null {
  const people = groups.reduce((sum, group) => sum + group.people, 0)
  const shares = groups.reduce((sum, group) => sum + group.share, 0)
  if (groups.length < 2 || people === 0 || groups.some(({ share }) => !(share > 0))) return null
  const chiSquare = groups.reduce((sum, group) => {
    const expected = (people * group.share) / shares
    return sum + (group.people - expected) ** 2 / expected
  }, 0)
  const degreesOfFreedom = groups.length - 1
  const pValue = chiSquareTail(chiSquare, degreesOfFreedom)
  return { chiSquare, degreesOfFreedom, pValue, isMismatch: pValue < MISMATCH_BELOW }
}
