import { CN_WORK_CALENDAR } from '@yingce/domain/calendar/work-calendar'
import type { NoticeKind, NoticeMode, NoticeSeverity, NoticeText } from '@yingce/domain/notice/notice-kinds'
import {
  completePreference,
  isInInbox,
  type NoticePreference,
  type SendingHours,
  type StoredPreference,
} from '@yingce/domain/notice/preference'
import { sendingTime } from '@yingce/domain/notice/sending-time'
import type { AppContext } from '../app-context.ts'
import type { Scope } from '../db/scope.ts'
import { localNow } from '../identity/local-today.ts'
import { zonedInstant } from '../jobs/zoned-instant.ts'
import type { ChannelSettings } from '../outbox/channel.ts'

/** Something that people should be told. */
export interface NewNotice {
  readonly kind: NoticeKind
  readonly severity: NoticeSeverity
  /** Members who get it; ids of others are passed over. */
  readonly recipients: readonly string[]
  readonly title: NoticeText
  /** Lines; empty texts where the title says it all. */
  readonly body: NoticeText
  /** Path of the page that it is about, with which a phone gets there directly: `/plans/…/tracker?record=…`. */
  readonly link: string
  readonly planId: string | null
  /** What has been told under this key is not told again, ever: put the day in where it may recur. null: always tell. */
  readonly dedupeKey: string | null
}

interface RecipientRow {
  id: string
  preference: StoredPreference | null
}

interface ChannelRow {
  id: string
  type: string
  settings: ChannelSettings
}

const INSERT = `insert into notice (workspace_id, id, kind, severity, title, body, link, plan_id, dedupe_key, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (workspace_id, dedupe_key) where dedupe_key is not null do nothing`
const RECIPIENTS = `select m.id, p.preference from member m
  left join notice_preference p on p.workspace_id = $1 and p.member_id = m.id
  where m.workspace_id = $1 and m.id = any($2) order by m.id`
const OUT = `insert into outbox (workspace_id, id, channel_id, member_id, notice_id, is_digest, created_at, due_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`

/**
 * Tells people something: the one function that all features call, inside the
 * transaction of its cause, so that both are there or neither. The inbox has it
 * with the commit; robots and mail get a row in the outbox, due by the
 * recipients' wishes and the working calendar.
 *
 * @returns the notice's id; null when nobody was left to tell, or its key was told before
 */
export async function postNotice(
  app: Pick<AppContext, 'ids' | 'outbox'>,
  scope: Scope,
  notice: NewNotice,
): Promise<string | null> {
  const members = await scope.rows<RecipientRow>(RECIPIENTS, [
    scope.workspaceId,
    [...new Set(notice.recipients)],
  ])
  if (members.length === 0) return null
  const noticeId = app.ids()
  const { kind, severity, title, body, link, planId, dedupeKey } = notice
  const isNew = await scope.run(INSERT, [
    scope.workspaceId,
    noticeId,
    kind,
    severity,
    title,
    body,
    link,
    planId,
    dedupeKey,
    scope.at,
  ])
  if (isNew === 0) return null
  const people = members.map(({ id, preference }) => ({ id, preference: completePreference(preference) }))
  for (const { id, preference } of people) {
    await scope.run(
      'insert into notice_recipient (workspace_id, member_id, notice_id, is_in_inbox) values ($1, $2, $3, $4)',
      [scope.workspaceId, id, noticeId, isInInbox(preference, notice)],
    )
  }
  await putOut(app, scope, notice, noticeId, people)
  // Pages ask for their inbox again when the stream names it.
  scope.note({
    planId: null,
    entity: 'notice',
    entityId: noticeId,
    version: 1,
    action: 'create',
    changes: {},
  })
  return noticeId
}

async function putOut(
  app: Pick<AppContext, 'ids' | 'outbox'>,
  scope: Scope,
  { kind, severity }: NewNotice,
  noticeId: string,
  people: readonly { id: string; preference: NoticePreference }[],
): Promise<void> {
  const channels = await scope.rows<ChannelRow>(
    'select id, type, settings from notice_channel where workspace_id = $1 and is_active',
    [scope.workspaceId],
  )
  if (channels.length === 0) return
  const [workspace] = await scope.rows<{ time_zone: string }>(
    'select time_zone from workspace where id = $1',
    [scope.workspaceId],
  )
  const timeZone = workspace!.time_zone
  const now = localNow(new Date(scope.at), timeZone)

  async function put(channelId: string, memberId: string | null, mode: NoticeMode, hours: SendingHours) {
    const moment = sendingTime({ mode, severity }, hours, now, CN_WORK_CALENDAR)
    if (moment === null) return
    // "Now" is this second, not the minute that the clock shows.
    const dueAt = moment === now ? scope.at : zonedInstant(moment, timeZone)
    const isDigest = mode === 'digest' && severity !== 'critical'
    await scope.run(OUT, [
      scope.workspaceId,
      app.ids(),
      channelId,
      memberId,
      noticeId,
      isDigest,
      scope.at,
      dueAt,
    ])
    if (moment === now) scope.afterCommit(() => app.outbox.wake(scope.workspaceId, channelId))
  }

  for (const { id, settings } of channels) {
    const { group } = settings
    if (group !== null) {
      // What the whole group hears calls everybody concerned: a person is not told there again.
      if (group.kinds.includes(kind)) await put(id, null, group.mode, group)
      else
        for (const { id: memberId, preference } of people)
          if (preference.personalRobot === id)
            await put(id, memberId, preference.kinds[kind].robot, preference)
    } else
      for (const { id: memberId, preference } of people)
        await put(id, memberId, preference.kinds[kind].mail, preference)
  }
}
