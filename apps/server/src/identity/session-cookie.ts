import type { Config } from '../config.ts'

/** 30 days after the last use the session ends. */
export const SESSION_SECONDS = 30 * 24 * 3600

/** With HTTPS the name binds the cookie to this very host and to secure transport. */
export function cookieName(config: Pick<Config, 'publicUrl'>): string {
  return isSecure(config) ? '__Host-yingce_session' : 'yingce_session'
}

export function sessionCookie(
  config: Pick<Config, 'publicUrl'>,
  secret: string,
  maxAgeSeconds = SESSION_SECONDS,
): string {
  return `${cookieName(config)}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${isSecure(config) ? '; Secure' : ''}`
}

export function endedCookie(config: Pick<Config, 'publicUrl'>): string {
  return sessionCookie(config, '', 0)
}

/** The secret in a Cookie header, else null. */
export function secretFromCookies(
  config: Pick<Config, 'publicUrl'>,
  header: string | undefined,
): string | null {
  if (header === undefined) return null
  const name = cookieName(config)
  for (const part of header.split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || null
  }
  return null
}

function isSecure(config: Pick<Config, 'publicUrl'>): boolean {
  return config.publicUrl?.protocol === 'https:'
}
