import { BOARD_METRICS } from '@yingce/domain/board/board-metric'
import { SPAN_KINDS, SPAN_NAME } from '@yingce/domain/board/board-span'
import { z } from 'zod'
import { Id, LocalDate, LocaleCode, Ratio } from '../common.ts'
import { KpiStatus } from '../plan/board.ts'
import { defineRoute } from '../route.ts'
import { SetAside } from '../metrics/calibration.ts'
import { BOARD_FORMATS, Mark, Values } from './channel-board.ts'

const Metric = z.enum(BOARD_METRICS)
const Name = z.string().regex(SPAN_NAME)

export const PeriodBoard = z.object({
  period: z.object({ kind: z.enum(SPAN_KINDS), name: Name, from: LocalDate, to: LocalDate }),
  previous: Name,
  next: Name,
  today: LocalDate,
  currency: z.string(),
  /** All that the period has facts in; amounts of several are never added. */
  currencies: z.array(z.string()),
  metrics: z.array(Metric),
  total: z.object({ values: Values, previous: Values.nullable() }),
  /** Targets of all plans by metric; only sums are added. */
  targets: z.array(
    z.object({
      metric: Metric,
      isCeiling: z.boolean(),
      plans: z.number().int(),
      /** What falls into the period, and what of it is due by yesterday. */
      whole: z.number(),
      due: z.number(),
      actual: z.number().nullable(),
      attainment: Ratio.nullable(),
      status: KpiStatus,
    }),
  ),
  /** With facts or targets in the period. */
  plans: z.array(
    z.object({
      /** Null: facts of no plan. */
      planId: Id.nullable(),
      name: z.string(),
      values: Values,
      previous: Values.nullable(),
      marks: z.array(Mark),
    }),
  ),
  channels: z.array(z.object({ channel: z.string(), values: Values, previous: Values.nullable() })),
  /** Figures of the period that a calibration leaves out of the totals. */
  setAside: z.array(SetAside),
})
export type PeriodBoard = z.infer<typeof PeriodBoard>

const PeriodQuestion = z.strictObject({
  /** `2026-Q2` or `2026`; absent: this quarter. */
  period: Name.optional(),
  /** Absent: the renminbi where there is any, else that of the most plans. */
  currency: z.string().length(3).optional(),
})

export const getPeriodBoard = defineRoute({
  method: 'GET',
  path: '/api/boards/period',
  operationId: 'getPeriodBoard',
  tag: 'plan',
  permission: 'record.read',
  summary:
    'A quarter or year over all plans: totals, plans and channels against the one before, and targets against what was reached',
  query: PeriodQuestion,
  response: PeriodBoard,
})

export const exportPeriodBoard = defineRoute({
  method: 'GET',
  path: '/api/boards/period/export',
  operationId: 'exportPeriodBoard',
  tag: 'export',
  permission: 'export.run',
  summary: 'The quarterly or annual board as it is arranged for whoever asks: a workbook, or a picture',
  query: PeriodQuestion.extend({
    locale: LocaleCode.default('zh-CN'),
    format: z.enum(BOARD_FORMATS).default('svg'),
  }),
  binary: { contentType: 'application/octet-stream', description: 'XLSX or SVG' },
})
