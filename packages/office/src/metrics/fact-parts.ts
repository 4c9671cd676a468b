import { createHash } from 'node:crypto'
import { diffDays } from '@yingce/domain/calendar/date-arithmetic'
import type { FactColumns, FactKeyRow } from '@yingce/domain/sheets/fact-collector'
import { type FactKey, FACT_KEYS, type FactMetric, isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import { bigintArray, dateArray, doubleArray, smallintArray, uuidArray } from './binary-array.ts'
import { type DaySum, daySums, depthOf } from './day-sums.ts'
import { factOrder } from './fact-order.ts'

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
  /** Channels that occur, each once … */
  readonly channels: readonly string[]
  /** … and by fact its place among them, counted from 1; 0 = none. Null: there is none at all. */
  readonly channel: Uint8Array | null
  readonly day: Uint8Array
  /** Null: no fact of the part covers several days. */
  readonly until: Uint8Array | null
  /** −1 = the whole day. */
  readonly hour: Uint8Array
  /** Money in millionths. */
  readonly figures: Readonly<Partial<Record<FactMetric, Uint8Array>>>
  /** What the facts of this part add up to; a day may go on in the next part. */
  readonly sums: readonly DaySum[]
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

/** The facts in parts, sorted by day, key and hour throughout. */
export function* factParts(facts: FactColumns): Generator<FactPart> {
  const ids = facts.keys.map(keyId)
  const days = facts.moments.map(({ day }) => diffDays(FIRST_DAY, day))
  const untils = facts.moments.map(({ until }) => (until === null ? null : diffDays(FIRST_DAY, until)))
  const hours = facts.moments.map(({ hour }) => hour ?? WHOLE_DAY)
  const hasUntil = untils.some((until) => until !== null)
  const order = factOrder(facts, ids)
  const sumsOf = daySums(facts)
  const named = new Set<number>()
  for (let from = 0; from < facts.size; from += ROWS_PER_PART) {
    const rows = order.subarray(from, from + ROWS_PER_PART)
    const size = rows.length
    const key = (index: number): number => facts.key[rows[index] ?? 0] ?? 0
    const moment = (index: number): number => facts.moment[rows[index] ?? 0] ?? 0
    const figures: Partial<Record<FactMetric, Uint8Array>> = {}
    for (const [metric, values] of facts.values) {
      const array = isMoneyMetric(metric) ? bigintArray : doubleArray
      figures[metric] = array(size, (index) => values[rows[index] ?? 0] ?? Number.NaN)
    }
    yield {
      keys: newKeys(facts, rows, named, ids),
      size,
      days: daysOf(facts, rows),
      keyId: uuidArray(size, (index) => ids[key(index)] ?? NO_ID),
      ...channelsOf(size, (index) => facts.keys[key(index)]?.texts.channel),
      day: dateArray(size, (index) => days[moment(index)] ?? null),
      until: hasUntil ? dateArray(size, (index) => untils[moment(index)] ?? null) : null,
      hour: smallintArray(size, (index) => hours[moment(index)] ?? WHOLE_DAY),
      figures,
      sums: sumsOf(rows),
    }
  }
}

/** Each once: a day has one moment, or one for each of its hours. */
function daysOf({ moment, moments }: FactColumns, rows: Uint32Array): string[] {
  const occurring = new Set<number>()
  for (const row of rows) occurring.add(moment[row] ?? 0)
  return [...new Set(Array.from(occurring, (index) => moments[index]?.day ?? ''))]
}

/** A part has fewer facts than a small number can count. */
function channelsOf(
  size: number,
  of: (index: number) => string | undefined,
): Pick<FactPart, 'channels' | 'channel'> {
  const numbers = new Map<string, number>()
  const found = new Int16Array(size)
  for (let index = 0; index < size; index++) {
    const channel = of(index)
    if (channel === undefined) continue
    const number = numbers.get(channel) ?? numbers.size + 1
    numbers.set(channel, number)
    found[index] = number
  }
  const channels = [...numbers.keys()]
  return {
    channels,
    channel: channels.length === 0 ? null : smallintArray(size, (index) => found[index] ?? 0),
  }
}

/** Keys of these rows that were not named before, which are noted. */
function newKeys(
  facts: FactColumns,
  rows: Uint32Array,
  named: Set<number>,
  ids: readonly Buffer[],
): StagedKey[] {
  const keys: StagedKey[] = []
  for (const row of rows) {
    const index = facts.key[row] ?? 0
    const key = facts.keys[index]
    if (key === undefined || named.has(index)) continue
    named.add(index)
    keys.push({
      ...key,
      id: uuidText(ids[index] ?? NO_ID),
      depth: depthOf(key.level),
    })
  }
  return keys
}
