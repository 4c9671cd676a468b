import { batchesOf, digestMessage, type OutgoingNotice } from '@yingce/domain/notice/digest'
import type { NoticeSeverity } from '@yingce/domain/notice/notice-kinds'
import { DEFAULT_NOTICE_PREFERENCE, type NoticePreference } from '@yingce/domain/notice/preference'
import type { Scope } from '../db/scope.ts'
import type { Channel, StoredMention, StoredMessage } from './channel.ts'

interface Named {
  readonly id: string
  readonly name: string
}

interface WaitingRow extends OutgoingNotice {
  id: string
  notice_id: string
  member_id: string | null
  is_digest: boolean
  people: Named[] | null
}

/** A notice that goes into a message, with the rows of the outbox that it settles. */
interface Item extends OutgoingNotice {
  readonly rowIds: readonly string[]
  readonly isDigest: boolean
  /** Whom it is for, where that has to be said. */
  readonly people: readonly Named[]
}

/** What is taken along at once; the rest follows with the next message. */
const MAX_TAKEN = 500
const MAX_NAMES = 10
/** People whom one message calls; whoever is beyond that reads their name. */
const MAX_CALLED = 50
const GRAVITY: readonly NoticeSeverity[] = ['info', 'warning', 'critical']

const WAITING = `
  select o.id, o.notice_id, o.member_id, o.is_digest, n.kind, n.severity, n.title, n.body, n.link, (
    select json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name) from notice_recipient r
    join member m on m.workspace_id = $1 and m.id = r.member_id
    where r.workspace_id = $1 and r.notice_id = o.notice_id and (o.member_id is null or o.member_id = r.member_id)) as people
  from outbox o join notice n on n.workspace_id = $1 and n.id = o.notice_id
  where o.workspace_id = $1 and o.channel_id = $2 and o.delivery_id is null and o.due_at <= $3
  order by o.due_at, o.id limit ${MAX_TAKEN}
  for update of o`

/**
 * Makes messages of what waits for a channel and is due: one each, or one of all
 * where the rules say so. The rows and the message name each other from then on,
 * so that a second try is the same message under the same id.
 */
export async function composeDeliveries(
  scope: Scope,
  ids: () => string,
  channel: Pick<Channel, 'id' | 'settings'>,
): Promise<void> {
  const rows = await scope.rows<WaitingRow>(WAITING, [scope.workspaceId, channel.id, scope.at])
  const { group } = channel.settings
  if (group !== null) return put(null, itemsOfGroup(rows), group.locale)
  for (const [memberId, waiting] of Map.groupBy(rows, (row) => row.member_id))
    await put(memberId, waiting.map(itemOfPerson), await localeOf(scope, memberId))

  async function put(memberId: string | null, items: readonly Item[], locale: NoticePreference['locale']) {
    for (const batch of batchesOf(items)) {
      const mentions = mentionsOf(batch)
      const message: StoredMessage = { ...digestMessage(batch.map(naming), locale), locale, mentions }
      const deliveryId = ids()
      await scope.run(
        `insert into delivery (workspace_id, id, channel_id, member_id, message, item_count, state, next_at, created_at)
         values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $7)`,
        [scope.workspaceId, deliveryId, channel.id, memberId, message, batch.length, scope.at],
      )
      await scope.run('update outbox set delivery_id = $2 where workspace_id = $1 and id = any($3)', [
        scope.workspaceId,
        deliveryId,
        batch.flatMap(({ rowIds }) => rowIds),
      ])
    }
  }
}

function itemOfPerson(row: WaitingRow): Item {
  return { ...row, rowIds: [row.id], isDigest: row.is_digest, people: [] }
}

/** In a group one message serves all whom a notice is for, whether the group hears it or each of them does. */
function itemsOfGroup(rows: readonly WaitingRow[]): Item[] {
  return [...Map.groupBy(rows, (row) => row.notice_id).values()].flatMap((same) => {
    const [row] = same
    if (row === undefined) return []
    const people = new Map(same.flatMap((each) => each.people ?? []).map((person) => [person.id, person]))
    return [
      {
        ...row,
        rowIds: same.map(({ id }) => id),
        isDigest: same.every((each) => each.is_digest),
        people: people.size > MAX_NAMES ? [] : [...people.values()],
      },
    ]
  })
}

/** In a group it has to be said whom a notice is for. */
function naming({ people, ...notice }: Item): OutgoingNotice {
  if (people.length === 0) return notice
  const names = people.map(({ name }) => name)
  const { zh, en } = notice.title
  return { ...notice, title: { zh: `${zh}（${names.join('、')}）`, en: `${en} (${names.join(', ')})` } }
}

/** Each of the people once, with the gravest of what is for them. */
function mentionsOf(items: readonly Item[]): StoredMention[] {
  const severities = new Map<string, NoticeSeverity>()
  for (const { people, severity } of items) {
    for (const { id } of people) {
      const known = severities.get(id) ?? 'info'
      severities.set(id, GRAVITY.indexOf(severity) > GRAVITY.indexOf(known) ? severity : known)
    }
  }
  return [...severities].slice(0, MAX_CALLED).map(([memberId, severity]) => ({ memberId, severity }))
}

async function localeOf(scope: Scope, memberId: string | null): Promise<NoticePreference['locale']> {
  const [row] = await scope.rows<{ preference: NoticePreference }>(
    'select preference from notice_preference where workspace_id = $1 and member_id = $2',
    [scope.workspaceId, memberId],
  )
  return row?.preference.locale ?? DEFAULT_NOTICE_PREFERENCE.locale
}
