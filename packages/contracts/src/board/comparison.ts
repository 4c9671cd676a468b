import { BOARD_DIMENSIONS } from '@yingce/domain/board/board-layout'
import { PEOPLE_COUNTS } from '@yingce/domain/board/compare-groups'
import { z } from 'zod'
import { Id, LocalDate } from '../common.ts'
import { defineRoute } from '../route.ts'
import { BoardPeriod } from './channel-board.ts'

const Metric = z.enum(['impressions', 'clicks', 'ctr', 'conversions', 'cvrClick', ...PEOPLE_COUNTS])

const Comparison = z.object({
  today: LocalDate,
  /** The asked one, else all days with facts; null: there are none. */
  period: z.object({ from: LocalDate, to: LocalDate }).nullable(),
  dimension: z.enum(BOARD_DIMENSIONS),
  /** Named ones with figures, those with the most conversions first. */
  groups: z.array(
    z.object({
      name: z.string(),
      values: z.partialRecord(Metric, z.number().nullable()),
      /** Visitors or users are counted several times (by day, by source), which do not add. */
      isPeopleSplit: z.boolean(),
    }),
  ),
  omitted: z.number().int(),
})
export type Comparison = z.infer<typeof Comparison>

export const getComparison = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/comparison',
  operationId: 'getComparison',
  tag: 'plan',
  permission: 'record.read',
  summary: 'Groups of the plan’s figures to compare with each other: contents, ads, audiences',
  params: z.strictObject({ planId: Id }),
  query: BoardPeriod.extend({
    /** Absent: the first of content, ad, creator, audience, campaign, product, region, channel with two groups. */
    by: z.enum(BOARD_DIMENSIONS).optional(),
  }),
  response: Comparison,
})
