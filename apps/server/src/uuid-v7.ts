import { randomFillSync } from 'node:crypto'

const POOL_BYTES = 4096
const pool = Buffer.alloc(POOL_BYTES)
let used = POOL_BYTES
let lastMillis = 0
let sequence = 0

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, a 12-bit counter that makes the
 * ids of one process ascend within a millisecond, 62 random bits. Made here and
 * not by the database: PostgreSQL knows them only from version 18 on.
 */
export function uuidV7(millis: number = Date.now()): string {
  if (millis > lastMillis) {
    lastMillis = millis
    sequence = 0
  } else if (++sequence > 0xfff) {
    lastMillis += 1
    sequence = 0
  }
  if (used + 8 > POOL_BYTES) {
    randomFillSync(pool)
    used = 0
  }
  const time = lastMillis.toString(16).padStart(12, '0')
  pool[used] = (pool[used]! & 0x3f) | 0x80
  const tail = pool.toString('hex', used, used + 8)
  used += 8
  const middle = (0x7000 | sequence).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
