const HOURS_AHEAD = 8
const HOUR_MS = 3_600_000

/** Today where the stories take place (Asia/Shanghai), or so many days from it. */
export function day(offset: number): string {
  return new Date(Date.now() + (HOURS_AHEAD + 24 * offset) * HOUR_MS).toISOString().slice(0, 10)
}
