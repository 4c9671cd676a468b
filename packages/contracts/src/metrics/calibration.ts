import { TOLERANCE_BOUNDS } from '@yingce/domain/metrics/calibrate'
import { CALIBRATED_METRICS } from '@yingce/domain/metrics/compare-sources'
import { TWICE_REPORTED } from '@yingce/domain/metrics/double-count'
import { COUNTED_SOURCES } from '@yingce/domain/metrics/trusted-source'
import { z } from 'zod'
import { CurrencyCode, Id, LocalDate } from '../common.ts'
import { defineRoute } from '../route.ts'

const MAX_PAIRS = 50

/** One metric of two sources that are held against each other. */
export const CalibrationPair = z.strictObject({
  id: Id,
  metric: z.enum(CALIBRATED_METRICS),
  /** The source whose figure the gap is a share of: usually the platform that sold the traffic. */
  platformId: Id,
  otherId: Id,
  /** Share 0–1 of the platform's figure; a gap of exactly this is within. */
  tolerance: z.number().min(TOLERANCE_BOUNDS.min).max(TOLERANCE_BOUNDS.max),
  /** Which of the two counts where they differ. */
  trusted: z.enum(['platform', 'other']),
  /** What boards, KPIs, alerts and reports make of it: add both, or take the trusted one alone where both have a figure. */
  counted: z.enum(COUNTED_SOURCES).default('both'),
})
export type CalibrationPair = z.infer<typeof CalibrationPair>

const Total = z.object({
  /** Money in fen; of the days (and channels) that both sources have. Null: none. */
  platform: z.number().nullable(),
  other: z.number().nullable(),
  /** Null: nothing to compare, or the platform's figure is zero. */
  calibration: z
    .object({
      difference: z.number(),
      /** Share of the platform's figure, positive when the platform counts more. */
      gap: z.number(),
      isOverTolerance: z.boolean(),
      /** Lines that were compared. */
      pairs: z.number().int(),
    })
    .nullable(),
})

/** A figure that boards leave out, because the trusted source has it for the same days (and channels) of the plan. */
export const SetAside = z.object({
  pairId: Id,
  metric: z.enum(CALIBRATED_METRICS),
  /** Names of the sources. */
  trusted: z.string(),
  other: z.string(),
  /** What the trusted source says there; money in fen. */
  counted: z.number(),
  /** What the other says there, and is not in the figures. */
  setAside: z.number(),
})
export type SetAside = z.infer<typeof SetAside>

const Period = z.object({ from: LocalDate, to: LocalDate })

const ComparedPair = CalibrationPair.extend({
  platformName: z.string(),
  otherName: z.string(),
  /** Of the platform's money; null for counts. */
  currency: CurrencyCode.nullable(),
  total: Total,
  /** Lines over the tolerance. */
  overCount: z.number().int(),
})
export type ComparedPair = z.infer<typeof ComparedPair>

const Calibration = z.object({
  /** 0: nothing was set. To be given back when the pairs are saved. */
  version: z.number().int(),
  period: Period,
  pairs: z.array(ComparedPair),
})

/** Both or neither; without them the seven days up to yesterday. At most 92 days. */
const Asked = z.strictObject({ from: LocalDate.optional(), to: LocalDate.optional() })

export const getCalibration = defineRoute({
  method: 'GET',
  path: '/api/metrics/calibration',
  operationId: 'getCalibration',
  tag: 'metrics',
  permission: 'record.read',
  summary: 'Which metrics are compared between which two sources, and how far they are apart in a period',
  query: Asked,
  response: Calibration,
})

export const saveCalibration = defineRoute({
  method: 'PUT',
  path: '/api/metrics/calibration',
  operationId: 'saveCalibration',
  tag: 'metrics',
  permission: 'import.run',
  summary: 'Put these comparisons in place of the present ones',
  body: z.strictObject({
    version: z.number().int().min(0),
    pairs: z.array(CalibrationPair).max(MAX_PAIRS),
  }),
  response: Calibration,
  errors: ['rule_violated', 'wrong_state'],
})

export const compareCalibration = defineRoute({
  method: 'GET',
  path: '/api/metrics/calibration/{pairId}',
  operationId: 'compareCalibration',
  tag: 'metrics',
  permission: 'record.read',
  summary: 'One comparison by day and channel',
  params: z.strictObject({ pairId: Id }),
  query: Asked,
  response: z.object({
    period: Period,
    /** Else the two sources share no channel, and whole days are compared. */
    isByChannel: z.boolean(),
    channels: z.array(Total.extend({ channel: z.string().nullable() })),
    lines: z.array(Total.extend({ day: LocalDate, channel: z.string().nullable() })),
    /** Lines beyond those listed. */
    omitted: z.number().int(),
  }),
})

/** Two sources that report one metric for the same channels and days while nothing says how they relate: they are added. */
export const DoubleCount = z.object({
  metric: z.enum(TWICE_REPORTED),
  firstId: Id,
  firstName: z.string(),
  secondId: Id,
  secondName: z.string(),
  /** Of both, for money; null for counts. */
  currency: CurrencyCode.nullable(),
  channels: z.array(z.string()),
  /** Days in common, of the channel that has the most. */
  days: z.number().int(),
  /** Sums over the days that both have; money in fen. */
  first: z.number(),
  second: z.number(),
})
export type DoubleCount = z.infer<typeof DoubleCount>

/** The same for whoever cannot answer it: without the ids of the sources. */
export const ToldDoubleCount = DoubleCount.omit({ firstId: true, secondId: true })
export type ToldDoubleCount = z.infer<typeof ToldDoubleCount>

export const listDoubleCounts = defineRoute({
  method: 'GET',
  path: '/api/metrics/double-counts',
  operationId: 'listDoubleCounts',
  tag: 'metrics',
  permission: 'record.read',
  summary:
    'Metrics that two sources report for the same channels and days, without a comparison that says which one counts',
  query: z.strictObject({
    /** Of one plan; absent: all facts. */
    planId: Id.optional(),
    /** Of sources in this currency, as boards show one; absent: of all. */
    currency: CurrencyCode.optional(),
    /** Both or neither; without them the 90 days up to yesterday. At most 1,100 days. */
    from: LocalDate.optional(),
    to: LocalDate.optional(),
  }),
  response: z.object({ period: Period, items: z.array(DoubleCount) }),
})
