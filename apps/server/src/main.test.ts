import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect, inject, test } from 'vitest'
import { addressOf } from './testing/test-database.ts'

const MAIN = join(import.meta.dirname, 'main.ts')
const PROGRAM = join(import.meta.dirname, 'testing/program-server.ts')

function run(script: string, args: string[], env: Record<string, string> = {}) {
  const { status, stderr, stdout } = spawnSync(process.execPath, [script, ...args], {
    env: { ...process.env, DATABASE_URL: '', ...env },
    encoding: 'utf8',
    // A first start makes a database, and a machine without a network looks long for a name.
    timeout: 80_000,
  })
  return { status, stderr, stdout }
}

test('a wrong setting ends with 2 and one sentence, before anything is started', () => {
  const { status, stderr, stdout } = run(MAIN, ['--port', 'eighty'])
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toBe(
    'PORT is “eighty”, but a port is a whole number from 0 to 65535 (0 takes any free one).\n',
  )
})

test('a database that cannot be reached ends with 1 and a sentence without the password', () => {
  const { status, stderr } = run(PROGRAM, ['--port', '0'], {
    DATABASE_URL: 'postgresql://u:secret@127.0.0.1:1/d',
  })
  expect(status).toBe(1)
  expect(stderr).toContain('The database of DATABASE_URL cannot be used: ')
  expect(stderr).not.toContain('secret')
  expect(stderr).not.toContain(' at ')
})

test.each([
  ['/proc/yingce', 'The folder /proc/yingce cannot be created (ENOENT).'],
  [MAIN, `${MAIN} is a file, not a folder for data.`],
])('a data folder that cannot be, %s, ends with 1 and a sentence', (folder, sentence) => {
  const { status, stderr } = run(PROGRAM, ['--port', '0', '--data-dir', folder])
  expect(status).toBe(1)
  expect(stderr).toBe(`${sentence} Choose another with DATA_DIR=….\n`)
})

test('a host that is no address of this machine ends with 1 and a sentence, before a database is made', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yingce-host-'))
  const { status, stderr } = run(PROGRAM, ['--port', '0', '--host', 'nowhere.invalid', '--data-dir', folder])
  expect(status).toBe(1)
  expect(stderr).toBe(
    'HOST is “nowhere.invalid”, but no address of this machine goes by that name. Use 127.0.0.1, or 0.0.0.0 for all.\n',
  )
  expect(readdirSync(folder)).toEqual([])
  rmSync(folder, { recursive: true, force: true })
}, 90_000)

test('a taken port ends with 1 and a sentence, and the database it started ends too', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const folder = mkdtempSync(join(tmpdir(), 'yingce-port-'))
  const server = inject('databaseServer')
  const template = addressOf(server, inject('templateDatabase'))
  const env = template.url === undefined ? {} : { DATABASE_URL: template.url }
  const { status, stderr } = run(PROGRAM, ['--port', String(port), '--data-dir', folder], env)
  expect(status).toBe(1)
  expect(stderr).toContain(`Port ${port} is taken: stop what listens there, or choose another with PORT=….`)
  other.close()
  rmSync(folder, { recursive: true, force: true })
}, 90_000)
