import { BLOCK_KINDS, BLOCK_PERIODS, BOARD_DIMENSIONS } from '@yingce/domain/board/board-layout'
import { BOARD_METRICS } from '@yingce/domain/board/board-metric'
import { GRADE_DIMENSIONS } from '@yingce/domain/grading/channel-grade'
import { RETENTION_METRICS } from '@yingce/domain/grading/retention'
import { z } from 'zod'
import { Id, LocalDate, LocaleCode, Ratio } from '../common.ts'
import { KpiStatus } from '../plan/board.ts'
import { defineRoute } from '../route.ts'
import { SetAside } from '../metrics/calibration.ts'
import { BoardEvent } from './board-event.ts'

const Metric = z.enum(BOARD_METRICS)
const Grade = z.enum(['A', 'B', 'C'])
const Period = z.object({ from: LocalDate, to: LocalDate })

/** Money in fen, ratios 0–1, ROAS × 1; null: missing, which is not 0. Metrics that are not shown are absent. */
export const Values = z.partialRecord(Metric, z.number().nullable())

export const Mark = z.object({
  recordId: Id,
  metric: Metric,
  /** The target as written. */
  text: z.string(),
  /** Of a sum the part that is due in the period. */
  due: z.number(),
  attainment: Ratio.nullable(),
  status: KpiStatus,
})

const GradeBase = z.object({
  metric: z.enum([...BOARD_METRICS, ...RETENTION_METRICS]),
  actual: z.number().nullable(),
  base: z.number().nullable(),
  kind: z.enum(['channel_target', 'plan_target', 'benchmark', 'all_channels']),
})

const Step = z.object({
  name: z.string(),
  count: z.number().nullable(),
  stepRate: Ratio.nullable(),
  overallRate: Ratio.nullable(),
  dropRate: Ratio.nullable(),
  lost: z.number().nullable(),
  isLargerThanPrevious: z.boolean(),
})
const Funnel = z.object({ steps: z.array(Step), overallRate: Ratio.nullable() })

export const ChannelBoard = z.object({
  planName: z.string(),
  today: LocalDate,
  /** Null: the plan has no facts. */
  period: Period.nullable(),
  /** As many days right before. */
  comparedTo: Period.nullable(),
  /** First and last day with facts. */
  data: Period.nullable(),
  currency: z.string(),
  /** Facts in these are not on the board: amounts of several currencies are never added. */
  otherCurrencies: z.array(z.string()),
  hasEffectTable: z.boolean(),
  /** Shown ones, in order; without money fewer. */
  metrics: z.array(Metric),
  /** What `channels` are; targets of a single channel are held against channels only. */
  dimension: z.enum(BOARD_DIMENSIONS),
  /** Groups that are in the totals and not in `channels`, which holds those with the most conversions. */
  omitted: z.number().int(),
  total: z.object({ values: Values, previous: Values.nullable(), marks: z.array(Mark) }),
  channels: z.array(
    z.object({
      /** Name of the group; empty: facts that name none. */
      channel: z.string(),
      values: Values,
      previous: Values.nullable(),
      /** Likes per piece of content; null where content is not named. */
      meanLikes: z.number().nullable(),
      marks: z.array(Mark),
      quality: GradeBase,
      cost: GradeBase,
      /** Latest reading of the period; null: none. */
      retention: GradeBase.extend({ asOf: LocalDate }).nullable(),
      grade: z.object({
        conversions: z.number(),
        steps: z.array(
          z.object({
            dimension: z.enum(GRADE_DIMENSIONS),
            weight: z.number(),
            share: Ratio,
            attainment: Ratio,
            counted: Ratio,
            points: Ratio,
          }),
        ),
        missing: z.array(z.enum(GRADE_DIMENSIONS)),
        score: Ratio.nullable(),
        grade: Grade.nullable(),
        gap: z.enum(['sample_too_small', 'no_data']).nullable(),
        change: z.enum(['increase', 'keep', 'reduce', 'wait']),
      }),
      contribution: z.object({
        value: z.number().nullable(),
        share: Ratio.nullable(),
        cumulativeShare: Ratio.nullable(),
        grade: Grade.nullable(),
      }),
    }),
  ),
  contributionOf: z.enum(['revenue', 'conversions']),
  funnel: z.object({
    channels: z.array(z.object({ channel: z.string(), funnel: Funnel })),
    total: Funnel,
    biggestLoss: z.object({ channel: z.string(), step: Step }).nullable(),
  }),
  /** Days of the period with facts, ascending. */
  daily: z.array(z.object({ day: LocalDate, values: Values })),
  channelDaily: z.array(z.object({ day: LocalDate, channel: z.string(), values: Values })),
  /** Adjustments and competitor events that touch the period; a shared board has none. */
  events: z.array(BoardEvent),
  /** Figures of the period that a calibration leaves out of the totals. */
  setAside: z.array(SetAside),
})
export type ChannelBoard = z.infer<typeof ChannelBoard>

/** Both or neither; without them all days with facts. */
export const BoardPeriod = z.strictObject({ from: LocalDate.optional(), to: LocalDate.optional() })
export type BoardPeriod = z.infer<typeof BoardPeriod>

/** What to compute: the days, and what the figures are broken down by. */
export const BoardQuestion = BoardPeriod.extend({ by: z.enum(BOARD_DIMENSIONS).default('channel') })
export type BoardQuestion = z.infer<typeof BoardQuestion>

export const getChannelBoard = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/channel-board',
  operationId: 'getChannelBoard',
  tag: 'plan',
  permission: 'record.read',
  summary:
    'Figures of the plan by channel (or content, creator …) in a period, against targets, with funnel, grades and contribution',
  params: z.strictObject({ planId: Id }),
  query: BoardQuestion,
  response: ChannelBoard,
})

/** `xlsx`: figures with native charts; `svg`: a picture of the same. */
export const BOARD_FORMATS = ['xlsx', 'svg'] as const
export type BoardFormat = (typeof BOARD_FORMATS)[number]

export const exportChannelBoard = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/channel-board/export',
  operationId: 'exportChannelBoard',
  tag: 'export',
  permission: 'export.run',
  summary: 'The channel board as it is arranged for whoever asks: a workbook, or a picture',
  params: z.strictObject({ planId: Id }),
  query: BoardPeriod.extend({
    locale: LocaleCode.default('zh-CN'),
    format: z.enum(BOARD_FORMATS).default('svg'),
    /** The only block that is wanted, described by the next three; absent: all of the arrangement. */
    kind: z.enum(BLOCK_KINDS).optional(),
    metric: Metric.default('ctr'),
    by: z.enum(BOARD_DIMENSIONS).default('channel'),
    days: z.enum(BLOCK_PERIODS).default('board'),
  }),
  binary: { contentType: 'application/octet-stream', description: 'XLSX or SVG' },
})
