import {
  changePassword,
  createSession,
  createSetup,
  deleteSession,
  getSession,
  getSetup,
  switchWorkspace,
} from '@yingce/contracts/identity/session'
import type { FastifyReply } from 'fastify'
import type { AppContext } from '../../app-context.ts'
import { identityRows } from '../../db/identity-transaction.ts'
import { mountPublic, mountSignedIn } from '../../http/mount-route.ts'
import { Refusal } from '../../http/refusal.ts'
import { endedCookie, sessionCookie } from '../../identity/session-cookie.ts'
import { changeOwnPassword } from './change-password.ts'
import { readSessionView } from './session-view.read.ts'
import { isSetupNeeded, setUp } from './set-up.ts'
import { signIn } from './sign-in.ts'

export function mountIdentity(app: AppContext): void {
  const welcome = async (
    reply: FastifyReply,
    opened: { secret: string; accountId: string; workspaceId: string | null },
    now: Date,
  ) => {
    reply.header('set-cookie', sessionCookie(app.config, opened.secret))
    return readSessionView(app.db, opened.accountId, opened.workspaceId, now)
  }

  mountPublic(app, getSetup, async () => ({
    isSetupNeeded: await isSetupNeeded(app),
    version: app.config.version,
  }))

  mountPublic(app, createSetup, async ({ body, reply, now }) => {
    const opened = await setUp(app, body, now)
    await app.jobs.reschedule(opened.workspaceId)
    return welcome(reply, opened, now)
  })

  mountSignedIn(app, getSession, async ({ principal, now }) =>
    readSessionView(app.db, principal.account.id, principal.workspace?.id ?? null, now),
  )

  mountPublic(app, createSession, async ({ body, request, reply, now }) => {
    if (await isSetupNeeded(app)) throw new Refusal('setup_needed')
    return welcome(reply, await signIn(app, { ...body, address: request.ip }, now), now)
  })

  mountSignedIn(app, deleteSession, async ({ principal, reply }) => {
    await identityRows(app.db, 'delete from session where token_hash = $1', [principal.sessionHash])
    reply.header('set-cookie', endedCookie(app.config))
  })

  mountSignedIn(app, switchWorkspace, async ({ principal, body, now }) => {
    const moved = await identityRows(
      app.db,
      `update session s set workspace_id = $2 from member m
       where s.token_hash = $1 and m.workspace_id = $2 and m.account_id = s.account_id returning s.account_id`,
      [principal.sessionHash, body.workspaceId],
    )
    if (moved.length === 0) throw new Refusal('not_found')
    return readSessionView(app.db, principal.account.id, body.workspaceId, now)
  })

  mountSignedIn(app, changePassword, async ({ principal, body, request, now }) => {
    await changeOwnPassword(app, principal, { ...body, address: request.ip }, now)
  })
}
