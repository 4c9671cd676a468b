import pg from 'pg'
import { connectionSettings, type DatabaseAddress } from '../db/database.ts'

export interface ListenerCalls {
  onNotice(channel: string, payload: string): void
  /** Listening (again): what was missed has to be read. */
  onReady(): void
  onError(error: unknown): void
}

export interface Listener {
  /** Resolves once listening, or after the first failed try: it goes on trying. */
  start(): Promise<void>
  stop(): Promise<void>
}

const FIRST_WAIT_MILLIS = 200
const MAX_WAIT_MILLIS = 5_000

/** The one connection of this process that listens; lost, it is opened again until it holds. */
export function openListener(
  address: DatabaseAddress,
  channels: readonly string[],
  calls: ListenerCalls,
): Listener {
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | undefined
  let isStopped = false
  let wait = FIRST_WAIT_MILLIS

  async function connect(): Promise<void> {
    const next = new pg.Client(connectionSettings(address))
    let isLost = false
    const lose = (error?: unknown) => {
      if (isLost) return
      isLost = true
      if (client === next) client = null
      next.end().catch(() => {})
      if (isStopped) return
      if (error !== undefined) calls.onError(error)
      retry = setTimeout(() => void connect(), wait)
      wait = Math.min(wait * 2, MAX_WAIT_MILLIS)
    }
    next.on('error', lose)
    next.on('end', () => lose())
    next.on('notification', ({ channel, payload }) => {
      calls.onNotice(channel, payload ?? '')
    })
    try {
      await next.connect()
      await next.query(channels.map((channel) => `listen ${channel}`).join('; '))
    } catch (error) {
      lose(error)
      return
    }
    client = next
    wait = FIRST_WAIT_MILLIS
    calls.onReady()
  }

  return {
    start: connect,
    async stop() {
      isStopped = true
      clearTimeout(retry)
      await client?.end()
    },
  }
}
