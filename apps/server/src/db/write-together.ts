import type pg from 'pg'

interface CorkedStream {
  readonly writableCorked: number
  cork(): void
  uncork(): void
}

/**
 * Statements that are sent in one go leave in one write: each write of its own
 * would be a system call here and would wake the database's process anew.
 */
export function writeTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: CorkedStream } }).connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}
