import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import type { MemberPrincipal } from '../../identity/principal.ts'
import { postNotice } from '../../notices/post-notice.ts'

/** Tells the caller something, so that they see by which ways it comes. */
export async function tellMyself(app: AppContext, scope: Scope, { member }: MemberPrincipal): Promise<void> {
  await postNotice(app, scope, {
    kind: 'mention',
    severity: 'info',
    recipients: [member.id],
    title: { zh: '测试通知', en: 'Test notice' },
    body: {
      zh: '您会按照自己的通知设置收到它：收件箱，以及邮件（如已开启）。',
      en: 'It comes by the ways you chose: your inbox, and mail where it is switched on.',
    },
    link: '/settings/notices',
    planId: null,
    dedupeKey: null,
  })
}
