import { expect, test } from 'vitest'
import { isOwnHost } from './same-origin.ts'

const local = { host: '127.0.0.1', publicUrl: null, trustProxy: [] }
const published = { ...local, publicUrl: new URL('https://plans.example.com') }

test.each([
  ['127.0.0.1:8130', local, true],
  ['localhost:8130', local, true],
  ['[::1]:8130', local, true],
  ['yingce.localhost', local, true],
  ['evil.example:8130', local, false],
  ['127.0.0.1.evil.example', local, false],
  ['plans.example.com', local, false],
  ['plans.example.com', published, true],
  ['evil.example', published, false],
  ['app:8130', { ...local, trustProxy: ['127.0.0.1'] }, true],
  ['team-server.lan:8130', { ...local, host: '0.0.0.0' }, true],
])('Host %s, %o: %s', (host, config, isOwn) => {
  expect(isOwnHost(host, config)).toBe(isOwn)
})
