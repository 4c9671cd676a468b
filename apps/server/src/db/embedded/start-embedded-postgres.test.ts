import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isPostmasterAlive } from './postmaster-file.ts'
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresEvent,
  startEmbeddedPostgres,
} from './start-embedded-postgres.ts'

let folder: string
let running: EmbeddedPostgres[]

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'yingce-pg-')))
  // The database's user must be able to pass when the tests run as root.
  if (process.getuid?.() === 0) await chmod(folder, 0o755)
  running = []
})

afterEach(async () => {
  for (const server of running) await server.stop()
  await rm(folder, { recursive: true, force: true })
})

async function start(
  dataDir = join(folder, 'pg'),
  events: EmbeddedPostgresEvent[] = [],
): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, onProgress: (event) => events.push(event) })
  running.push(server)
  return server
}

async function ask<Row extends pg.QueryResultRow>(server: EmbeddedPostgres, sql: string): Promise<Row[]> {
  const client = new pg.Client({ ...server.connection })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<Row>(sql)
    return rows
  } finally {
    await client.end()
  }
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20)
}

describe('starting and stopping', () => {
  test('what was committed is there after a stop and a second start, which creates nothing', async () => {
    const first = await start()
    await ask(first, 'create table note (text text); ')
    await ask(first, "insert into note values ('营策')")
    const pid = first.pid()
    await first.stop()
    expect(await isPostmasterAlive(pid ?? 0, join(folder, 'pg'))).toBe(false)
    expect(existsSync(join(folder, 'pg', 'postmaster.pid'))).toBe(false)

    const events: EmbeddedPostgresEvent[] = []
    const second = await start(join(folder, 'pg'), events)
    expect(await ask(second, 'select text from note')).toEqual([{ text: '营策' }])
    expect(events.map(({ kind }) => kind)).toEqual(['starting', 'ready'])
  })

  test('the server listens on no network port and writes through to the disk', async () => {
    const server = await start()
    const settings = await ask<{ name: string; setting: string }>(
      server,
      "select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'synchronous_commit', 'full_page_writes') order by 1",
    )
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '',
      synchronous_commit: 'on',
    })
    expect((await stat(server.connection.host)).mode & 0o077).toBe(0)
  })

  test('trigrams know Chinese characters, and pinyin order can be asked for', async () => {
    const server = await start()
    await ask(server, 'create extension pg_trgm')
    const [row] = await ask<{ trigrams: number; names: string[] }>(
      server,
      `select cardinality(show_trgm('直播预热')) as trigrams,
        (select array_agg(name order by name collate "zh-x-icu") from unnest(array['赵', '陈', '李']) as name) as names`,
    )
    expect(row?.trigrams).toBe(5)
    expect(row?.names).toEqual(['陈', '李', '赵'])
  })

  test('a data folder whose path is too long for a socket gets the socket elsewhere, still private', async () => {
    const dataDir = join(folder, 'x'.repeat(120), 'pg')
    const server = await start(dataDir)
    expect(server.connection.host.startsWith(dataDir)).toBe(false)
    expect((await stat(server.connection.host)).mode & 0o077).toBe(0)
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    await rm(server.connection.host, { recursive: true })
  })

  test('an aborted start leaves neither a server nor half a data folder', async () => {
    const aborting = new AbortController()
    const starting = startEmbeddedPostgres({
      dataDir: join(folder, 'pg'),
      signal: aborting.signal,
      onProgress: () => aborting.abort(),
    })
    await expect(starting).rejects.toThrow(/abort/i)
    expect(existsSync(join(folder, 'pg'))).toBe(false)
    expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('after something was killed', () => {
  test('a server killed with -9 is started again and has lost nothing that was committed', async () => {
    const events: EmbeddedPostgresEvent[] = []
    const server = await start(join(folder, 'pg'), events)
    await ask(server, 'create table note (text text)')
    await ask(server, "insert into note values ('kept')")
    const killed = server.pid() ?? 0
    process.kill(killed, 'SIGKILL')
    await until(() => events.some((event) => event.kind === 'ready' && event.pid !== killed))
    expect(server.state()).toBe('running')
    expect(server.pid()).not.toBe(killed)
    expect(await ask(server, 'select text from note')).toEqual([{ text: 'kept' }])
    expect(events.map(({ kind }) => kind)).toEqual(['creating', 'starting', 'ready', 'lost', 'ready'])
  })

  test('a server that an earlier process left running is adopted, watched and stopped', async () => {
    const dataDir = join(folder, 'pg')
    const pid = await startInKilledProcess(dataDir)
    const events: EmbeddedPostgresEvent[] = []
    const server = await start(dataDir, events)
    expect(events.at(-1)).toMatchObject({ kind: 'ready', pid, isAdopted: true })
    process.kill(pid, 'SIGKILL')
    await until(() => events.filter(({ kind }) => kind === 'ready').length === 2)
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(false)
  })

  test('an adopted server is left running while somebody else still uses it', async () => {
    const first = await start()
    const client = new pg.Client({ ...first.connection })
    await client.connect()
    const second = await start()
    await second.stop()
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await client.end()
  })

  test('lock files that name another program, or the server of another folder, do not prevent the start', async () => {
    const dataDir = join(folder, 'pg')
    await (await start(dataDir)).stop()
    const other = await start(join(folder, 'other'))
    for (const pid of [process.pid, other.pid()]) {
      const lock = `${pid}\n${dataDir}\n1700000000\n5432\n${dataDir}\n`
      await writeFile(join(dataDir, 'postmaster.pid'), `${lock}\n1 1\nready   \n`)
      await writeFile(join(dataDir, '.s.PGSQL.5432.lock'), lock)
      const server = await start(dataDir)
      expect(server.pid()).not.toBe(pid)
      expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
      await server.stop()
    }
  })

  test('what a killed first start left behind is cleared away', async () => {
    await mkdir(join(folder, 'pg.new-999999'), { recursive: true })
    await start()
    expect(existsSync(join(folder, 'pg.new-999999'))).toBe(false)
  })
})

describe('refusals', () => {
  test('data of another major version is refused with the way to upgrade, and not touched', async () => {
    const dataDir = join(folder, 'pg')
    await mkdir(dataDir)
    await writeFile(join(dataDir, 'PG_VERSION'), '9\n')
    await expect(start(dataDir)).rejects.toThrow(/written by PostgreSQL 9.*To upgrade/s)
    expect(await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).toBe('9\n')
    expect((await stat(dataDir)).uid).toBe(process.getuid?.())
  })

  test('a folder with foreign files is refused and not touched', async () => {
    await writeFile(join(folder, 'letter.txt'), 'mine')
    await expect(start(folder)).rejects.toThrow(/not empty and holds no PostgreSQL data/)
    expect(await readFile(join(folder, 'letter.txt'), 'utf8')).toBe('mine')
  })

  test('a server that cannot start says why', async () => {
    const dataDir = join(folder, 'pg')
    await (await start(dataDir)).stop()
    await writeFile(join(dataDir, 'postgresql.conf'), 'shared_bufferz = 1\n')
    await expect(start(dataDir)).rejects.toThrow(/did not start.*shared_bufferz/s)
  })
})

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('the server runs as another user, who owns the data', async () => {
    const server = await start()
    const { uid } = await stat(join(folder, 'pg'))
    expect(uid).not.toBe(0)
    expect(await readFile(`/proc/${server.pid()}/status`, 'utf8')).toMatch(
      new RegExp(`^Uid:\\s+${uid}\\s`, 'm'),
    )
  })

  test('under a folder closed to that user the data lies elsewhere and the wanted path leads there', async () => {
    const closed = join(folder, 'closed')
    await mkdir(closed, { mode: 0o700 })
    const dataDir = join(closed, 'data', 'pg')
    const server = await start(dataDir)
    const real = await realpath(dataDir)
    expect(real.startsWith(folder)).toBe(false)
    await ask(server, 'create table note (text text)')
    await server.stop()
    const again = await start(dataDir)
    expect(await ask(again, 'select * from note')).toEqual([])
    await again.stop()
    await rm(real, { recursive: true })
    await expect(start(dataDir)).rejects.toThrow(/which is not there/)
  })
})

/** Starts a server in a Node process of its own, kills that process and returns the server's process id. */
async function startInKilledProcess(dataDir: string): Promise<number> {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'start-embedded-postgres.ts'))}
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} })
    console.log(server.pid())
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const text = await new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').once('data', resolve)
  })
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  return Number(text)
}
