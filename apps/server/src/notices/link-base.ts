import type { Config } from '../config.ts'

/**
 * What stands before a path in a message. Without PUBLIC_URL it is the address
 * that the server listens on, which opens on this machine only; null where that
 * is drawn by chance.
 */
export function linkBase(config: Pick<Config, 'publicUrl' | 'host' | 'port'>): string | null {
  if (config.publicUrl !== null) return config.publicUrl.origin
  return config.port === 0 ? null : `http://${config.host}:${config.port}`
}
