import { createHash } from 'node:crypto'
import { diffDays } from '@yingce/domain/calendar/date-arithmetic'
import type { FactColumns, FactKeyRow } from '@yingce/domain/sheets/fact-collector'
import { type FactKey, FACT_KEYS, type FactMetric, isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import { bigintArray, dateArray, doubleArray, smallintArray, uuidArray } from './binary-array.ts'

/** A key with its id, which is the same for the same identity in every file. */
export interface StagedKey {
  readonly id: string
  readonly level: string
  /** Number of dimensions of the level. */
  readonly depth: number
  readonly texts: Readonly<Partial<Record<FactKey, string>>>
}

/** Some thousands of facts as binary arrays of PostgreSQL, one per column: they are written without being taken apart again. */
export interface FactPart {
  /** Those that earlier parts have not named. */
  readonly keys: readonly StagedKey[]
  readonly size: number
  /** Days that occur, each once. */
  readonly days: readonly string[]
  readonly keyId: Uint8Array
  readonly day: Uint8Array
  /** Null: no fact of the part covers several days. */
  readonly until: Uint8Array | null
  /** −1 = the whole day. */
  readonly hour: Uint8Array
  /** Money in millionths. */
  readonly figures: Readonly<Partial<Record<FactMetric, Uint8Array>>>
}

const ROWS_PER_PART = 20_000
const WHOLE_DAY = -1
/** PostgreSQL counts days from here. */
const FIRST_DAY = '2000-01-01'
const UUID_BYTES = 16
const NO_ID = Buffer.alloc(UUID_BYTES)

/**
 * Id of a key: a hash of its level and what tells it apart, which is the id where
 * one is given and the name elsewhere. A renamed campaign with an id keeps its key.
 */
function keyId({ level, texts }: FactKeyRow): Buffer {
  const identity = FACT_KEYS.map((key) => {
    const text = texts[key] ?? ''
    return !key.endsWith('Id') && texts[`${key}Id` as FactKey] !== undefined ? '' : text
  })
  return createHash('sha256')
    .update([level, ...identity].join('\u0001'))
    .digest()
    .subarray(0, UUID_BYTES)
}

function uuidText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** The facts in parts, in their order. */
export function* factParts(facts: FactColumns): Generator<FactPart> {
  const ids = facts.keys.map(keyId)
  const days = facts.moments.map(({ day }) => diffDays(FIRST_DAY, day))
  const untils = facts.moments.map(({ until }) => (until === null ? null : diffDays(FIRST_DAY, until)))
  const hours = facts.moments.map(({ hour }) => hour ?? WHOLE_DAY)
  const hasUntil = untils.some((until) => until !== null)
  const named = new Set<number>()
  for (let from = 0; from < facts.size; from += ROWS_PER_PART) {
    const to = Math.min(facts.size, from + ROWS_PER_PART)
    const size = to - from
    const keys: StagedKey[] = []
    for (const index of new Set(facts.key.subarray(from, to))) {
      const key = facts.keys[index]
      if (key === undefined || named.has(index)) continue
      named.add(index)
      keys.push({
        ...key,
        id: uuidText(ids[index] ?? NO_ID),
        depth: key.level === '' ? 0 : key.level.split('/').length,
      })
    }
    const moment = (row: number): number => facts.moment[from + row] ?? 0
    const occurring = [...new Set(facts.moment.subarray(from, to))]
    const figures: Partial<Record<FactMetric, Uint8Array>> = {}
    for (const [metric, values] of facts.values) {
      const part = values.subarray(from, to)
      figures[metric] = isMoneyMetric(metric) ? bigintArray(part) : doubleArray(part)
    }
    yield {
      keys,
      size,
      days: [...new Set(occurring.map((index) => facts.moments[index]?.day ?? ''))],
      keyId: uuidArray(size, (row) => ids[facts.key[from + row] ?? 0] ?? NO_ID),
      day: dateArray(size, (row) => days[moment(row)] ?? null),
      until: hasUntil ? dateArray(size, (row) => untils[moment(row)] ?? null) : null,
      hour: smallintArray(size, (row) => hours[moment(row)] ?? WHOLE_DAY),
      figures,
    }
  }
}
