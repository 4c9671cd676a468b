import { JourneyBuilder } from '@yingce/domain/attribution/journey-builder'
import type { Journeys } from '@yingce/domain/attribution/journeys'
import { checkIn, type LongWork } from '@yingce/domain/computation/long-work'
import type { TextEncoding } from '@yingce/domain/sheets/workbook'
import { ByteNames } from './byte-names.ts'
import type { JourneyCells } from './journey-cells.ts'
import type { JourneyHeader } from './journey-header.ts'

const STEP = 0x3e // ">"
const SPACE = 0x20
const TAB = 0x09
const ROWS_PER_CHECK = 8192

/**
 * Whole paths, one a row: "抖音 > 小红书 > 搜索", how often it converted, what that was worth, how often it did
 * not. A file without the last column has no journeys that did not convert.
 *
 * @param fileBytes for the progress
 * @throws JourneyFileError
 */
export function readPaths(
  cells: JourneyCells,
  { cellOf }: JourneyHeader,
  encoding: TextEncoding | null,
  fileBytes: number,
  long: LongWork,
): Journeys {
  const { rows } = cells
  const pathCell = cellOf.path ?? 0
  const conversionCell = cellOf.conversions ?? 0
  const valueCell = cellOf.value ?? null
  const nullCell = cellOf.nonConversions ?? null
  const channels = new ByteNames()
  const builder = new JourneyBuilder(false)
  for (let row = 0; rows.next(); row++) {
    if (row % ROWS_PER_CHECK === 0) checkIn(long, Math.min(1, rows.bytesDone / fileBytes))
    cells.checkWidth()
    if (cells.isEmpty(pathCell)) throw cells.mistake('empty_path', pathCell)
    readTouches(cells, pathCell, channels, builder)
    const conversions = cells.amount(conversionCell)
    const nulls = nullCell === null ? 0 : cells.amount(nullCell)
    const isWorthless = valueCell === null || (conversions === 0 && cells.isEmpty(valueCell))
    const value = isWorthless ? 0 : cells.amount(valueCell)
    if (value > 0 && conversions === 0) throw cells.mistake('value_without_conversion', valueCell ?? 0)
    builder.close(conversions, value, nulls)
  }
  return builder.finish(channels.names(encoding), valueCell !== null)
}

function readTouches(cells: JourneyCells, cell: number, channels: ByteNames, builder: JourneyBuilder): void {
  const { bytes, from, to } = cells.rows
  const end = to[cell] ?? 0
  let at = from[cell] ?? 0
  for (;;) {
    while (at < end && isBlank(bytes[at])) at++
    const start = at
    while (at < end && bytes[at] !== STEP) at++
    let stop = at
    while (stop > start && isBlank(bytes[stop - 1])) stop--
    if (stop === start) throw cells.mistake('empty_touch', cell, start)
    builder.touch(channels.indexOf(bytes, start, stop))
    if (at >= end) return
    at++
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB
}
