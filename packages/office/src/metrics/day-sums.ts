import type { FactColumns } from '@yingce/domain/sheets/fact-collector'
import { FACT_METRICS, type FactMetric, isMoneyMetric } from '@yingce/domain/sheets/metric-field'

/** What the facts of a day, level and channel add up to. */
export interface DaySum {
  readonly day: string
  readonly level: string
  readonly depth: number
  readonly channel: string | null
  /** How many they are. */
  readonly facts: number
  /** Metrics that add up, where any of the facts has them; money in millionths. */
  readonly figures: Readonly<Partial<Record<FactMetric, number>>>
}

/** Number of dimensions of a level. */
export function depthOf(level: string): number {
  return level === '' ? 0 : level.split('/').length
}

/** Sums of some rows, given by their numbers in any order. */
export type SumRows = (rows: Uint32Array) => DaySum[]

/**
 * Sums by day, level and channel, for whoever writes the sums of a day and would read
 * all its facts again. Money stays exact: a sum that would leave the whole numbers goes
 * on in a second one of the same day, level and channel.
 */
export function daySums(facts: FactColumns): SumRows {
  const groupOfKey = numbersOf(facts.keys, ({ level, texts }) => `${level}\u0001${texts.channel ?? ''}`)
  const dayOfMoment = numbersOf(facts.moments, ({ day }) => day)
  const groupOf = (row: number): number =>
    (dayOfMoment[facts.moment[row] ?? 0] ?? 0) * facts.keys.length + (groupOfKey[facts.key[row] ?? 0] ?? 0)
  return (rows) => {
    const places = new Map<number, number>()
    const firstRows: number[] = []
    const counts: number[] = []
    const placeOf = new Uint32Array(rows.length)
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0
      const group = groupOf(row)
      let place = places.get(group)
      if (place === undefined) {
        place = places.size
        places.set(group, place)
        firstRows.push(row)
        counts.push(0)
      }
      counts[place] = (counts[place] ?? 0) + 1
      placeOf[index] = place
    }
    const figures = firstRows.map((): Partial<Record<FactMetric, number>> => ({}))
    const full: DaySum[] = []
    const about = (place: number) => described(facts, firstRows[place] ?? 0)
    for (const [metric, values] of facts.values) {
      if (FACT_METRICS[metric] !== 'flow') continue
      const most = isMoneyMetric(metric) ? Number.MAX_SAFE_INTEGER : Number.MAX_VALUE
      const sums = new Float64Array(figures.length).fill(Number.NaN)
      for (let index = 0; index < rows.length; index++) {
        const value = values[rows[index] ?? 0] ?? Number.NaN
        if (Number.isNaN(value)) continue
        const place = placeOf[index] ?? 0
        const before = sums[place] ?? Number.NaN
        const sum = Number.isNaN(before) ? value : before + value
        const isTooMuch = Math.abs(sum) > most && !Number.isNaN(before)
        if (isTooMuch) full.push({ ...about(place), facts: 0, figures: { [metric]: before } })
        sums[place] = isTooMuch ? value : sum
      }
      figures.forEach((of, place) => {
        const sum = sums[place] ?? Number.NaN
        if (!Number.isNaN(sum)) of[metric] = sum
      })
    }
    const whole = figures.map((of, place) => ({ ...about(place), facts: counts[place] ?? 0, figures: of }))
    return [...whole, ...full]
  }
}

function described({ keys, key, moments, moment }: FactColumns, row: number) {
  const { level = '', texts = {} } = keys[key[row] ?? 0] ?? {}
  const { day = '' } = moments[moment[row] ?? 0] ?? {}
  return { day, level, depth: depthOf(level), channel: texts.channel ?? null }
}

/** By thing the place of its text among the texts, equal ones having one. */
function numbersOf<T>(things: readonly T[], textOf: (thing: T) => string): Uint32Array {
  const numbers = new Map<string, number>()
  return Uint32Array.from(things, (thing) => {
    const text = textOf(thing)
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  })
}
