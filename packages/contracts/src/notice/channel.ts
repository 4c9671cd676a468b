import { z } from 'zod'
import { Id, Instant, LocaleCode } from '../common.ts'
import { defineRoute } from '../route.ts'
import { NoticeKindName } from './notice.ts'
import { SendingHours } from './preference.ts'

/** Robots of group chats, mail, and anything that takes a webhook. */
export const CHANNEL_TYPES = ['wecom', 'dingtalk', 'feishu', 'mail', 'webhook'] as const
export type ChannelType = (typeof CHANNEL_TYPES)[number]

/** Of a robot or webhook: what its group hears, and when. */
export const GroupSettings = z.strictObject({
  kinds: z.array(NoticeKindName).max(40),
  mode: z.enum(['now', 'digest']),
  locale: LocaleCode,
  ...SendingHours,
  /** Word that the robot asks for in every message (自定义关键词). */
  keyword: z.string().trim().min(1).max(40).nullable(),
})
export type GroupSettings = z.infer<typeof GroupSettings>

/** Ports of TCP. */
export const PORTS = { min: 1, max: 65_535 } as const

export const MailSettings = z.strictObject({
  host: z.string().trim().min(1).max(253),
  port: z.number().int().min(PORTS.min).max(PORTS.max),
  /** Encrypted from the first byte (port 465); otherwise STARTTLS where offered. */
  isSecure: z.boolean(),
  user: z.string().max(254).nullable(),
  from: z.string().trim().min(3).max(254),
})
export type MailSettings = z.infer<typeof MailSettings>

export const ChannelView = z.object({
  id: Id,
  type: z.enum(CHANNEL_TYPES),
  name: z.string(),
  /** Host and last characters; the address itself is never answered. */
  masked: z.string(),
  isActive: z.boolean(),
  group: GroupSettings.nullable(),
  mail: MailSettings.nullable(),
  /** Notices and messages that wait to be sent. */
  waiting: z.number().int(),
  /** Messages of the last week that were given up. */
  undelivered: z.number().int(),
  pausedUntil: Instant.nullable(),
  lastSentAt: Instant.nullable(),
  lastError: z.string().nullable(),
})
export type ChannelView = z.infer<typeof ChannelView>

const name = z.string().trim().min(1).max(80)
/** Whole webhook address as the platform shows it. */
const url = z.string().trim().max(1000)
/** 加签 / 签名校验, or `whsec_…` of a webhook. */
const signSecret = z.string().trim().min(1).max(300)
const password = z.string().min(1).max(300)

export const listChannels = defineRoute({
  method: 'GET',
  path: '/api/notice-channels',
  operationId: 'listChannels',
  tag: 'notice',
  permission: 'notice.manage',
  summary: 'Robots, mail and webhooks of the workspace',
  response: z.object({
    items: z.array(ChannelView),
    /** Where links in messages lead; null: PUBLIC_URL has to be set for links. */
    linkBase: z.string().nullable(),
  }),
})

export const createChannel = defineRoute({
  method: 'POST',
  path: '/api/notice-channels',
  operationId: 'createChannel',
  tag: 'notice',
  permission: 'notice.manage',
  summary: 'Set up a robot, the mail server or a webhook; its address is kept sealed',
  status: 201,
  isIdempotencyOff: true,
  body: z.strictObject({
    type: z.enum(CHANNEL_TYPES),
    name,
    url: url.optional(),
    signSecret: signSecret.optional(),
    password: password.optional(),
    group: GroupSettings.optional(),
    mail: MailSettings.optional(),
  }),
  response: ChannelView,
  errors: ['rule_violated', 'already_exists'],
})

const ChannelParams = z.strictObject({ channelId: Id })

export const updateChannel = defineRoute({
  method: 'PATCH',
  path: '/api/notice-channels/{channelId}',
  operationId: 'updateChannel',
  tag: 'notice',
  permission: 'notice.manage',
  summary: 'Change a channel; a secret that is not sent stays',
  params: ChannelParams,
  body: z.strictObject({
    name: name.optional(),
    isActive: z.boolean().optional(),
    url: url.optional(),
    signSecret: signSecret.nullable().optional(),
    password: password.optional(),
    group: GroupSettings.optional(),
    mail: MailSettings.optional(),
  }),
  response: ChannelView,
  errors: ['rule_violated'],
})

export const removeChannel = defineRoute({
  method: 'DELETE',
  path: '/api/notice-channels/{channelId}',
  operationId: 'removeChannel',
  tag: 'notice',
  permission: 'notice.manage',
  summary: 'Remove a channel with its log and what waits for it',
  params: ChannelParams,
})

export const testChannel = defineRoute({
  method: 'POST',
  path: '/api/notice-channels/{channelId}/test',
  operationId: 'testChannel',
  tag: 'notice',
  permission: 'notice.manage',
  summary: 'Send a test message now (mail: to me), and say what the other side answered',
  isIdempotencyOff: true,
  params: ChannelParams,
  response: z.object({
    deliveryId: Id,
    isSent: z.boolean(),
    /** Code and words of the other side. */
    code: z.string().nullable(),
    detail: z.string().nullable(),
  }),
})
