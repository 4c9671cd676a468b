import type { Call, Flag } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { DEFAULT_PORT } from '../repository.ts'

/** Flags of every command that talks to a running server. */
export const CONNECTION_FLAGS: Readonly<Record<string, Flag>> = {
  server: {
    type: 'string',
    value: 'URL',
    help: {
      zh: `服务器地址，默认取 YINGCE_SERVER，否则 http://127.0.0.1:${DEFAULT_PORT}`,
      en: `address of the server; YINGCE_SERVER, else http://127.0.0.1:${DEFAULT_PORT}`,
    },
  },
  token: {
    type: 'string',
    value: 'TOKEN',
    help: {
      zh: '访问令牌，默认取 YINGCE_TOKEN；命令行参数会留在历史记录里，环境变量更安全',
      en: 'access token; YINGCE_TOKEN by default, which unlike a flag stays out of the shell history',
    },
  },
}

export interface Connection {
  /** Without a slash at the end. */
  readonly origin: string
  readonly token: string
}

/** The server address of the call. @throws Refusal when it is none */
export function serverOf({ flags, surroundings, language }: Call): string {
  const given =
    flags['server'] ?? surroundings.environment['YINGCE_SERVER'] ?? `http://127.0.0.1:${DEFAULT_PORT}`
  const url = typeof given === 'string' && URL.canParse(given) ? new URL(given) : null
  if (url !== null && ['http:', 'https:'].includes(url.protocol)) return url.href.replace(/\/+$/, '')
  throw new Refusal(
    'usage',
    language === 'zh' ? `服务器地址不对：${String(given)}` : `This is no server address: ${String(given)}`,
    { advice: language === 'zh' ? '例如 https://plans.example.com' : 'Such as https://plans.example.com' },
  )
}

/** Server and token of the call. @throws Refusal without a token */
export function connectionOf(call: Call): Connection {
  const origin = serverOf(call)
  const given = call.flags['token'] ?? call.surroundings.environment['YINGCE_TOKEN']
  const token = typeof given === 'string' ? given.trim() : ''
  if (token !== '') return { origin, token }
  const zh = call.language === 'zh'
  throw new Refusal('token_missing', zh ? '缺少访问令牌。' : 'There is no access token.', {
    advice: zh
      ? `请在 ${origin} 的设置里新建令牌，然后设置环境变量 YINGCE_TOKEN 或加 --token。`
      : `Make one in the settings at ${origin}, then set YINGCE_TOKEN or add --token.`,
  })
}
