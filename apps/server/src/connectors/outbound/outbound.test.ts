import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALLOW_NOTHING, type AllowList, readAllowList } from './allow-list.ts'
import { BlockedAddress, createOutbound } from './outbound.ts'

let port: number
const reached: string[] = []
const server = createServer((request, response) => {
  reached.push(request.url ?? '')
  if (request.url === '/away') response.writeHead(302, { location: '/secret' }).end()
  else response.end('x'.repeat(200_000))
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const allowing = (text: string): AllowList => readAllowList(text) as AllowList

describe('the server is not sent into its own network (SSRF, v5.0.0-1.3.6)', () => {
  test.each([
    ['loopback', 'http://127.0.0.1:PORT/'],
    ['localhost by name', 'http://localhost:PORT/'],
    ['an address written as one number', 'http://2130706433:PORT/'],
    ['an address in hexadecimal', 'http://0x7f000001:PORT/'],
    ['IPv6 loopback', 'http://[::1]:PORT/'],
    ['IPv4 in IPv6 clothing', 'http://[::ffff:127.0.0.1]:PORT/'],
    ['no address', 'http://0.0.0.0:PORT/'],
    ['metadata of a cloud', 'http://169.254.169.254/latest/meta-data/'],
    ['a unique local IPv6', 'http://[fd00::1]/'],
    ['carrier-grade NAT', 'http://100.64.0.1/'],
    ['a benchmark network', 'http://198.18.0.1/'],
    ['a file', 'file:///etc/passwd'],
  ])('%s', async (_name, url) => {
    const before = reached.length
    const outbound = createOutbound({ allow: ALLOW_NOTHING, override: null })
    await expect(outbound.post(url.replace('PORT', String(port)), {}, '{}')).rejects.toBeInstanceOf(
      BlockedAddress,
    )
    expect(reached).toHaveLength(before)
    await outbound.close()
  })

  test('nor by a mail server’s name', async () => {
    const outbound = createOutbound({ allow: ALLOW_NOTHING, override: null })
    await expect(outbound.addressOf('localhost')).rejects.toBeInstanceOf(BlockedAddress)
    await outbound.close()
  })
})

describe('OUTBOUND_ALLOW', () => {
  test.each(['127.0.0.1', '127.0.0.0/8', 'relay.corp.example, 127.0.0.1/32'])(
    'of %s opens the way to 127.0.0.1',
    async (text) => {
      const outbound = createOutbound({ allow: allowing(text), override: null })
      const { status, body } = await outbound.post(`http://127.0.0.1:${port}/ok`, {}, '{}')
      expect([status, body.length]).toEqual([200, 64 * 1024])
      await outbound.close()
    },
  )

  test('of a name opens the way to whatever it resolves to', async () => {
    const outbound = createOutbound({ allow: allowing('LOCALHOST'), override: null })
    expect((await outbound.post(`http://localhost:${port}/ok`, {}, '{}')).status).toBe(200)
    expect(outbound.isNamed('localhost')).toBe(true)
    await outbound.close()
  })

  test('of one network opens no other', async () => {
    const outbound = createOutbound({ allow: allowing('10.0.0.0/8'), override: null })
    await expect(outbound.post(`http://127.0.0.1:${port}/`, {}, '')).rejects.toBeInstanceOf(BlockedAddress)
    expect([outbound.isNamed('10.1.2.3'), outbound.isNamed('8.8.8.8')]).toEqual([true, false])
    await outbound.close()
  })

  test.each(['10.0.0.0/99', '300.1.1.1', 'a b', 'http://x'])('names what cannot be read: %s', (text) => {
    expect(readAllowList(`10.0.0.1, ${text}`)).toBe(text)
  })
})

test('a redirect is answered and not followed', async () => {
  const outbound = createOutbound({ allow: allowing('127.0.0.1'), override: null })
  expect((await outbound.post(`http://127.0.0.1:${port}/away`, {}, '')).status).toBe(302)
  expect(reached).not.toContain('/secret')
  await outbound.close()
})

test('the override takes every call, path and query kept', async () => {
  const outbound = createOutbound({ allow: ALLOW_NOTHING, override: new URL(`http://127.0.0.1:${port}`) })
  await outbound.post('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K', {}, '{}')
  expect(reached.at(-1)).toBe('/cgi-bin/webhook/send?key=K')
  await outbound.close()
})
