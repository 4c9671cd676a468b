/** A message is given up after so many tries: with the waits below, eight hours of outage. */
export const MAX_TRIES = 20
/** Two less than the platforms allow, for those who use the same robot by hand. */
export const SENDS_PER_MINUTE = 18
export const MINUTE_MILLIS = 60_000

const FIRST_WAIT_SECONDS = 30
const MAX_WAIT_SECONDS = 1_800
const JITTER = 0.2

/**
 * How long to wait after the n-th failure in a row, in milliseconds: 30 s, doubled
 * each time up to half an hour, give or take a fifth, so that many servers do not
 * come back at the same moment. What the platform asked for is a lower bound.
 *
 * @param random from 0 up to 1
 */
export function waitAfter(failures: number, askedSeconds: number | null, random: number): number {
  const usual = Math.min(FIRST_WAIT_SECONDS * 2 ** Math.max(0, failures - 1), MAX_WAIT_SECONDS)
  const spread = usual * (1 - JITTER + 2 * JITTER * random)
  const asked = (askedSeconds ?? 0) * (1 + JITTER * random)
  return Math.round(Math.max(spread, asked) * 1000)
}

/** The longest that anything is put off; a later moment was written by a clock that ran ahead. */
export const MAX_PAUSE_MILLIS = MAX_WAIT_SECONDS * (1 + JITTER) * 1000

/**
 * Feishu asks to stay away from the full and the half hour, when everybody sends.
 *
 * @returns how long to wait, in milliseconds; 0 at any other time
 */
export function rushWait(now: Date, random: number): number {
  const intoHalfHour = now.getTime() % (30 * MINUTE_MILLIS)
  if (intoHalfHour >= MINUTE_MILLIS) return 0
  return MINUTE_MILLIS - intoHalfHour + Math.round(2 * MINUTE_MILLIS * random)
}
