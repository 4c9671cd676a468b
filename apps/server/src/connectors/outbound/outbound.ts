import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns'
import { isIP } from 'node:net'
import { promisify } from 'node:util'
import { Agent, fetch } from 'undici'
import { type AllowList, isReachable } from './allow-list.ts'

/** The address lies in a network that the server does not go to by itself (SSRF). */
export class BlockedAddress extends Error {
  readonly host: string
  constructor(host: string) {
    super(
      `${host} is no address of the public internet. If it is a machine of your own network, name it in OUTBOUND_ALLOW.`,
    )
    this.name = 'BlockedAddress'
    this.host = host
  }
}

export interface OutboundAnswer {
  readonly status: number
  /** At most 64 KB of it. */
  readonly body: string
}

/** The server's only way to other machines on behalf of what people enter. */
export interface Outbound {
  /**
   * Posts and reads the answer; redirects are not followed but answered.
   *
   * @throws BlockedAddress, or what the line says
   */
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<OutboundAnswer>
  /**
   * An address of the host to connect to, for protocols other than HTTP.
   *
   * @throws BlockedAddress
   */
  addressOf(host: string): Promise<string>
  /** Did the operator name this host, so that it need not be a known platform? */
  isNamed(host: string): boolean
  close(): Promise<void>
}

const TIMEOUT_MILLIS = 10_000
const MAX_ANSWER_BYTES = 64 * 1024
const lookupAll = promisify(resolve)

export interface OutboundSettings {
  readonly allow: AllowList
  /** Base address that takes all HTTP calls instead, path and query kept: a relay, or a fake in tests. */
  readonly override: URL | null
}

export function createOutbound({ allow, override }: OutboundSettings): Outbound {
  const guarded = new Agent({ connect: { lookup: guardedLookup(allow), timeout: TIMEOUT_MILLIS } })
  const open = new Agent({ connect: { timeout: TIMEOUT_MILLIS } })

  async function post(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<OutboundAnswer> {
    const given = new URL(url)
    const target = override === null ? given : new URL(given.pathname + given.search, override)
    const isOpen = override !== null || allow.hosts.has(target.hostname.toLowerCase())
    if (!isOpen) requireReachable(target, allow)
    const response = await fetch(target, {
      method: 'POST',
      headers: { ...headers },
      body,
      redirect: 'manual',
      dispatcher: isOpen ? open : guarded,
      signal: AbortSignal.timeout(TIMEOUT_MILLIS),
    }).catch((error: unknown) => {
      // Blocked inside the lookup: the reason is what counts, not that fetching failed.
      throw error instanceof Error && error.cause instanceof BlockedAddress ? error.cause : error
    })
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true })
      if (text.length > MAX_ANSWER_BYTES) break
    }
    return { status: response.status, body: text.slice(0, MAX_ANSWER_BYTES) }
  }

  return {
    post,
    async addressOf(host) {
      const addresses = await lookupAll(host, { all: true })
      const isNamed = allow.hosts.has(host.toLowerCase())
      const found = addresses.find(({ address }) => isNamed || isReachable(address, allow))
      if (found === undefined) throw new BlockedAddress(host)
      return found.address
    },
    isNamed: (host) =>
      allow.hosts.has(host.toLowerCase()) || (isIP(bare(host)) !== 0 && isNamedAddress(bare(host), allow)),
    async close() {
      await Promise.all([guarded.destroy(), open.destroy()])
    },
  }
}

/** The lookup is not asked about literal addresses, so they are judged here. */
function requireReachable(url: URL, allow: AllowList): void {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new BlockedAddress(url.protocol)
  const host = bare(url.hostname)
  if (isIP(host) !== 0 && !isReachable(host, allow)) throw new BlockedAddress(host)
}

function isNamedAddress(address: string, allow: AllowList): boolean {
  return (
    allow.networks.length > 0 &&
    isReachable(address, allow) &&
    !isReachable(address, { ...allow, networks: [] })
  )
}

function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1')
}

type LookupDone = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void

/**
 * Resolves a name and keeps only addresses that may be gone to; the connection
 * is made to one of these, so a name cannot change its mind in between.
 */
function guardedLookup(allow: AllowList) {
  return (host: string, options: LookupOptions, done: LookupDone): void => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, [])
      const fit = addresses.filter(({ address }) => isReachable(address, allow))
      const [first] = fit
      if (first === undefined) return done(new BlockedAddress(host), [])
      if (options.all === true) done(null, fit)
      else done(null, first.address, first.family)
    })
  }
}
