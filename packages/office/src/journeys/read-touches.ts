import { JourneyBuilder } from '@yingce/domain/attribution/journey-builder'
import type { Journeys } from '@yingce/domain/attribution/journeys'
import { GrowingFloats, GrowingIndexes } from '@yingce/domain/computation/growing-array'
import { checkIn, type LongWork } from '@yingce/domain/computation/long-work'
import type { TextEncoding } from '@yingce/domain/sheets/workbook'
import { ByteNames } from './byte-names.ts'
import type { JourneyCells } from './journey-cells.ts'
import type { JourneyHeader } from './journey-header.ts'
import { readByteNumber } from './read-byte-number.ts'
import { readMoment } from './read-moment.ts'

const ROWS_PER_CHECK = 8192
const NO_CHANNEL = 0xffff_ffff

const YES = new Set(['是', '有', '已转化', 'yes', 'y', 'true', 't', '√', '✓'])
const NO = new Set(['否', '无', '未转化', 'no', 'n', 'false', 'f', '×', '-'])

export interface TouchJourneys {
  readonly journeys: Journeys
  /** Conversions with no touch before them, which are nobody's. */
  readonly unattributed: number
}

/** The rows of a file of touches, by column. */
interface TouchRows {
  readonly people: GrowingIndexes
  readonly moments: GrowingFloats
  readonly channels: GrowingIndexes
  readonly conversions: GrowingFloats
  readonly values: GrowingFloats
}

/**
 * Single touches, one a row: who, when, through which channel, and whether he converted.
 *
 * A person's rows are put in the order of time, rows of one moment in the order of the file. A row that
 * converts ends his journey, and is its last touch when it names a channel; later touches begin a new one.
 * Touches after the last conversion are a journey without one. A count above 1 is that many conversions of
 * one journey.
 *
 * @throws JourneyFileError
 */
export function readTouches(
  cells: JourneyCells,
  header: JourneyHeader,
  encoding: TextEncoding | null,
  fileBytes: number,
  long: LongWork,
): TouchJourneys {
  const people = new ByteNames()
  const channels = new ByteNames()
  const touches: TouchRows = {
    people: new GrowingIndexes(),
    moments: new GrowingFloats(),
    channels: new GrowingIndexes(),
    conversions: new GrowingFloats(),
    values: new GrowingFloats(),
  }
  for (let row = 0; cells.rows.next(); row++) {
    if (row % ROWS_PER_CHECK === 0) checkIn(long, Math.min(1, cells.rows.bytesDone / fileBytes))
    cells.checkWidth()
    readTouch(cells, header, people, channels, touches)
  }
  const builder = new JourneyBuilder(true)
  const unattributed = joinTouches(touches, people.count, builder)
  return {
    journeys: builder.finish(channels.names(encoding), header.cellOf.value !== undefined),
    unattributed,
  }
}

function readTouch(
  cells: JourneyCells,
  { cellOf }: JourneyHeader,
  people: ByteNames,
  channels: ByteNames,
  touches: TouchRows,
): void {
  const { bytes, from, to } = cells.rows
  const person = cellOf.person ?? 0
  const moment = cellOf.moment ?? 0
  const channel = cellOf.channel ?? 0
  const value = cellOf.value ?? null
  if (cells.isEmpty(person)) throw cells.mistake('missing_cell', person)
  if (cells.isEmpty(moment)) throw cells.mistake('missing_cell', moment)
  const when = readMoment(cells.rows.textOf(moment))
  if (when === null) throw cells.mistake('not_a_time', moment)
  const conversions = conversionsIn(cells, cellOf.converted ?? 0)
  if (cells.isEmpty(channel) && conversions === 0) throw cells.mistake('missing_cell', channel)
  const isWorthless = value === null || (conversions === 0 && cells.isEmpty(value))
  const worth = isWorthless ? 0 : cells.amount(value)
  if (worth > 0 && conversions === 0) throw cells.mistake('value_without_conversion', value ?? 0)
  touches.people.push(people.indexOf(bytes, from[person] ?? 0, to[person] ?? 0))
  touches.moments.push(when)
  touches.channels.push(
    cells.isEmpty(channel) ? NO_CHANNEL : channels.indexOf(bytes, from[channel] ?? 0, to[channel] ?? 0),
  )
  touches.conversions.push(conversions)
  touches.values.push(worth)
}

/** "1", "0", "2", "是", "no"; an empty cell is no conversion. */
function conversionsIn(cells: JourneyCells, cell: number): number {
  if (cells.isEmpty(cell)) return 0
  const number = readByteNumber(cells.rows.bytes, cells.rows.from[cell] ?? 0, cells.rows.to[cell] ?? 0)
  if (number < 0) throw cells.mistake('negative_number', cell)
  if (Number.isFinite(number)) return number
  const word = cells.rows.textOf(cell).toLowerCase()
  if (YES.has(word)) return 1
  if (NO.has(word)) return 0
  throw cells.mistake('not_a_conversion', cell)
}

/** @returns conversions that had no touch before them */
function joinTouches(touches: TouchRows, people: number, builder: JourneyBuilder): number {
  const moments = touches.moments.values
  const channels = touches.channels.values
  const { order, starts } = rowsByPerson(touches.people, people)
  let unattributed = 0
  for (let person = 0; person < people; person++) {
    const rows = order.subarray(starts[person], starts[person + 1])
    sortByTime(rows, moments)
    let first = 0
    for (const [index, row] of rows.entries()) {
      const conversions = touches.conversions.values[row] ?? 0
      if (conversions === 0) continue
      for (const touch of rows.subarray(first, index + 1))
        if (channels[touch] !== NO_CHANNEL)
          builder.touch(channels[touch] ?? 0, (moments[row] ?? 0) - (moments[touch] ?? 0))
      if (builder.openTouches === 0) unattributed += conversions
      builder.close(conversions, touches.values.values[row] ?? 0, 0)
      first = index + 1
    }
    for (const touch of rows.subarray(first)) builder.touch(channels[touch] ?? 0)
    builder.close(0, 0, 1)
  }
  return unattributed
}

/** Rows of each person together, in the order of the file (counting sort). */
function rowsByPerson(people: GrowingIndexes, count: number) {
  const starts = new Uint32Array(count + 1)
  const owners = people.values.subarray(0, people.length)
  for (const person of owners) starts[person + 1] = (starts[person + 1] ?? 0) + 1
  for (let person = 1; person <= count; person++)
    starts[person] = (starts[person] ?? 0) + (starts[person - 1] ?? 0)
  const next = starts.slice()
  const order = new Uint32Array(people.length)
  for (const [row, person] of owners.entries()) {
    const place = next[person] ?? 0
    next[person] = place + 1
    order[place] = row
  }
  return { order, starts }
}

function sortByTime(rows: Uint32Array, moments: Float64Array): void {
  const at = (index: number): number => moments[rows[index] ?? 0] ?? 0
  for (let index = 1; index < rows.length; index++) {
    if (at(index) >= at(index - 1)) continue
    rows.sort((a, b) => (moments[a] ?? 0) - (moments[b] ?? 0) || a - b)
    return
  }
}
