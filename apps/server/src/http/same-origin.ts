import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

export function isSafeMethod(method: string): boolean {
  return SAFE_METHODS.has(method)
}

/**
 * Did our own page send this? By Sec-Fetch-Site and Origin, which a page cannot
 * forge; both have to agree where both are there. null: neither was sent, so it
 * was no current browser.
 */
export function isSameOrigin(request: FastifyRequest, config: Pick<Config, 'publicUrl'>): boolean | null {
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  if (site === undefined && origin === undefined) return null
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  if (config.publicUrl !== null && origin === config.publicUrl.origin) return true
  return URL.canParse(origin) && new URL(origin).host === request.headers.host
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/**
 * Is the Host header one under which this server is meant to be reached? Closes
 * DNS rebinding: a foreign name that resolves to this machine is refused. A
 * server on the network, or behind a proxy, may have names that we cannot know;
 * there the origin of a write and the host of the cookie have to do.
 */
export function isOwnHost(
  host: string | undefined,
  config: Pick<Config, 'publicUrl' | 'host' | 'trustProxy'>,
): boolean {
  if (host === undefined || !LOOPBACK.has(config.host) || config.trustProxy.length > 0) return true
  const name = host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase()
  if (name === 'localhost' || name.endsWith('.localhost') || isIP(name) !== 0) return true
  return name === config.publicUrl?.hostname
}
