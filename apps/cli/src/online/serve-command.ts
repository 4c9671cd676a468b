import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import type { Call, Command } from '../command.ts'
import { DEFAULT_PORT, REPOSITORY } from '../repository.ts'

/** Settings of the server; each is also an environment variable (PORT, DATA_DIR …). */
const SETTINGS = [
  'port',
  'host',
  'data-dir',
  'database-url',
  'public-url',
  'log-level',
  'trust-proxy',
] as const

function serverArguments({ flags }: Call): string[] {
  return SETTINGS.flatMap((name) => (typeof flags[name] === 'string' ? [`--${name}=${flags[name]}`] : []))
}

/** `yingce serve`: the server in the foreground, until it is told to stop. */
export const SERVE: Command = {
  name: 'serve',
  usage: '[--port N] [--data-dir FOLDER] …',
  argumentCount: 0,
  summary: { zh: '启动服务器', en: 'start the server' },
  flags: {
    port: {
      type: 'string',
      value: 'N',
      help: { zh: `端口，默认 ${DEFAULT_PORT}（PORT）`, en: `port, ${DEFAULT_PORT} by default (PORT)` },
    },
    host: {
      type: 'string',
      value: 'H',
      help: {
        zh: '监听地址，默认 127.0.0.1（HOST）',
        en: 'address to listen on, 127.0.0.1 by default (HOST)',
      },
    },
    'data-dir': {
      type: 'string',
      value: 'FOLDER',
      help: { zh: '数据文件夹（DATA_DIR）', en: 'folder of the data (DATA_DIR)' },
    },
    'database-url': {
      type: 'string',
      value: 'URL',
      help: {
        zh: '自有的 PostgreSQL，默认用内置的（DATABASE_URL）',
        en: 'a PostgreSQL of your own, by default the embedded one (DATABASE_URL)',
      },
    },
    'public-url': {
      type: 'string',
      value: 'URL',
      help: { zh: '对外地址（PUBLIC_URL）', en: 'address that people open (PUBLIC_URL)' },
    },
    'log-level': {
      type: 'string',
      value: 'LEVEL',
      help: { zh: '日志级别（LOG_LEVEL）', en: 'how much is logged (LOG_LEVEL)' },
    },
    'trust-proxy': {
      type: 'string',
      value: 'LIST',
      help: { zh: '可信代理（TRUST_PROXY）', en: 'proxies that are believed (TRUST_PROXY)' },
    },
  },
  run(call) {
    const main = join(REPOSITORY, 'apps/server/src/main.ts')
    const child = spawn(process.execPath, [main, ...serverArguments(call)], {
      stdio: 'inherit',
      env: { ...call.surroundings.environment },
    })
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
    // Ctrl+C reaches the server directly, it shares our terminal: we only wait for its end.
    process.on('SIGINT', () => {})
    return new Promise<number>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code) => resolve(code ?? 1))
    })
  },
}
