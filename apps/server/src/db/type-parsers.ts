import pg from 'pg'

const OID = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184, numeric: 1700 } as const

const MILLIS_IN_UTC = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\+00$/

/** `2026-11-23 05:11:29.5+00` → `2026-11-23T05:11:29.500Z`; connections run in UTC. */
export function instantFromDatabase(text: string): string {
  // As nearly all are, written by our own clock: no need to take it apart.
  if (MILLIS_IN_UTC.test(text)) return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`
  return new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString()
}

/**
 * How database values become ours: int8 as number (money in fen stays below
 * 2^53, and the contract refuses more), dates as `YYYY-MM-DD`, wall clock as
 * `YYYY-MM-DDTHH:mm`, moments as ISO 8601 in UTC.
 */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [OID.int8]: Number,
  [OID.numeric]: Number,
  [OID.date]: (text) => text,
  [OID.timestamp]: (text) => text.slice(0, 16).replace(' ', 'T'),
  [OID.timestamptz]: instantFromDatabase,
}

export const databaseTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    PARSERS[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
}
