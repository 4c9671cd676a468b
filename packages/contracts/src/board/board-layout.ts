import {
  BLOCK_KINDS,
  BLOCK_PERIODS,
  BLOCK_WIDTHS,
  BOARD_DIMENSIONS,
  MOST_BLOCKS,
} from '@yingce/domain/board/board-layout'
import { BOARD_METRICS } from '@yingce/domain/board/board-metric'
import { PERIOD_BLOCK_KINDS } from '@yingce/domain/board/period-layout'
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

/** A part of the board over all plans. */
const PeriodBlock = z.strictObject({ kind: z.enum(PERIOD_BLOCK_KINDS), width: z.enum(BLOCK_WIDTHS) })

function layoutsOf<B extends z.ZodType>(block: B) {
  return z.object({
    /** Null: none made. What is shown is the own one, else the shared one, else the default. */
    own: z.array(block).nullable(),
    shared: z.array(block).nullable(),
    /** +1 with every save, also with one that goes back to null; 0: never saved. */
    ownVersion: z.number().int(),
    sharedVersion: z.number().int(),
  })
}

function savedLayout<B extends z.ZodType>(block: B) {
  return z.strictObject({
    blocks: z.array(block).min(1).max(MOST_BLOCKS).nullable(),
    /** The version that was arranged anew. */
    version: z.number().int().min(0),
  })
}

export const getBoardLayout = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/board-layout',
  operationId: 'getBoardLayout',
  tag: 'plan',
  permission: 'record.read',
  summary: 'How the channel board of a plan is arranged: by oneself, and for everybody',
  params: PlanParams,
  response: layoutsOf(BoardBlock),
})

export const saveOwnBoardLayout = defineRoute({
  method: 'PUT',
  path: '/api/plans/{planId}/board-layout/own',
  operationId: 'saveOwnBoardLayout',
  tag: 'plan',
  permission: 'record.read',
  summary: 'Arrange the channel board for oneself; null: as it is for everybody',
  params: PlanParams,
  body: savedLayout(BoardBlock),
  response: layoutsOf(BoardBlock),
  errors: ['wrong_state'],
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
  body: savedLayout(BoardBlock),
  response: layoutsOf(BoardBlock),
  errors: ['wrong_state'],
})

export const getPeriodLayout = defineRoute({
  method: 'GET',
  path: '/api/boards/period/layout',
  operationId: 'getPeriodLayout',
  tag: 'plan',
  permission: 'record.read',
  summary: 'How the quarterly and annual board is arranged: by oneself, and for everybody',
  response: layoutsOf(PeriodBlock),
})

export const saveOwnPeriodLayout = defineRoute({
  method: 'PUT',
  path: '/api/boards/period/layout/own',
  operationId: 'saveOwnPeriodLayout',
  tag: 'plan',
  permission: 'record.read',
  summary: 'Arrange the quarterly and annual board for oneself; null: as it is for everybody',
  body: savedLayout(PeriodBlock),
  response: layoutsOf(PeriodBlock),
  errors: ['wrong_state'],
})

export const saveSharedPeriodLayout = defineRoute({
  method: 'PUT',
  path: '/api/boards/period/layout/shared',
  operationId: 'saveSharedPeriodLayout',
  tag: 'plan',
  permission: 'plan.update',
  summary:
    'Arrange the quarterly and annual board for everybody; the own arrangement of whoever does it goes. Null: the default',
  body: savedLayout(PeriodBlock),
  response: layoutsOf(PeriodBlock),
  errors: ['wrong_state'],
})
