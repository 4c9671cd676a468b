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

/**
 * Is the Host header one under which this server is meant to be reached? Closes
 * DNS rebinding: a foreign name that resolves to this machine is refused.
 */
export function isOwnHost(host: string | undefined, config: Pick<Config, 'publicUrl' | 'host'>): boolean {
  if (host === undefined) return true
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1').toLowerCase()
  if (name === 'localhost' || name.endsWith('.localhost') || isIP(name) !== 0) return true
  if (config.publicUrl !== null) return name === config.publicUrl.hostname
  // Without PUBLIC_URL a server on the loopback has no other name; one on the network may have any.
  return !['127.0.0.1', '::1', 'localhost'].includes(config.host)
}
