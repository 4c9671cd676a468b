import type { listNotices, NoticeView } from '@yingce/contracts/notice/notice'
import type { AnswerOf, QueryOf } from '@yingce/contracts/route'
import type { Scope } from '../../db/scope.ts'

interface Row {
  id: string
  kind: NoticeView['kind']
  severity: NoticeView['severity']
  title: NoticeView['title']
  body: NoticeView['body']
  link: string
  plan_id: string | null
  plan_name: string | null
  created_at: string
  read_at: string | null
}

const FROM = `from notice_recipient r join notice n on n.workspace_id = $1 and n.id = r.notice_id
  left join plan p on p.workspace_id = $1 and p.id = n.plan_id
  where r.workspace_id = $1 and r.member_id = $2 and r.is_in_inbox`
const UNREAD = ' and r.read_at is null'
const PAGE = `select n.id, n.kind, n.severity, n.title, n.body, n.link, n.plan_id, p.name as plan_name, n.created_at, r.read_at`
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A person's notices, newest first. */
export async function readInbox(
  scope: Scope,
  memberId: string,
  { isUnread, limit, cursor }: QueryOf<typeof listNotices>,
): Promise<AnswerOf<typeof listNotices>> {
  const from = FROM + (isUnread === true ? UNREAD : '')
  const after = cursor !== undefined && UUID.test(cursor) ? cursor : null
  const rows = await scope.rows<Row>(
    `${PAGE} ${from} and ($3::uuid is null or r.notice_id < $3) order by r.notice_id desc limit ${limit + 1}`,
    [scope.workspaceId, memberId, after],
  )
  const [total] = await scope.rows<{ count: number }>(`select count(*)::int as count ${from}`, [
    scope.workspaceId,
    memberId,
  ])
  const items = rows.slice(0, limit).map((row) => ({
    id: row.id,
    kind: row.kind,
    severity: row.severity,
    title: row.title,
    body: row.body,
    link: row.link,
    planId: row.plan_id,
    planName: row.plan_name,
    createdAt: row.created_at,
    readAt: row.read_at,
  }))
  return {
    items,
    nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    total: total!.count,
  }
}

export async function countUnread(scope: Scope, memberId: string): Promise<number> {
  const [row] = await scope.rows<{ count: number }>(
    'select count(*)::int as count from notice_recipient where workspace_id = $1 and member_id = $2 and read_at is null and is_in_inbox',
    [scope.workspaceId, memberId],
  )
  return row!.count
}
