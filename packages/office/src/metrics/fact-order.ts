import type { FactColumns } from '@yingce/domain/sheets/fact-collector'

/**
 * The rows of a file in the order of the database's index: day, key, hour. Written
 * so, each fact stands behind the one before it in the index too, which costs a third
 * of looking for its place. Sorted by counting: time and memory grow with the rows only.
 *
 * @param ids id of each key; the database compares them byte by byte
 * @returns numbers of rows
 */
export function factOrder({ size, moments, moment, key }: FactColumns, ids: readonly Buffer[]): Uint32Array {
  const hours = moments.map(({ hour }) => (hour ?? -1) + 1)
  const unsorted = Uint32Array.from({ length: size }, (_unused, row) => row)
  const byHour = hours.some((hour) => hour > 0)
    ? sorted(unsorted, (row) => hours[moment[row] ?? 0] ?? 0, Math.max(...hours))
    : unsorted
  const keyPlaces = places(ids, (a, b) => Buffer.compare(a, b))
  const byKey = sorted(byHour, (row) => keyPlaces[key[row] ?? 0] ?? 0, ids.length)
  const dayPlaces = places(moments, (a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
  return sorted(byKey, (row) => dayPlaces[moment[row] ?? 0] ?? 0, moments.length)
}

/** Place of each thing in their order; equal things share one, so that they stay as they are sorted otherwise. */
function places<T>(things: readonly T[], compare: (a: T, b: T) => number): Uint32Array {
  const order = things.map((thing, index) => ({ thing, index })).toSorted((a, b) => compare(a.thing, b.thing))
  const found = new Uint32Array(things.length)
  let place = 0
  let before: T | undefined
  for (const { thing, index } of order) {
    if (before !== undefined && compare(before, thing) !== 0) place++
    found[index] = place
    before = thing
  }
  return found
}

/** The rows by their place, from 0 to `last`; equals keep their order. */
function sorted(rows: Uint32Array, placeOf: (row: number) => number, last: number): Uint32Array {
  const ends = new Uint32Array(last + 1)
  for (const row of rows) ends[placeOf(row)] = (ends[placeOf(row)] ?? 0) + 1
  for (let place = 1; place <= last; place++) ends[place] = (ends[place] ?? 0) + (ends[place - 1] ?? 0)
  const found = new Uint32Array(rows.length)
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at] ?? 0
    const place = placeOf(row)
    const end = (ends[place] ?? 0) - 1
    ends[place] = end
    found[end] = row
  }
  return found
}
