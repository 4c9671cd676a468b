import type { Words } from '../language.ts'

/** What one check found: `fail` keeps Yingce from running, `warn` may later. */
export interface Finding {
  readonly check: string
  readonly title: Words
  readonly state: 'ok' | 'warn' | 'fail'
  readonly message: Words
  /** What to do; null when there is nothing. */
  readonly advice: Words | null
}

/** Settings the checks look at, as the server would read them. */
export interface DoctorSettings {
  readonly dataDir: string
  readonly host: string
  readonly port: number
  readonly databaseUrl: string | null
}

/** A finding without advice. */
export function fine(check: string, title: Words, zh: string, en: string): Finding {
  return { check, title, state: 'ok', message: { zh, en }, advice: null }
}
