import { z } from 'zod'
import { Id, Instant } from '../common.ts'
import { ToldDoubleCount } from '../metrics/calibration.ts'
import { defineRoute } from '../route.ts'
import { BoardBlock } from './board-layout.ts'
import { BoardQuestion, ChannelBoard } from './channel-board.ts'

const PlanParams = z.strictObject({ planId: Id })
const Token = z.strictObject({ token: z.string().min(20).max(200) })

/** How long a link may last. */
export const SHARE_DAYS = { min: 1, max: 365 } as const

/** Read-only link to the channel board: shown once on creation, only its hash is kept. */
export const BoardShare = z.object({
  id: Id,
  /** Whom it is for. */
  label: z.string(),
  isMoneyShown: z.boolean(),
  hasPassword: z.boolean(),
  createdAt: Instant,
  expiresAt: Instant,
  /** How often the board was opened by it. */
  viewCount: z.number().int(),
  lastViewedAt: Instant.nullable(),
  state: z.enum(['open', 'revoked', 'expired']),
})
export type BoardShare = z.infer<typeof BoardShare>

export const listBoardShares = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/board-shares',
  operationId: 'listBoardShares',
  tag: 'plan',
  permission: 'plan.update',
  summary: 'Read-only links to the channel board of a plan',
  params: PlanParams,
  response: z.object({ items: z.array(BoardShare) }),
})

export const createBoardShare = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/board-shares',
  operationId: 'createBoardShare',
  tag: 'plan',
  permission: 'plan.update',
  // Its answer holds a secret, which a stored answer would keep.
  summary: 'Create a read-only link to the channel board',
  status: 201,
  isIdempotencyOff: true,
  params: PlanParams,
  body: z.strictObject({
    label: z.string().trim().min(1).max(120),
    days: z.number().int().min(SHARE_DAYS.min).max(SHARE_DAYS.max).default(30),
    isMoneyShown: z.boolean().default(false),
    password: z.string().min(6).max(128).optional(),
  }),
  response: z.object({ share: BoardShare, url: z.string() }),
})

export const revokeBoardShare = defineRoute({
  method: 'DELETE',
  path: '/api/plans/{planId}/board-shares/{shareId}',
  operationId: 'revokeBoardShare',
  tag: 'plan',
  permission: 'plan.update',
  summary: 'Make the link worthless',
  params: z.strictObject({ planId: Id, shareId: Id }),
})

export const previewSharedBoard = defineRoute({
  method: 'GET',
  path: '/api/shared-boards/{token}',
  operationId: 'previewSharedBoard',
  tag: 'plan',
  permission: 'public',
  summary: 'Whether a shared board asks for a password; 404 when the link is unknown, revoked or expired',
  params: Token,
  response: z.object({ hasPassword: z.boolean() }),
})

export const openSharedBoard = defineRoute({
  method: 'POST',
  path: '/api/shared-boards/{token}',
  operationId: 'openSharedBoard',
  tag: 'plan',
  permission: 'public',
  summary: 'The board that a link shows, and nothing else of the plan',
  isIdempotencyOff: true,
  params: Token,
  body: BoardQuestion.extend({ password: z.string().max(128).optional() }),
  response: ChannelBoard.extend({
    /** As the team arranged it for everybody. */
    blocks: z.array(BoardBlock),
    /** What two sources report of the period and nobody has said which one counts; with the figures by channel only. */
    doubleCounts: z.array(ToldDoubleCount),
  }),
  errors: ['link_password_wrong', 'rate_limited'],
})
