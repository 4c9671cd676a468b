import { changePassword, getSession, switchWorkspace } from '@yingce/contracts/identity/session'
import { createPlan, listPlans } from '@yingce/contracts/plan/plan'
import { createApiToken, revokeApiToken } from '@yingce/contracts/workspace/api-token'
import {
  acceptInvitation,
  createInvitation,
  listInvitations,
  previewInvitation,
  revokeInvitation,
} from '@yingce/contracts/workspace/invitation'
import { listMembers, removeMember, updateMember } from '@yingce/contracts/workspace/member'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let now = new Date('2026-03-02T08:00:00Z')
let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
  owner = await server.setUp()
})

afterAll(() => server.close())

function later(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000)
}

describe('invitation links', () => {
  test('work as often as they say, tell what they invite to, and are kept as a hash', async () => {
    const { body } = await owner.call(createInvitation, { body: { role: 'planner', uses: 1 } })
    const token = body.url.split('/').at(-1)!
    expect((await server.stranger().call(previewInvitation, { params: { token } })).body).toEqual({
      workspaceName: '市场部',
      role: 'planner',
      invitedBy: '所有者',
    })
    const joins = await Promise.all(
      [1, 2, 3].map((index) =>
        server.stranger().call(acceptInvitation, {
          params: { token },
          body: { account: { name: '新', email: `race${index}@example.com`, password: PASSWORD } },
        }),
      ),
    )
    expect(joins.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 410, 410])
    expect((await server.stranger().call(previewInvitation, { params: { token } })).problem?.code).toBe(
      'invitation_void',
    )
    const { rows } = await server.db.pool.query('select * from invitation')
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test.each(['nonsense', 'x'.repeat(65)])('unknown or cut short they are void: %s', async (token) =>
    expect((await server.stranger().call(previewInvitation, { params: { token } })).problem?.code).toBe(
      'invitation_void',
    ),
  )

  test('revoked or expired they are void', async () => {
    const { body: first } = await owner.call(createInvitation, { body: { role: 'viewer' } })
    await owner.call(revokeInvitation, { params: { invitationId: first.invitation.id } })
    const { body: second } = await owner.call(createInvitation, { body: { role: 'viewer', days: 1 } })
    later(86_401)
    for (const { url } of [first, second]) {
      expect(
        (await server.stranger().call(previewInvitation, { params: { token: url.split('/').at(-1)! } }))
          .status,
      ).toBe(410)
    }
    const { body } = await owner.call(listInvitations)
    expect(
      body.items
        .slice(0, 2)
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(['expired', 'revoked'])
  })

  test('an admin invites no owner', async () => {
    const admin = await server.join(owner, 'admin')
    const answer = await admin.call(createInvitation, { body: { role: 'owner' } })
    expect([answer.status, answer.problem?.params['reason']]).toEqual([403, 'owner_only'])
  })

  test('somebody signed in joins with the account they have, once', async () => {
    const neighbour = await server.neighbour(owner)
    const { body } = await owner.call(createInvitation, { body: { role: 'viewer', uses: 5 } })
    const token = body.url.split('/').at(-1)!
    const joined = await neighbour.call(acceptInvitation, { params: { token }, body: {} })
    expect([joined.status, joined.body.memberships.length, joined.body.role]).toEqual([201, 2, 'viewer'])
    expect((await neighbour.call(acceptInvitation, { params: { token }, body: {} })).problem?.code).toBe(
      'already_exists',
    )
    const back = await neighbour.call(switchWorkspace, {
      body: { workspaceId: neighbour.session.workspace!.id },
    })
    expect(back.body.role).toBe('owner')
    expect(
      (await neighbour.call(switchWorkspace, { body: { workspaceId: crypto.randomUUID() } })).status,
    ).toBe(404)
  })
})

test('who joins costs the address of their team no try; guessed links do', async () => {
  later(86_401)
  await server.join(owner, 'viewer')
  const guess = () =>
    server.stranger().call(acceptInvitation, {
      params: { token: 'x'.repeat(60) },
      body: { account: { name: '猜', email: 'guess@example.com', password: PASSWORD } },
    })
  const statuses = new Set<number>()
  for (let tries = 0; tries < 41; tries++) statuses.add((await guess()).status)
  expect([...statuses]).toEqual([410])
  expect((await guess()).problem?.code).toBe('rate_limited')
  later(601)
})

describe('members', () => {
  test('the last owner can be neither demoted nor removed', async () => {
    const demoted = await owner.call(updateMember, {
      params: { memberId: owner.session.memberId! },
      body: { role: 'admin' },
    })
    const removed = await owner.call(removeMember, { params: { memberId: owner.session.memberId! } })
    expect([demoted.problem?.code, removed.problem?.code]).toEqual(['last_owner', 'last_owner'])
  })

  test('two owners who demote each other at once do not both succeed', async () => {
    const second = await server.join(owner, 'owner')
    const answers = await Promise.all([
      owner.call(updateMember, { params: { memberId: second.session.memberId! }, body: { role: 'admin' } }),
      second.call(updateMember, { params: { memberId: owner.session.memberId! }, body: { role: 'admin' } }),
    ])
    const { body } = await owner.call(listMembers)
    expect(body.items.filter(({ role }) => role === 'owner')).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    if (answers[0].status !== 200)
      await second.call(updateMember, {
        params: { memberId: owner.session.memberId! },
        body: { role: 'owner' },
      })
  })

  test('somebody removed is still signed in, but nowhere, and their token is dead', async () => {
    const member = await server.join(owner, 'planner')
    const { body: token } = await member.call(createApiToken, { body: { name: 'script', scopes: ['read'] } })
    const program = server.stranger()
    program.token = token.secret
    expect((await program.call(listPlans)).status).toBe(200)
    await owner.call(removeMember, { params: { memberId: member.session.memberId! } })
    expect((await member.call(listPlans)).status).toBe(403)
    expect((await member.call(getSession)).body.workspace).toBeNull()
    expect((await program.call(listPlans)).status).toBe(401)
  })
})

describe('API tokens', () => {
  test('do what their scopes allow, need no Origin, and are kept as a hash', async () => {
    const { body } = await owner.call(createApiToken, { body: { name: 'script', scopes: ['read'], days: 1 } })
    expect(body.secret).toMatch(/^yct_[0-9a-f]{64}_[\w-]{43}$/)
    expect(body.secret.startsWith(body.token.prefix)).toBe(true)
    const program = server.stranger()
    program.token = body.secret
    expect((await program.call(listPlans)).status).toBe(200)
    expect((await program.call(createPlan, { body: { name: 'x' } })).problem?.params['reason']).toBe(
      'token_scope',
    )
    expect((await program.call(listMembers)).status).toBe(200)
    expect(
      (
        await program.call(changePassword, {
          body: { currentPassword: PASSWORD, newPassword: 'another long one' },
        })
      ).status,
    ).toBe(403)
    expect((await program.call(createApiToken, { body: { name: 'more', scopes: ['write'] } })).status).toBe(
      403,
    )
    const { rows } = await server.db.pool.query('select * from api_token')
    expect(JSON.stringify(rows)).not.toContain(body.secret.split('_').slice(2).join('_'))
    program.token = `${body.secret.slice(0, -1)}${body.secret.endsWith('A') ? 'B' : 'A'}`
    expect((await program.call(listPlans)).status).toBe(401)
    program.token = body.secret
    later(86_401)
    expect((await program.call(listPlans)).status).toBe(401)
  })

  test('are revoked by their maker', async () => {
    const { body } = await owner.call(createApiToken, { body: { name: 'script', scopes: ['read', 'write'] } })
    const program = server.stranger()
    program.token = body.secret
    expect((await program.call(createPlan, { body: { name: '程序的' } })).status).toBe(201)
    const planner = await server.join(owner, 'planner')
    expect((await planner.call(revokeApiToken, { params: { tokenId: body.token.id } })).status).toBe(404)
    expect((await owner.call(revokeApiToken, { params: { tokenId: body.token.id } })).status).toBe(204)
    expect((await program.call(listPlans)).status).toBe(401)
  })
})
