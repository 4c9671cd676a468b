import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import { postNotice } from '../../notices/post-notice.ts'
import type { ClaimedDelivery } from '../../outbox/claim-delivery.ts'

/** Owners and admins learn in their inbox that a channel does not deliver, once a day for each channel. */
export async function tellGivenUp(
  app: Pick<AppContext, 'ids' | 'outbox'>,
  scope: Scope,
  { channel }: ClaimedDelivery,
  reason: string,
): Promise<void> {
  const admins = await scope.rows<{ id: string }>(
    "select id from member where workspace_id = $1 and role in ('owner', 'admin')",
    [scope.workspaceId],
  )
  await postNotice(app, scope, {
    kind: 'alert',
    severity: 'warning',
    recipients: admins.map(({ id }) => id),
    title: {
      zh: `通知渠道「${channel.name}」发送失败`,
      en: `The channel “${channel.name}” does not deliver`,
    },
    body: { zh: reason, en: reason },
    link: '/settings/notices/log',
    planId: null,
    // By day of the server's clock: close enough for "not again and again".
    dedupeKey: `given-up/${channel.id}/${scope.at.slice(0, 10)}`,
  })
}
