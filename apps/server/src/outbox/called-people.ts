import { CN_WORK_CALENDAR } from '@yingce/domain/calendar/work-calendar'
import { completePreference, type StoredPreference } from '@yingce/domain/notice/preference'
import type { RobotPlatform } from '@yingce/domain/notice/robot-address'
import { mayRing } from '@yingce/domain/notice/sending-time'
import type { Mention } from '../connectors/connector.ts'
import type { Scope } from '../db/scope.ts'
import { localNow } from '../identity/local-today.ts'
import type { StoredMention } from './channel.ts'

interface Row {
  id: string
  name: string
  preference: StoredPreference
  time_zone: string
}

const PEOPLE = `
  select m.id, m.name, p.preference, w.time_zone from member m
  join notice_preference p on p.workspace_id = $1 and p.member_id = m.id
  join workspace w on w.id = $1
  where m.workspace_id = $1 and m.id = any($2) order by m.name, m.id`

/**
 * Whom a robot calls with a message that leaves now: those of its people who gave
 * an address on its platform and whose phone may ring. The others are named in
 * the text all the same. Looked up at each try, so that an address that was taken
 * back is not used any more, and none lies in the log.
 */
export async function calledPeople(
  scope: Scope,
  platform: RobotPlatform,
  mentions: readonly StoredMention[],
): Promise<Mention[]> {
  if (mentions.length === 0) return []
  const rows = await scope.rows<Row>(PEOPLE, [scope.workspaceId, mentions.map(({ memberId }) => memberId)])
  return rows.flatMap(({ id, name, preference, time_zone: timeZone }) => {
    const hours = completePreference(preference)
    const address = hours.addresses[platform]
    const severity = mentions.find(({ memberId }) => memberId === id)?.severity ?? 'info'
    const now = localNow(new Date(scope.at), timeZone)
    return address !== null && mayRing(severity, hours, now, CN_WORK_CALENDAR) ? [{ name, ...address }] : []
  })
}
