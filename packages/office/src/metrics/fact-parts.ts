import { createHash } from 'node:crypto'
import type { FactColumns, FactKeyRow } from '@yingce/domain/sheets/fact-collector'
import { type FactKey, FACT_KEYS, type FactMetric } from '@yingce/domain/sheets/metric-field'

/** A key with its id, which is the same for the same identity in every file. */
export interface StagedKey {
  readonly id: string
  readonly level: string
  /** Number of dimensions of the level. */
  readonly depth: number
  readonly texts: Readonly<Partial<Record<FactKey, string>>>
}

/** Some thousands of facts as PostgreSQL array literals, one per column: they are written without being taken apart again. */
export interface FactPart {
  /** Those that earlier parts have not named. */
  readonly keys: readonly StagedKey[]
  readonly size: number
  readonly keyIds: string
  readonly days: string
  readonly untils: string
  /** −1 = the whole day. */
  readonly hours: string
  /** Money in millionths. */
  readonly figures: Readonly<Partial<Record<FactMetric, string>>>
}

const ROWS_PER_PART = 20_000
const WHOLE_DAY = -1

/**
 * Id of a key: a hash of its level and what tells it apart, which is the id where
 * one is given and the name elsewhere. A renamed campaign with an id keeps its key.
 */
export function keyId({ level, texts }: FactKeyRow): string {
  const identity = FACT_KEYS.map((key) => {
    const text = texts[key] ?? ''
    return !key.endsWith('Id') && texts[`${key}Id` as FactKey] !== undefined ? '' : text
  })
  const hex = createHash('sha256')
    .update([level, ...identity].join('\u0001'))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

function literal(from: number, to: number, at: (row: number) => string): string {
  const parts = new Array<string>(to - from)
  for (let row = from; row < to; row++) parts[row - from] = at(row)
  return `{${parts.join(',')}}`
}

const numberText = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? 'NULL' : String(value)

/** The facts in parts, in their order. */
export function* factParts(facts: FactColumns): Generator<FactPart> {
  const ids = facts.keys.map(keyId)
  const named = new Set<number>()
  for (let from = 0; from < facts.day.length; from += ROWS_PER_PART) {
    const to = Math.min(facts.day.length, from + ROWS_PER_PART)
    const keys: StagedKey[] = []
    for (let row = from; row < to; row++) {
      const index = facts.key[row] ?? 0
      const key = facts.keys[index]
      if (key === undefined || named.has(index)) continue
      named.add(index)
      keys.push({ ...key, id: ids[index] ?? '', depth: key.level === '' ? 0 : key.level.split('/').length })
    }
    const figures: Partial<Record<FactMetric, string>> = {}
    for (const [metric, values] of facts.values)
      figures[metric] = literal(from, to, (row) => numberText(values[row]))
    yield {
      keys,
      size: to - from,
      keyIds: literal(from, to, (row) => ids[facts.key[row] ?? 0] ?? 'NULL'),
      days: literal(from, to, (row) => facts.day[row] ?? 'NULL'),
      untils: literal(from, to, (row) => facts.until[row] ?? 'NULL'),
      hours: literal(from, to, (row) => String(facts.hour[row] ?? WHOLE_DAY)),
      figures,
    }
  }
}
