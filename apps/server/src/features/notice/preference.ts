import type {
  getNoticePreference,
  NoticePreferenceBody,
  NoticeSetting,
} from '@yingce/contracts/notice/preference'
import type { AnswerOf } from '@yingce/contracts/route'
import type { NoticePreference } from '@yingce/domain/notice/preference'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import type { MemberPrincipal } from '../../identity/principal.ts'
import { withDefaults } from '../../notices/post-notice.ts'
import { readNoticeSetting } from './notice-setting.read.ts'

type PreferenceView = AnswerOf<typeof getNoticePreference>

export async function readPreference(scope: Scope, principal: MemberPrincipal): Promise<PreferenceView> {
  const [row] = await scope.rows<{ preference: NoticePreference }>(
    'select preference from notice_preference where workspace_id = $1 and member_id = $2',
    [scope.workspaceId, principal.member.id],
  )
  const mail = await scope.rows(
    "select from notice_channel where workspace_id = $1 and type = 'mail' and is_active",
    [scope.workspaceId],
  )
  return {
    preference: withDefaults(row?.preference ?? null) as NoticePreferenceBody,
    hasMail: mail.length > 0,
    email: principal.account.email,
  }
}

export async function changePreference(
  scope: Scope,
  principal: MemberPrincipal,
  preference: NoticePreferenceBody,
): Promise<PreferenceView> {
  await scope.run(
    `insert into notice_preference (workspace_id, member_id, preference, updated_at) values ($1, $2, $3, $4)
     on conflict (workspace_id, member_id) do update set preference = excluded.preference, updated_at = excluded.updated_at`,
    [scope.workspaceId, principal.member.id, preference, scope.at],
  )
  return readPreference(scope, principal)
}

/** The jobs take the new times over once this is committed. */
export async function changeSetting(
  app: AppContext,
  scope: Scope,
  setting: NoticeSetting,
): Promise<NoticeSetting> {
  await scope.run(
    `insert into notice_setting (workspace_id, setting, updated_at) values ($1, $2, $3)
     on conflict (workspace_id) do update set setting = excluded.setting, updated_at = excluded.updated_at`,
    [scope.workspaceId, setting, scope.at],
  )
  scope.afterCommit(() => void app.jobs.reschedule(scope.workspaceId))
  return readNoticeSetting(scope)
}
