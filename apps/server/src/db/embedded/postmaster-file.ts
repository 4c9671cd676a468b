import { execFile } from 'node:child_process'
import { readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a running server writes into postmaster.pid of its data folder. */
export interface PostmasterFile {
  readonly pid: number
  readonly port: number
  readonly socketDir: string
  /** Whether it accepts connections: also false while it starts or stops. */
  readonly isReady: boolean
}

/** Null when there is no such file, or it is only half written. */
export async function readPostmasterFile(dataDir: string): Promise<PostmasterFile | null> {
  const text = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, socketDir, , , status] = text.split('\n').map((line) => line.trim())
  if (pid === undefined || pid === '') return null
  return { pid: Number(pid), port: Number(port), socketDir: socketDir ?? '', isReady: status === 'ready' }
}

/**
 * Is that process the server of this data folder, or does the file only
 * remember one? After kill -9 the number may be free, belong to something else,
 * or to a zombie that nobody collects (a container without an init process);
 * PostgreSQL itself takes the last two for a running server and refuses to start.
 */
export async function isPostmasterAlive(pid: number, dataDir: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
    const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(stat ?? '') ?? []
    if (name !== 'postgres' || state === 'Z' || state === 'X') return false
    // A server works inside its data folder. Where we may not look, it is another user's, so not ours.
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null)
    return folder === dataDir
  }
  const listed = await run('ps', ['-o', 'stat=,comm=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return /^[^Z]\S*\s.*postgres/.test(listed.stdout.trim())
}
