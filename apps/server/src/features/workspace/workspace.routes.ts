import { createApiToken, listApiTokens, revokeApiToken } from '@yingce/contracts/workspace/api-token'
import {
  acceptInvitation,
  createInvitation,
  listInvitations,
  previewInvitation,
  revokeInvitation,
} from '@yingce/contracts/workspace/invitation'
import { listMembers, removeMember, updateMember } from '@yingce/contracts/workspace/member'
import { createWorkspace, getWorkspace, updateWorkspace } from '@yingce/contracts/workspace/workspace'
import type { AppContext } from '../../app-context.ts'
import { mountAction, mountPublic, mountSignedIn } from '../../http/mount-route.ts'
import { sessionCookie } from '../../identity/session-cookie.ts'
import { readSessionView } from '../identity/session-view.read.ts'
import { accept } from './accept-invitation.ts'
import { listTokens, makeToken, revokeToken } from './api-tokens.ts'
import { openWorkspace } from './create-workspace.ts'
import { findInvitation } from './invitation-links.ts'
import { invite, readInvitations, revoke } from './invitations.ts'
import { readMembers, remove, update } from './members.ts'
import { readWorkspace, changeWorkspace } from './workspace.store.ts'

export function mountWorkspaces(app: AppContext): void {
  mountAction(app, getWorkspace, (_call, scope) => readWorkspace(scope))
  mountAction(app, updateWorkspace, ({ body }, scope) => changeWorkspace(app, scope, body))
  mountSignedIn(app, createWorkspace, async ({ principal, body, now }) => {
    const workspaceId = await openWorkspace(app, principal, body, now)
    await app.jobs.reschedule(workspaceId)
    return readSessionView(app.db, principal.account.id, workspaceId, now)
  })

  mountAction(app, listMembers, async ({ principal }, scope) => ({
    items: await readMembers(scope, principal),
  }))
  mountAction(app, updateMember, ({ principal, params, body }, scope) =>
    update(scope, principal, params.memberId, body),
  )
  mountAction(app, removeMember, ({ principal, params }, scope) => remove(scope, principal, params.memberId))

  mountAction(app, listInvitations, async (_call, scope) => ({ items: await readInvitations(scope) }))
  mountAction(app, createInvitation, (call, scope) => invite(app, call, scope))
  mountAction(app, revokeInvitation, ({ params }, scope) => revoke(scope, params.invitationId))
  mountPublic(app, previewInvitation, async ({ params, now }) => {
    const found = await findInvitation(app.db, params.token, now)
    return { workspaceName: found.workspace_name, role: found.role, invitedBy: found.invited_by_name }
  })
  mountPublic(app, acceptInvitation, async ({ principal, params, body, request, reply, now }) => {
    const joined = await accept(
      app,
      { principal, token: params.token, account: body.account ?? null, address: request.ip },
      now,
    )
    if (joined.secret !== null) reply.header('set-cookie', sessionCookie(app.config, joined.secret))
    return readSessionView(app.db, joined.accountId, joined.workspaceId, now)
  })

  mountAction(app, listApiTokens, async ({ principal }, scope) => ({
    items: await listTokens(scope, principal),
  }))
  mountAction(app, createApiToken, ({ principal, body, now }, scope) =>
    makeToken(app, scope, principal, body, now),
  )
  mountAction(app, revokeApiToken, ({ principal, params }, scope) =>
    revokeToken(scope, principal, params.tokenId),
  )
}
