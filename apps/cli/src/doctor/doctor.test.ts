import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server as HttpServer } from 'node:http'
import { type AddressInfo, createServer as createPlainServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../run-cli.ts'
import { checkDatabaseUrl } from './check-database.ts'
import { checkDisk, checkFolder } from './check-folder.ts'
import { checkNode } from './check-node.ts'
import { checkPort } from './check-port.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingce-doctor-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** Something that answers like a Yingce whose database is up or down. */
function yingceLike(isReady: boolean): HttpServer {
  return createServer((request, response) => {
    const isHealth = request.url === '/healthz'
    response.writeHead(isHealth || isReady ? 200 : 503, { 'content-type': 'application/json' })
    response.end(isHealth ? '{"status":"ok","version":"9.8.7"}' : isReady ? '{"status":"ready"}' : '{}')
  })
}

describe('yingce doctor', () => {
  test('Node before 24 fails with the way out', () => {
    expect([checkNode('22.11.0').state, checkNode('24.0.0').state, checkNode('26.1.0').state]).toEqual([
      'fail',
      'ok',
      'ok',
    ])
    expect(checkNode('22.11.0').advice?.en).toContain('npx yingce')
  })

  test('a folder that is not there yet is fine where it can be made; a file in its place is not', async () => {
    await writeFile(join(folder, 'file'), '')
    expect((await checkFolder(folder)).state).toBe('ok')
    expect(await checkFolder(join(folder, 'a', 'b'))).toMatchObject({
      state: 'ok',
      message: { en: expect.stringContaining('made at the start') },
    })
    expect(await checkFolder(join(folder, 'file'))).toMatchObject({
      state: 'fail',
      message: { en: expect.stringContaining('no folder') },
    })
  })

  test.skipIf(process.getuid?.() === 0)('a folder that cannot be written fails', async () => {
    await chmod(folder, 0o500)
    expect((await checkFolder(join(folder, 'data'))).state).toBe('fail')
    await chmod(folder, 0o700)
  })

  test('under 1 GiB of disk fails, under 5 GiB warns', async () => {
    const gib = 1024 ** 3
    const states = [gib - 1, gib, 5 * gib - 1, 5 * gib].map(
      async (free) => (await checkDisk(folder, async () => free)).state,
    )
    expect(await Promise.all(states)).toEqual(['fail', 'warn', 'warn', 'ok'])
  })

  test('a port that is taken by a Yingce is fine, by one without its database or by anything else is not', async () => {
    const servers = [
      yingceLike(true),
      yingceLike(false),
      createServer((_request, response) => void response.end('hello')),
    ]
    const ports = await Promise.all(servers.map(listening))
    const found = await Promise.all(ports.map((port) => checkPort('127.0.0.1', port)))
    expect(found.map(({ state }) => state)).toEqual(['ok', 'fail', 'fail'])
    expect(found.map(({ message }) => message.en)).toEqual([
      expect.stringContaining('Yingce 9.8.7 runs'),
      expect.stringContaining('database does not answer'),
      expect.stringContaining('another program'),
    ])
    for (const server of servers) server.close()
    expect((await checkPort('127.0.0.1', ports[0]!)).state).toBe('ok')
  })

  test('a database address is tried; a wrong one and a silent one fail', async () => {
    const server = createPlainServer()
    const port = await listening(server)
    expect((await checkDatabaseUrl(`postgresql://u:p@127.0.0.1:${port}/y`)).state).toBe('ok')
    server.close()
    expect((await checkDatabaseUrl(`postgresql://u:p@127.0.0.1:${port}/y`)).state).toBe('fail')
    expect((await checkDatabaseUrl('mysql://x/y')).message.en).toContain('no address of a PostgreSQL')
  })

  test('never says the password of the database', async () => {
    expect(JSON.stringify(await checkDatabaseUrl('postgresql://u:geheim@127.0.0.1:9/y'))).not.toContain(
      'geheim',
    )
  })

  test('prints a line per check and ends with 1 when one fails, 2 for a port that is none', async () => {
    const out: string[] = []
    const run = (words: string[]) =>
      runCli(words, {
        environment: { DATA_DIR: folder },
        write: (text) => void out.push(text),
        complain: (text) => void out.push(text),
      })
    const server = createServer((_request, response) => void response.end(''))
    const port = await listening(server)
    expect(await run(['doctor', '--port', String(port), '--json', '--lang', 'en'])).toBe(1)
    server.close()
    const findings = JSON.parse(out.join('')) as { check: string; state: string }[]
    expect(findings.map(({ check }) => check)).toEqual([
      'node',
      'database',
      'data-folder',
      'disk',
      'port',
      'pages',
    ])
    expect(findings.find(({ check }) => check === 'port')?.state).toBe('fail')
    expect(await run(['doctor', '--port', 'x'])).toBe(2)
  })
})
