import { type FactKey, type FactMetric, FACT_METRICS } from './metric-field.ts'
import type { MetricColumns } from './metric-columns.ts'
import type { MetricRow } from './metric-row.ts'

/** Facts of a file, column by column: the row `n` is `day[n]`, `hour[n]`, `key[n]` and `values[metric][n]`. */
export interface FactColumns {
  readonly keys: readonly FactKeyRow[]
  /** Index in `keys`. */
  readonly key: readonly number[]
  readonly day: readonly string[]
  readonly until: readonly (string | null)[]
  readonly hour: readonly (number | null)[]
  /** NaN = missing; money in millionths of the main unit. */
  readonly values: ReadonlyMap<FactMetric, readonly number[]>
}

/** One account/campaign/… that facts are of. */
export interface FactKeyRow {
  readonly level: string
  readonly texts: Readonly<Partial<Record<FactKey, string>>>
}

export interface FactCollector {
  /** Begins a table; its rows add up among themselves, and never with those of another table. */
  begin(columns: MetricColumns, isHourly: boolean): (row: MetricRow) => void
  readonly facts: FactColumns
  /** Figures of people, means and levels that several rows of one key and day had: their sum would be wrong, so they are left out. */
  readonly unmergeable: ReadonlySet<FactMetric>
}

/** Days and hours of one key are told apart by a number below this. */
const SLOTS_PER_KEY = 2 ** 22
const HOURS = 25

/** Texts of the keys, column by column, down to the number of the key. */
type KeyNode = Map<string | null, KeyNode | number>

/** One metric of the table at hand. */
interface Lane {
  readonly metric: FactMetric
  readonly list: number[]
  readonly isFlow: boolean
  /** Facts of earlier tables that this table gave their value: its further rows add to them. */
  readonly filledHere: Set<number>
  /** Facts that several rows gave a value that does not add up. */
  readonly spoiled: Set<number>
}

/** Ids tell keys apart where a column of ids is filled; names are then only shown. */
function identityOf(columns: MetricColumns, keys: readonly (string | null)[]): string {
  const byKey = new Map(columns.keys.map(({ key }, position) => [key, keys[position] ?? null]))
  const parts = [...byKey].map(([key, text]) => {
    const id = key.endsWith('Id') ? null : (byKey.get(`${key}Id` as FactKey) ?? null)
    return id === null ? (text ?? '') : ''
  })
  return parts.join('\u0001')
}

/**
 * Gathers rows into facts: rows of the same key, day and hour (device, network
 * and other columns that are no keys) are summed. What must not be summed keeps
 * its value only where a single row has it.
 */
export function factCollector(): FactCollector {
  const keys: FactKeyRow[] = []
  const keyIndex = new Map<string, number>()
  const key: number[] = []
  const day: string[] = []
  const until: (string | null)[] = []
  const hour: (number | null)[] = []
  const values = new Map<FactMetric, number[]>()
  const days = new Map<string, number>()
  const slots = new Map<number, number>()
  const unmergeable = new Set<FactMetric>()

  const valuesOf = (metric: FactMetric): number[] => {
    const known = values.get(metric)
    if (known !== undefined) return known
    const fresh = new Array<number>(day.length).fill(Number.NaN)
    values.set(metric, fresh)
    return fresh
  }

  function keyOf(columns: MetricColumns, row: MetricRow): number {
    const identity = `${columns.level}\u0001${columns.keys.map(({ key: name }) => name).join()}\u0001${identityOf(columns, row.keys)}`
    const known = keyIndex.get(identity)
    if (known !== undefined) return known
    const texts: Partial<Record<FactKey, string>> = {}
    for (const [position, { key: name }] of columns.keys.entries()) {
      const text = row.keys[position]
      if (text !== null && text !== undefined) texts[name] = text
    }
    keyIndex.set(identity, keys.length)
    keys.push({ level: columns.level, texts })
    return keys.length - 1
  }

  /** Number of a row's key by its texts: rows repeat the same few, and walking to a known one joins no strings. */
  function keyAt(trie: KeyNode, columns: MetricColumns, row: MetricRow): number {
    let node = trie
    const last = row.keys.length - 1
    for (let position = 0; position < last; position++) {
      const text = row.keys[position] ?? null
      const next = node.get(text)
      if (next instanceof Map) node = next
      else {
        const fresh: KeyNode = new Map()
        node.set(text, fresh)
        node = fresh
      }
    }
    const text = row.keys[last] ?? null
    const known = node.get(text)
    if (typeof known === 'number') return known
    const found = keyOf(columns, row)
    node.set(text, found)
    return found
  }

  function begin(columns: MetricColumns, isHourly: boolean): (row: MetricRow) => void {
    const lanes = columns.metrics.map(({ metric }): Lane => ({
      metric,
      list: valuesOf(metric),
      isFlow: FACT_METRICS[metric] === 'flow',
      filledHere: new Set(),
      spoiled: new Set(),
    }))
    const own = new Set(lanes.map(({ metric }) => metric))
    const others = [...values].flatMap(([metric, list]) => (own.has(metric) ? [] : [list]))
    const firstOfTable = day.length
    const trie: KeyNode = new Map()
    const slotOf = (row: MetricRow, at: string, ofHour: number | null): number => {
      const keyNumber = keyAt(trie, columns, row)
      const dayNumber = days.get(at) ?? days.size
      days.set(at, dayNumber)
      return keyNumber * SLOTS_PER_KEY + dayNumber * HOURS + (ofHour ?? 24)
    }
    return (row) => {
      if (row.day === null) return
      const ofHour = isHourly ? row.day.hour : null
      const slot = slotOf(row, row.day.day, ofHour)
      const known = slots.get(slot)
      if (known !== undefined) {
        for (let position = 0; position < lanes.length; position++) {
          const lane = lanes[position]
          if (lane !== undefined) merge(lane, known, row.values[position] ?? Number.NaN, known < firstOfTable)
        }
        return
      }
      slots.set(slot, day.length)
      for (const list of others) list.push(Number.NaN)
      for (let position = 0; position < lanes.length; position++)
        lanes[position]?.list.push(row.values[position] ?? Number.NaN)
      key.push(Math.floor(slot / SLOTS_PER_KEY))
      day.push(row.day.day)
      until.push(row.day.until)
      hour.push(ofHour)
    }
  }
  function merge(lane: Lane, at: number, value: number, isOfEarlierTable: boolean): void {
    if (Number.isNaN(value) || lane.spoiled.has(at)) return
    const before = lane.list[at] ?? Number.NaN
    if (Number.isNaN(before)) {
      lane.list[at] = value
      lane.filledHere.add(at)
    } else if (isOfEarlierTable && !lane.filledHere.has(at)) return
    else if (lane.isFlow) lane.list[at] = before + value
    else {
      unmergeable.add(lane.metric)
      lane.spoiled.add(at)
      lane.list[at] = Number.NaN
    }
  }
  return { begin, facts: { keys, key, day, until, hour, values }, unmergeable }
}
