import { NOTICE_KINDS, NOTICE_SEVERITIES } from '@yingce/domain/notice/notice-kinds'
import { z } from 'zod'
import { Id, Instant, pageOf, QueryFlag } from '../common.ts'
import { defineRoute } from '../route.ts'

export const NoticeKindName = z.enum(NOTICE_KINDS)

/** A text in both languages; the page shows the reader's. */
const BothLanguages = z.object({ zh: z.string(), en: z.string() })

export const NoticeView = z.object({
  id: Id,
  kind: NoticeKindName,
  severity: z.enum(NOTICE_SEVERITIES),
  title: BothLanguages,
  body: BothLanguages,
  /** Path of the page that it is about. */
  link: z.string(),
  planId: Id.nullable(),
  planName: z.string().nullable(),
  createdAt: Instant,
  readAt: Instant.nullable(),
})
export type NoticeView = z.infer<typeof NoticeView>

export const listNotices = defineRoute({
  method: 'GET',
  path: '/api/notices',
  operationId: 'listNotices',
  tag: 'notice',
  permission: 'notice.read',
  summary: 'My inbox, newest first',
  query: z.strictObject({
    isUnread: QueryFlag.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(100).optional(),
  }),
  response: pageOf(NoticeView),
})

export const countUnreadNotices = defineRoute({
  method: 'GET',
  path: '/api/notices/unread',
  operationId: 'countUnreadNotices',
  tag: 'notice',
  permission: 'notice.read',
  summary: 'How many of my notices are unread; asked again when the event stream names the entity “notice”',
  response: z.object({ count: z.number().int() }),
})

export const sendTestNotice = defineRoute({
  method: 'POST',
  path: '/api/notices/test',
  operationId: 'sendTestNotice',
  tag: 'notice',
  permission: 'notice.read',
  summary: 'Tell myself something, by the ways and at the time that I chose for mentions',
  isIdempotencyOff: true,
})

export const readNotices = defineRoute({
  method: 'POST',
  path: '/api/notices/read',
  operationId: 'readNotices',
  tag: 'notice',
  permission: 'notice.read',
  summary: 'Mark notices of mine as read: the named ones, or all up to now where none is named',
  isIdempotencyOff: true,
  body: z.strictObject({ ids: z.array(Id).min(1).max(200).optional() }),
  response: z.object({ count: z.number().int() }),
})
