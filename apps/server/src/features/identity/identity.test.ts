import {
  changePassword,
  createSession,
  createSetup,
  deleteSession,
  getSession,
  getSetup,
} from '@yingce/contracts/identity/session'
import { listPlans } from '@yingce/contracts/plan/plan'
import { acceptInvitation, createInvitation } from '@yingce/contracts/workspace/invitation'
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

async function signIn(email: string, password = PASSWORD) {
  const client = server.stranger()
  return { client, answer: await client.call(createSession, { body: { email, password } }) }
}

describe('set-up', () => {
  test('is needed until it is done', async () => {
    const fresh = await startTestServer()
    const isNeeded = async () => (await fresh.stranger().call(getSetup)).body.isSetupNeeded
    expect(await isNeeded()).toBe(true)
    await fresh.setUp()
    expect(await isNeeded()).toBe(false)
    await fresh.close()
  })

  test('is done once', async () => {
    const again = await server.stranger().call(createSetup, {
      body: { name: 'x', email: 'x@example.com', password: PASSWORD, workspaceName: 'x' },
    })
    expect([again.status, again.problem?.code]).toEqual([409, 'setup_done'])
  })

  test('gives the workspace CNY and Asia/Shanghai, and the day that it is there', async () => {
    expect(owner.session.workspace).toMatchObject({
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      today: '2026-03-02',
    })
    expect(owner.session.role).toBe('owner')
  })
})

describe('sessions (v5.0.0-7)', () => {
  test('the cookie is HttpOnly and SameSite=Lax, and the database holds only a hash of it', async () => {
    const { client, answer } = await signIn(owner.session.user.email)
    expect(answer.headers.get('set-cookie')).toMatch(
      /^yingce_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/,
    )
    const { rows } = await server.db.pool.query("select encode(token_hash, 'escape') as text from session")
    expect(JSON.stringify(rows)).not.toContain(client.cookie.split('=')[1])
  })

  test('behind HTTPS the cookie is Secure and bound to the host', async () => {
    const secure = await startTestServer({ config: { publicUrl: new URL('https://plans.example.com') } })
    const answer = await secure.stranger().call(createSetup, {
      body: { name: 'x', email: 'x@example.com', password: PASSWORD, workspaceName: 'x' },
    })
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-yingce_session=.*; Secure$/)
    expect(answer.headers.get('strict-transport-security')).toContain('max-age')
    await secure.close()
  })

  test('after sign-out the cookie is worthless', async () => {
    const { client } = await signIn(owner.session.user.email)
    const { cookie } = client
    expect((await client.call(deleteSession)).status).toBe(204)
    client.cookie = cookie
    expect((await client.call(getSession)).status).toBe(401)
  })

  test('a new password ends every other session and keeps this one', async () => {
    const person = await server.join(owner, 'member')
    const { client: other } = await signIn(person.session.user.email)
    expect(
      (
        await person.call(changePassword, {
          body: { currentPassword: 'wrong', newPassword: 'another long one' },
        })
      ).problem?.code,
    ).toBe('sign_in_failed')
    expect(
      (
        await person.call(changePassword, {
          body: { currentPassword: PASSWORD, newPassword: 'another long one' },
        })
      ).status,
    ).toBe(204)
    expect((await other.call(getSession)).status).toBe(401)
    expect((await person.call(getSession)).status).toBe(200)
    expect((await signIn(person.session.user.email)).answer.status).toBe(401)
    expect((await signIn(person.session.user.email, 'another long one')).answer.status).toBe(201)
  })

  test('30 days after its last use it is over, and use prolongs it', async () => {
    const person = await server.join(owner, 'viewer')
    later(29 * 86_400)
    const answer = await person.call(getSession)
    expect([answer.status, answer.headers.get('set-cookie')?.includes('Max-Age=2592000')]).toEqual([
      200,
      true,
    ])
    later(29 * 86_400)
    expect((await person.call(getSession)).status).toBe(200)
    later(30 * 86_400 + 1)
    expect((await person.call(getSession)).status).toBe(401)
    const { client } = await signIn(owner.session.user.email)
    owner.cookie = client.cookie
  })

  test('a password under 10 characters is refused', async () => {
    const { body } = await owner.call(createInvitation, { body: { role: 'viewer' } })
    const answer = await server.stranger().call(acceptInvitation, {
      params: { token: body.url.split('/').at(-1)! },
      body: { account: { name: 'x', email: 'short@example.com', password: '123456789' } },
    })
    expect([answer.status, answer.problem?.issues[0]?.path]).toEqual([400, 'body.account.password'])
  })
})

describe('guessing (v5.0.0-6.3.1)', () => {
  test('a wrong password and an unknown address get the same answer', async () => {
    const wrong = await signIn(owner.session.user.email, 'not the password')
    const unknown = await signIn('nobody@example.com', 'not the password')
    expect([wrong.answer.status, wrong.answer.problem?.code]).toEqual([401, 'sign_in_failed'])
    const { requestId: _a, ...first } = wrong.answer.problem!
    const { requestId: _b, ...second } = unknown.answer.problem!
    expect(first).toEqual(second)
    later(3600)
  })

  test('after five tries an account has to wait, whatever X-Forwarded-For says, also with the right password', async () => {
    const person = await server.join(owner, 'member')
    const { email } = person.session.user
    const tries = []
    for (let attempt = 0; attempt < 8; attempt++) {
      tries.push(
        await server.stranger().call(createSession, {
          body: { email, password: 'guess guess' },
          headers: { 'x-forwarded-for': `10.0.0.${attempt}` },
        }),
      )
    }
    expect(tries.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401, 429, 429])
    expect(Number(tries[7]!.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await signIn(email)).answer.status).toBe(429)
    later(5)
    expect((await signIn(email)).answer.status).toBe(201)
    later(3600)
  })

  test('an unknown account has to wait like a known one', async () => {
    const statuses = []
    for (let attempt = 0; attempt < 7; attempt++)
      statuses.push((await signIn('ghost@example.com', 'guess guess')).answer.status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429])
    later(3600)
  })

  test('one address trying many accounts is slowed down, forged header or not', async () => {
    const statuses = []
    for (let attempt = 0; attempt < 45; attempt++) {
      const answer = await server.stranger().call(createSession, {
        body: { email: `spray${attempt}@example.com`, password: 'guess guess' },
        headers: { 'x-forwarded-for': `172.16.0.${attempt}` },
      })
      statuses.push(answer.status)
    }
    expect(statuses.slice(0, 40).every((status) => status === 401)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
    later(3600)
  })

  test('behind a trusted proxy the forwarded address counts', async () => {
    const behind = await startTestServer({ config: { trustProxy: ['127.0.0.1'] } })
    await behind.setUp()
    const statuses = []
    for (let attempt = 0; attempt < 43; attempt++) {
      const answer = await behind.stranger().call(createSession, {
        body: { email: `spray${attempt}@example.com`, password: 'guess guess' },
        headers: { 'x-forwarded-for': `172.16.0.${attempt}` },
      })
      statuses.push(answer.status)
    }
    expect(statuses.every((status) => status === 401)).toBe(true)
    await behind.close()
  })
})

describe('requests of other sites (v5.0.0-3.5)', () => {
  const body = { name: '伪造' }

  test('a write by cookie without Origin, from a foreign one, or cross-site is 403', async () => {
    for (const headers of [
      { origin: '', 'sec-fetch-site': '' },
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const sent = Object.fromEntries(
        Object.entries({ origin: server.origin, 'sec-fetch-site': 'same-origin', ...headers }).filter(
          ([, value]) => value !== '',
        ),
      )
      const response = await fetch(`${server.origin}/api/plans`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: owner.cookie, ...sent },
        body: JSON.stringify(body),
      })
      expect([
        JSON.stringify(headers),
        response.status,
        ((await response.json()) as { code: string }).code,
      ]).toEqual([JSON.stringify(headers), 403, 'cross_site'])
    }
    expect((await owner.call(listPlans)).body.items).toEqual([])
  })

  test('signing somebody in from a foreign page is 403', async () => {
    const answer = await server.stranger().call(createSession, {
      body: { email: owner.session.user.email, password: PASSWORD },
      headers: { origin: 'https://evil.example' },
    })
    expect(answer.problem?.code).toBe('cross_site')
  })

  test('a form cannot be sent instead of JSON', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await owner.request('POST', '/api/plans', JSON.stringify(body), { 'content-type': type })
      expect([type, answer.status]).toEqual([type, 415])
    }
  })

  test('a foreign name that resolves to this machine is refused', async () => {
    const { request } = await import('node:http')
    const status = await new Promise((resolve) => {
      request(`${server.origin}/api/setup`, { headers: { host: 'evil.example:8130' } }, (response) =>
        resolve(response.statusCode),
      ).end()
    })
    expect(status).toBe(403)
  })
})
