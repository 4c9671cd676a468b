import type { Database } from './database.ts'

const running = new Set<string>()

/**
 * Renews statistics and the visibility map of a table after many rows came in,
 * so that counts need the index only. In the background, once at a time, and
 * where the database's user may not do it, autovacuum does it later.
 */
export function vacuumSoon(db: Database, table: string): void {
  if (running.has(table)) return
  running.add(table)
  db.pool
    .query(`vacuum (analyze) "${table}"`)
    .catch(() => {})
    .finally(() => running.delete(table))
}
