import type { NoticeSetting } from '@yingce/contracts/notice/preference'
import type { Scope } from '../../db/scope.ts'

/** Reminders at nine, work ends at six, the week is asked for on Friday. */
const DEFAULT_SETTING: NoticeSetting = { morningAt: '09:00', workEndsAt: '18:00', weeklyOn: 5 }

/** When the workspace reminds. */
export async function readNoticeSetting(scope: Scope): Promise<NoticeSetting> {
  const [row] = await scope.rows<{ setting: NoticeSetting }>(
    'select setting from notice_setting where workspace_id = $1',
    [scope.workspaceId],
  )
  return row?.setting ?? DEFAULT_SETTING
}
