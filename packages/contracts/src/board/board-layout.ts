import {
  BLOCK_KINDS,
  BLOCK_PERIODS,
  BLOCK_WIDTHS,
  BOARD_DIMENSIONS,
  MOST_BLOCKS,
} from '@yingce/domain/board/board-layout'
import { BOARD_METRICS } from '@yingce/domain/board/board-metric'
import { z } from 'zod'
import { Id } from '../common.ts'
import { defineRoute } from '../route.ts'

const PlanParams = z.strictObject({ planId: Id })

/** A part of the board, in the order in which it stands. */
export const BoardBlock = z.strictObject({
  kind: z.enum(BLOCK_KINDS),
  width: z.enum(BLOCK_WIDTHS),
  /** What a trend or a heat map shows. */
  metric: z.enum(BOARD_METRICS),
  dimension: z.enum(BOARD_DIMENSIONS),
  period: z.enum(BLOCK_PERIODS),
})

const Blocks = z.array(BoardBlock).min(1).max(MOST_BLOCKS)
const Layouts = z.object({
  /** Null: none made. What is shown is the own one, else the shared one, else the default. */
  own: z.array(BoardBlock).nullable(),
  shared: z.array(BoardBlock).nullable(),
})

export const getBoardLayout = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/board-layout',
  operationId: 'getBoardLayout',
  tag: 'plan',
  permission: 'record.read',
  summary: 'How the channel board of a plan is arranged: by oneself, and for everybody',
  params: PlanParams,
  response: Layouts,
})

export const saveOwnBoardLayout = defineRoute({
  method: 'PUT',
  path: '/api/plans/{planId}/board-layout/own',
  operationId: 'saveOwnBoardLayout',
  tag: 'plan',
  permission: 'record.read',
  summary: 'Arrange the channel board for oneself; null: as it is for everybody',
  params: PlanParams,
  body: z.strictObject({ blocks: Blocks.nullable() }),
  response: Layouts,
})

export const saveSharedBoardLayout = defineRoute({
  method: 'PUT',
  path: '/api/plans/{planId}/board-layout/shared',
  operationId: 'saveSharedBoardLayout',
  tag: 'plan',
  permission: 'plan.update',
  summary:
    'Arrange the channel board for everybody, also behind its links; the own arrangement of whoever does it goes. Null: the default',
  params: PlanParams,
  body: z.strictObject({ blocks: Blocks.nullable() }),
  response: Layouts,
})
