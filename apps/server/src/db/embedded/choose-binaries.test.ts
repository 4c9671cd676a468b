import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chooseDatabaseUser } from './database-user.ts'
import { packagedBinaries, systemBinaries, versionOf } from './find-binaries.ts'
import { initDataFolder } from './init-data-folder.ts'
import { isPostmasterAlive, readPostmasterFile } from './postmaster-file.ts'
import { startEmbeddedPostgres } from './start-embedded-postgres.ts'

let folder: string

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'yingce-pg-')))
  await chmod(folder, 0o755)
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const packaged = await packagedBinaries()
const [system] = await systemBinaries()

describe.runIf(packaged !== null)('the packaged PostgreSQL', () => {
  test('runs, though its install script did not', async () => {
    expect(await versionOf(packaged?.home ?? '')).toBe('18.4')
    expect(packaged?.major).toBe(18)
  })

  test('starts although a server that was killed is still listed as a zombie', async () => {
    const dataDir = join(folder, 'pg')
    await (await startEmbeddedPostgres({ dataDir })).stop()
    // The shell gives way to a sleep, which never asks for the ends of its children.
    const { spawn: as } = await chooseDatabaseUser(dataDir)
    const command = `"${packaged?.home}/bin/postgres" -D "${dataDir}" -k "${dataDir}" -c listen_addresses= & exec sleep 60`
    const parent = spawn('sh', ['-c', command], { cwd: dataDir, stdio: 'ignore', ...as })
    while ((await readPostmasterFile(dataDir))?.isReady !== true) await sleep(20)
    const pid = (await readPostmasterFile(dataDir))?.pid ?? 0
    process.kill(pid, 'SIGKILL')
    // A killed process goes on dying for a moment on a busy machine.
    while (!(await readFile(`/proc/${pid}/stat`, 'utf8')).includes(' Z ')) await sleep(20)
    expect(await isPostmasterAlive(pid, dataDir)).toBe(false)

    const server = await startEmbeddedPostgres({ dataDir })
    expect(server.pid()).not.toBe(pid)
    await server.stop()
    parent.kill('SIGKILL')
    await once(parent, 'exit')
  })
})

describe.runIf(system !== undefined)('a PostgreSQL of the system', () => {
  test('can carry a database of ours, and its data stays with it', async () => {
    const dataDir = join(folder, 'pg')
    if (system === undefined) throw new Error('there is none')
    const user = await chooseDatabaseUser(dataDir)
    await initDataFolder({ dataDir, binaries: system, user }, () => undefined)
    const server = await startEmbeddedPostgres({ dataDir })
    const client = new pg.Client({ ...server.connection })
    await client.connect()
    const version = await client.query<{ server_version: string }>('show server_version')
    expect(Number.parseInt(version.rows[0]?.server_version ?? '', 10)).toBe(system.major)
    await client.query('create extension pg_trgm')
    const trigrams = await client.query<{ count: number }>(
      "select cardinality(show_trgm('直播预热')) as count",
    )
    expect(trigrams.rows).toEqual([{ count: 5 }])
    await client.end()
    await server.stop()
  })
})
