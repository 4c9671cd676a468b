import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type AllowList, readAllowList } from './connectors/outbound/allow-list.ts'
import type { OutboundSettings } from './connectors/outbound/outbound.ts'
import { KEY_BYTES } from './secrets/secret-box.ts'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export interface Config {
  readonly port: number
  readonly host: string
  /** Folder of everything that is kept; the embedded database lies in it. */
  readonly dataDir: string
  /** A team's own PostgreSQL; null: the embedded one. */
  readonly databaseUrl: string | null
  /** Address that people open, where it differs from host and port (behind a proxy). */
  readonly publicUrl: URL | null
  readonly logLevel: LogLevel
  /** Addresses and networks whose X-Forwarded-For is believed. */
  readonly trustProxy: readonly string[]
  readonly outbound: OutboundSettings
  /** Seals the secrets of channels; null: the file in the data folder. */
  readonly secretKey: Buffer | null
  readonly version: string
}

/** A setting is wrong; the message is a full sentence for the person who set it. */
export class ConfigError extends Error {}

export const REPOSITORY = resolve(import.meta.dirname, '../../..')

const SETTINGS = [
  'PORT',
  'HOST',
  'DATA_DIR',
  'DATABASE_URL',
  'PUBLIC_URL',
  'LOG_LEVEL',
  'TRUST_PROXY',
  'OUTBOUND_ALLOW',
  'NOTICE_ENDPOINT_OVERRIDE',
  'SECRET_KEY',
] as const
type Setting = (typeof SETTINGS)[number]

const flagOf = (setting: Setting) => setting.toLowerCase().replaceAll('_', '-')

/**
 * Settings from flags (`--port 9000`), else from the environment (`PORT=9000`),
 * else the default. README.md lists them.
 *
 * @throws ConfigError for an unknown flag or a value that is not allowed
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  argv: readonly string[],
  isTerminal = false,
): Config {
  const flags = readFlags(argv)
  const read = (setting: Setting) => flags[flagOf(setting)] ?? (env[setting]?.trim() || undefined)
  return {
    port: readPort(read('PORT')),
    host: read('HOST') ?? '127.0.0.1',
    dataDir: resolve(read('DATA_DIR') ?? join(REPOSITORY, 'data')),
    databaseUrl: readDatabaseUrl(read('DATABASE_URL')),
    publicUrl: readOrigin('PUBLIC_URL', read('PUBLIC_URL')),
    logLevel: readLogLevel(read('LOG_LEVEL') ?? (isTerminal ? 'warn' : 'info')),
    trustProxy: readTrustProxy(read('TRUST_PROXY')),
    outbound: {
      allow: readOutboundAllow(read('OUTBOUND_ALLOW')),
      override: readOrigin('NOTICE_ENDPOINT_OVERRIDE', read('NOTICE_ENDPOINT_OVERRIDE')),
    },
    secretKey: readSecretKey(read('SECRET_KEY')),
    version: (JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as { version: string })
      .version,
  }
}

function readFlags(argv: readonly string[]): Readonly<Record<string, string | undefined>> {
  try {
    const options = Object.fromEntries(
      SETTINGS.map((setting) => [flagOf(setting), { type: 'string' as const }]),
    )
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values as Record<
      string,
      string | undefined
    >
  } catch (error) {
    throw new ConfigError(
      `${(error as Error).message.split('. To specify')[0]!.replace(/\.$/, '')}. Known flags: ${SETTINGS.map((setting) => `--${flagOf(setting)}`).join(', ')}.`,
    )
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined) return 8130
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new ConfigError(
      `PORT is “${text}”, but a port is a whole number from 0 to 65535 (0 takes any free one).`,
    )
  return port
}

function readDatabaseUrl(text: string | undefined): string | null {
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw new ConfigError(
      'DATABASE_URL is not the address of a PostgreSQL database, such as postgresql://user:password@host:5432/yingce.',
    )
  }
  return text
}

function readOrigin(setting: Setting, text: string | undefined): URL | null {
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (
    url === null ||
    !['http:', 'https:'].includes(url.protocol) ||
    url.pathname !== '/' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    throw new ConfigError(
      `${setting} is “${text}”, but it has to be an address without a path, such as https://plans.example.com.`,
    )
  }
  return url
}

function readLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text)
  if (level === undefined)
    throw new ConfigError(`LOG_LEVEL is “${text}”, but it has to be one of ${LOG_LEVELS.join(', ')}.`)
  return level
}

function readOutboundAllow(text: string | undefined): AllowList {
  const allow = readAllowList(text ?? '')
  if (typeof allow === 'string')
    throw new ConfigError(
      `OUTBOUND_ALLOW has “${allow}”, but it lists hosts, addresses or networks of your own, such as relay.example.com or 10.0.0.0/8.`,
    )
  return allow
}

function readSecretKey(text: string | undefined): Buffer | null {
  if (text === undefined) return null
  const key = Buffer.from(text, 'base64')
  if (key.length !== KEY_BYTES)
    throw new ConfigError('SECRET_KEY has to be 32 bytes in base64, such as from: openssl rand -base64 32')
  return key
}

function readTrustProxy(text: string | undefined): readonly string[] {
  const entries = (text ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/')
    const version = isIP(address)
    const isFit =
      version !== 0 &&
      (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
    if (!isFit)
      throw new ConfigError(
        `TRUST_PROXY has “${entry}”, but it lists addresses or networks of proxies, such as 127.0.0.1 or 10.0.0.0/8.`,
      )
  }
  return entries
}
