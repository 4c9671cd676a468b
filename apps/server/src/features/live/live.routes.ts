import { announcePresence, streamEvents } from '@yingce/contracts/live/event'
import type { AppContext } from '../../app-context.ts'
import { mountOpen, mountStream } from '../../http/mount-route.ts'
import { requirePlan } from '../../records/read-records.ts'
import { streamTo } from './stream-events.ts'

export function mountLive(app: AppContext): void {
  mountStream(app, streamEvents, (call) => streamTo(app, call))
  mountOpen(app, announcePresence, async ({ principal, params, body, inWorkspace }) => {
    await inWorkspace((scope) => requirePlan(scope, params.planId))
    await app.hub.announce({
      workspaceId: principal.workspace.id,
      planId: params.planId,
      person: { memberId: principal.member.id, name: principal.account.name, ...body },
    })
  })
}
