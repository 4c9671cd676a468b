import { GrowingFloats, GrowingIndexes } from '../computation/growing-array.ts'
import { TupleIndex } from '../computation/tuple-index.ts'
import type { MetricDay } from './metric-day.ts'
import { type FactKey, type FactMetric, FACT_METRICS } from './metric-field.ts'
import type { MetricColumns } from './metric-columns.ts'
import type { MetricRow } from './metric-row.ts'

/** Facts of a file, column by column: the row `n` is of `keys[key[n]]` at `moments[moment[n]]` with `values[metric][n]`. */
export interface FactColumns {
  readonly size: number
  readonly keys: readonly FactKeyRow[]
  /** Index in `keys`. */
  readonly key: Uint32Array
  /** Days (or hours of them) that occur. */
  readonly moments: readonly MetricDay[]
  /** Index in `moments`. */
  readonly moment: Uint32Array
  /** NaN = missing; money in millionths of the main unit. */
  readonly values: ReadonlyMap<FactMetric, Float64Array>
}

/** One account/campaign/… that facts are of. */
export interface FactKeyRow {
  readonly level: string
  readonly texts: Readonly<Partial<Record<FactKey, string>>>
}

/** The rows of one table on their way to facts. */
export interface TableFacts {
  add(row: MetricRow): void
  /** The same in two steps, for readers that meet the same texts again and again: the key and the moment by their numbers … */
  keyOf(texts: readonly (string | null)[]): number
  momentOf(day: MetricDay): number
  /** … and the figures, by position in the table's metrics. */
  addAt(key: number, moment: number, values: readonly number[]): void
}

export interface FactCollector {
  /** Begins a table; its rows add up among themselves, and never with those of another table. */
  begin(columns: MetricColumns, isHourly: boolean): TableFacts
  /** What was gathered so far. */
  facts(): FactColumns
  /** Figures of people, means and levels that several rows of one key and day had: their sum would be wrong, so they are left out. */
  readonly unmergeable: ReadonlySet<FactMetric>
}

/** The hours of a day, and the day as a whole. */
const HOURS = 25
const WHOLE_DAY = 24

/** Texts of the keys, column by column, down to the number of the key. */
type KeyNode = Map<string | null, KeyNode | number>

/** One metric of the table at hand. */
interface Lane {
  readonly metric: FactMetric
  readonly list: GrowingFloats
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
  const key = new GrowingIndexes()
  const moments: MetricDay[] = []
  const momentIndex = new Map<string, number>()
  /** By moment: what tells two facts of a key apart, which the last of several days does not. */
  const slotOfMoment: number[] = []
  const moment = new GrowingIndexes()
  const values = new Map<FactMetric, GrowingFloats>()
  const days = new Map<string, number>()
  /** A fact is known by key and slot, and numbered by it. */
  const facts = new TupleIndex(2)
  const place = new Uint32Array(2)
  const unmergeable = new Set<FactMetric>()

  const valuesOf = (metric: FactMetric): GrowingFloats => {
    const known = values.get(metric)
    if (known !== undefined) return known
    const fresh = new GrowingFloats()
    for (let fact = 0; fact < facts.count; fact++) fresh.push(Number.NaN)
    values.set(metric, fresh)
    return fresh
  }

  function keyOf(columns: MetricColumns, of: readonly (string | null)[]): number {
    const identity = `${columns.level}\u0001${columns.keys.map(({ key: name }) => name).join()}\u0001${identityOf(columns, of)}`
    const known = keyIndex.get(identity)
    if (known !== undefined) return known
    const texts: Partial<Record<FactKey, string>> = {}
    for (const [position, { key: name }] of columns.keys.entries()) {
      const text = of[position]
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
    const found = keyOf(columns, row.keys)
    node.set(text, found)
    return found
  }

  function momentOf({ day, until, hour }: MetricDay): number {
    const name = `${day} ${until ?? ''} ${hour ?? ''}`
    const known = momentIndex.get(name)
    if (known !== undefined) return known
    const dayNumber = days.get(day) ?? days.size
    days.set(day, dayNumber)
    slotOfMoment.push(dayNumber * HOURS + (hour ?? WHOLE_DAY))
    momentIndex.set(name, moments.length)
    moments.push({ day, until, hour })
    return moments.length - 1
  }

  function begin(columns: MetricColumns, isHourly: boolean): TableFacts {
    const lanes = columns.metrics.map(({ metric }): Lane => ({
      metric,
      list: valuesOf(metric),
      isFlow: FACT_METRICS[metric] === 'flow',
      filledHere: new Set(),
      spoiled: new Set(),
    }))
    const own = new Set(lanes.map(({ metric }) => metric))
    const others = [...values].flatMap(([metric, list]) => (own.has(metric) ? [] : [list]))
    const firstOfTable = facts.count
    const trie: KeyNode = new Map()
    const momentOfTable = (day: MetricDay) => momentOf(isHourly ? day : { ...day, hour: null })
    const addAt = (keyNumber: number, momentNumber: number, figures: readonly number[]): void => {
      const count = facts.count
      place[0] = keyNumber
      place[1] = slotOfMoment[momentNumber] ?? 0
      const fact = facts.indexOf(place)
      if (fact < count) {
        for (let position = 0; position < lanes.length; position++) {
          const lane = lanes[position]
          if (lane !== undefined) merge(lane, fact, figures[position] ?? Number.NaN, fact < firstOfTable)
        }
        return
      }
      for (const list of others) list.push(Number.NaN)
      for (let position = 0; position < lanes.length; position++)
        lanes[position]?.list.push(figures[position] ?? Number.NaN)
      key.push(keyNumber)
      moment.push(momentNumber)
    }
    return {
      keyOf: (texts) => keyOf(columns, texts),
      momentOf: momentOfTable,
      addAt,
      add(row) {
        if (row.day !== null) addAt(keyAt(trie, columns, row), momentOfTable(row.day), row.values)
      },
    }
  }
  function merge(lane: Lane, at: number, value: number, isOfEarlierTable: boolean): void {
    if (Number.isNaN(value) || lane.spoiled.has(at)) return
    const list = lane.list.values
    const before = list[at] ?? Number.NaN
    if (Number.isNaN(before)) {
      list[at] = value
      lane.filledHere.add(at)
    } else if (isOfEarlierTable && !lane.filledHere.has(at)) return
    else if (lane.isFlow) list[at] = before + value
    else {
      unmergeable.add(lane.metric)
      lane.spoiled.add(at)
      list[at] = Number.NaN
    }
  }
  return {
    begin,
    unmergeable,
    facts: () => ({
      size: facts.count,
      keys,
      key: key.values.subarray(0, facts.count),
      moments,
      moment: moment.values.subarray(0, facts.count),
      values: new Map([...values].map(([metric, list]) => [metric, list.values.subarray(0, facts.count)])),
    }),
  }
}
