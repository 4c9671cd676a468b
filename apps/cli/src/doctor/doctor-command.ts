import { join, resolve } from 'node:path'
import type { Call, Command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { DEFAULT_PORT, REPOSITORY } from '../repository.ts'
import { displayWidth } from '../text-table.ts'
import { checkBinaries, checkDatabaseUrl } from './check-database.ts'
import { checkDisk, checkFolder } from './check-folder.ts'
import { checkNode, checkPages } from './check-node.ts'
import { checkPort } from './check-port.ts'
import type { DoctorSettings, Finding } from './finding.ts'

const STATES = {
  zh: { ok: '正常', warn: '注意', fail: '有误' },
  en: { ok: 'ok', warn: 'warn', fail: 'fail' },
} as const
const TITLE_WIDTH = 14

function settingsOf({ flags, surroundings: { environment }, language }: Call): DoctorSettings {
  const read = (flag: string, name: string): string | null => {
    const given = flags[flag] ?? environment[name]
    return typeof given === 'string' && given.trim() !== '' ? given.trim() : null
  }
  const port = read('port', 'PORT') ?? String(DEFAULT_PORT)
  if (!/^\d+$/.test(port) || Number(port) > 65_535)
    throw new Refusal(
      'usage',
      language === 'zh'
        ? `端口是 0 到 65535 的整数：${port}`
        : `A port is a whole number from 0 to 65535, not ${port}`,
    )
  return {
    port: Number(port),
    host: read('host', 'HOST') ?? '127.0.0.1',
    dataDir: resolve(read('data-dir', 'DATA_DIR') ?? join(REPOSITORY, 'data')),
    databaseUrl: read('database-url', 'DATABASE_URL'),
  }
}

function textOf(findings: readonly Finding[], { language }: Call): string {
  const lines = findings.flatMap(({ state, title, message, advice }) => [
    `${STATES[language][state].padEnd(language === 'zh' ? 4 : 6)}${title[language]}${' '.repeat(Math.max(1, TITLE_WIDTH - displayWidth(title[language])))}${message[language]}`,
    ...(advice === null ? [] : [`      ${advice[language]}`]),
  ])
  return `${lines.join('\n')}\n`
}

/** `yingce doctor`: can Yingce run here, and if not, what is missing? Looks only, changes nothing. */
export const DOCTOR: Command = {
  name: 'doctor',
  usage: '[--json]',
  argumentCount: 0,
  summary: { zh: '检查这台机器能否运行营策', en: 'check whether Yingce can run on this machine' },
  flags: {
    port: { type: 'string', value: 'N', help: { zh: '要检查的端口（PORT）', en: 'port to look at (PORT)' } },
    host: { type: 'string', value: 'H', help: { zh: '监听地址（HOST）', en: 'address to listen on (HOST)' } },
    'data-dir': {
      type: 'string',
      value: 'FOLDER',
      help: { zh: '数据文件夹（DATA_DIR）', en: 'folder of the data (DATA_DIR)' },
    },
    'database-url': {
      type: 'string',
      value: 'URL',
      help: { zh: '自有的 PostgreSQL（DATABASE_URL）', en: 'a PostgreSQL of your own (DATABASE_URL)' },
    },
  },
  async run(call) {
    const { dataDir, host, port, databaseUrl } = settingsOf(call)
    const findings = [
      checkNode(),
      databaseUrl === null ? await checkBinaries() : await checkDatabaseUrl(databaseUrl),
      await checkFolder(dataDir),
      await checkDisk(dataDir),
      await checkPort(host, port),
      checkPages(),
    ]
    const { flags, language, surroundings } = call
    const plain = findings.map(({ check, state, message, advice }) => ({
      check,
      state,
      message: message[language],
      advice: advice?.[language] ?? null,
    }))
    surroundings.write(
      flags['json'] === true ? `${JSON.stringify(plain, null, 2)}\n` : textOf(findings, call),
    )
    return findings.some(({ state }) => state === 'fail') ? 1 : 0
  },
}
