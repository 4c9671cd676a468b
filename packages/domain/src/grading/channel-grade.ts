/** What a channel is graded by. */
export const GRADE_DIMENSIONS = ['quality', 'cost', 'retention'] as const
export type GradeDimension = (typeof GRADE_DIMENSIONS)[number]

export type ChannelGrade = 'A' | 'B' | 'C'

/** What to do with the channel's money at the next review; rule 14 bounds by how much. */
export type ResourceChange = 'increase' | 'keep' | 'reduce' | 'wait'

export interface ChannelResult {
  readonly channel: string
  readonly conversions: number
  /**
   * Attainment against target or benchmark, 1 = 100 %, from `attainment` (of a cost: target / actual). Null
   * where it was not measured or cannot be said.
   */
  readonly attainments: Readonly<Record<GradeDimension, number | null>>
}

/** One line of the arithmetic. */
export interface GradeStep {
  readonly dimension: GradeDimension
  /** As set, 40 / 30 / 30 by default. */
  readonly weight: number
  /** Its part of the score, 0–1, after missing dimensions were left out. */
  readonly share: number
  readonly attainment: number
  /** The attainment, at most 150 %. */
  readonly counted: number
  /** share × counted; these sum to the score. */
  readonly points: number
}

export interface GradedChannel {
  readonly channel: string
  readonly conversions: number
  readonly steps: readonly GradeStep[]
  /** Dimensions that were left out, the rest rescaled: to be said beside the grade. */
  readonly missing: readonly GradeDimension[]
  /** Σ points, 1 = 100 %; null when every dimension is missing. */
  readonly score: number | null
  /** Null under 30 conversions (样本不足) or without a score. */
  readonly grade: ChannelGrade | null
  readonly gap: 'sample_too_small' | 'no_data' | null
  readonly change: ResourceChange
}

export type GradeWeights = Readonly<Record<GradeDimension, number>>
export const DEFAULT_GRADE_WEIGHTS: GradeWeights = { quality: 40, cost: 30, retention: 30 }

/** No dimension makes up for the others beyond this. */
const ATTAINMENT_CAP = 1.5
const FEWEST_CONVERSIONS = 30
const A_FROM = 1
const B_FROM = 0.8
/** Sums of shares carry dust in their last digits; a score of 100 % is A. */
const DUST = 1e-12

const CHANGES: Readonly<Record<ChannelGrade, ResourceChange>> = { A: 'increase', B: 'keep', C: 'reduce' }

/**
 * Channel grade 渠道分级 (rule 11): score = Σ weight × min(attainment, 150 %) / Σ weight over the dimensions
 * that are known; A from 100 %, B from 80 %, else C.
 *
 * Under 30 conversions there is no grade: the score is shown with "样本不足" and the advice is to wait. A
 * missing dimension is left out and the others rescaled; it is not a zero.
 *
 * @param weights 0 or more; a dimension of weight 0 does not count and is not missed
 */
export function gradeChannel(
  { channel, conversions, attainments }: ChannelResult,
  weights: GradeWeights = DEFAULT_GRADE_WEIGHTS,
): GradedChannel {
  const asked = GRADE_DIMENSIONS.filter((dimension) => weights[dimension] > 0)
  const known = asked.flatMap((dimension) => {
    const attainment = attainments[dimension]
    return attainment === null ? [] : [{ dimension, attainment, weight: weights[dimension] }]
  })
  const whole = known.reduce((sum, { weight }) => sum + weight, 0)
  const steps = known.map(({ dimension, attainment, weight }): GradeStep => {
    const counted = Math.min(attainment, ATTAINMENT_CAP)
    const share = weight / whole
    return { dimension, weight, share, attainment, counted, points: share * counted }
  })
  const score =
    steps.length === 0 ? null : steps.reduce((sum, { weight, counted }) => sum + weight * counted, 0) / whole
  const gap = score === null ? 'no_data' : conversions < FEWEST_CONVERSIONS ? 'sample_too_small' : null
  const grade = score === null || gap !== null ? null : gradeOf(score)
  return {
    channel,
    conversions,
    steps,
    missing: asked.filter((dimension) => attainments[dimension] === null),
    score,
    grade,
    gap,
    change: grade === null ? 'wait' : CHANGES[grade],
  }
}

function gradeOf(score: number): ChannelGrade {
  if (score >= A_FROM - DUST) return 'A'
  return score >= B_FROM - DUST ? 'B' : 'C'
}
