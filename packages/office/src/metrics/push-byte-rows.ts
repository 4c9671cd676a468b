import { TextDecoder } from 'node:util'
import type { MetricStream } from '@yingce/domain/sheets/metric-stream'
import { NO_FIGURE, OTHER_FIGURE } from '@yingce/domain/sheets/plain-rows'
import type { CellValue } from '@yingce/domain/sheets/workbook'
import { ByteNames } from '../journeys/byte-names.ts'
import type { ByteRows } from '../journeys/byte-rows.ts'
import { trimmedRow } from '../sheet-io/plain-sheet.ts'

const ZERO = 0x30
const NINE = 0x39
const POINT = 0x2e
const MINUS = 0x2d
/** Up to here every whole number is exact. */
const MOST_DIGITS = 15
const MOST_PLACES = 12
/** "-" and "--" say that there is no figure. */
const LONGEST_DASH = 2

/**
 * Hands the rows from `first` on over to the stream, those that are plain without making a string of any cell.
 *
 * @param decoder of the bytes' encoding
 * @param onRow called with the number of every row
 * @throws JourneyFileError `open_quote`, `bad_quote`
 */
export function pushByteRows(
  rows: ByteRows,
  stream: MetricStream,
  first: number,
  decoder: TextDecoder,
  onRow: (row: number) => void,
): void {
  const { plain } = stream
  const names = plain.texts.map(() => new ByteNames())
  const digits = plain.digits

  /** @returns decimals of the figure, whose digits stand in `digits`; or what it is instead */
  function readFigure(position: number, from: number, to: number): number {
    const { bytes } = rows
    if (from >= to) return NO_FIGURE
    let at = from
    const isNegative = bytes[from] === MINUS
    if (isNegative) at++
    if (isNegative && isDash(bytes, at, to)) return NO_FIGURE
    let whole = 0
    let count = 0
    let places = NO_FIGURE
    for (; at < to; at++) {
      const byte = bytes[at] ?? 0
      if (byte >= ZERO && byte <= NINE && count < MOST_DIGITS) {
        whole = whole * 10 + byte - ZERO
        count++
        if (places !== NO_FIGURE) places++
      } else if (byte === POINT && places === NO_FIGURE && count > 0) places = 0
      else return OTHER_FIGURE
    }
    if (count === 0 || places === 0 || places > MOST_PLACES) return OTHER_FIGURE
    digits[position] = isNegative ? -whole : whole
    return places === NO_FIGURE ? 0 : places
  }

  function readPlainly(): boolean {
    const { from, to, cellCount } = rows
    for (let position = 0; position < plain.figures.length; position++) {
      const cell = (plain.figures[position] ?? 1) - 1
      const places = cell < cellCount ? readFigure(position, from[cell] ?? 0, to[cell] ?? 0) : NO_FIGURE
      if (places === OTHER_FIGURE) plain.others[position] = rows.textOf(cell)
      plain.places[position] = places
    }
    for (let position = 0; position < plain.texts.length; position++) {
      const cell = (plain.texts[position] ?? 1) - 1
      const known = names[position]
      if (known === undefined) return false
      const count = known.count
      const name =
        cell < cellCount
          ? known.indexOf(rows.bytes, from[cell] ?? 0, to[cell] ?? 0)
          : known.indexOf(rows.bytes, 0, 0)
      if (known.count > count) plain.name(position, known.nameAt(name, decoder).trim())
      plain.text[position] = name
    }
    return plain.take()
  }

  while (rows.next()) {
    if (rows.row < first) continue
    onRow(rows.row)
    if (!readPlainly()) stream.push(cellsOf(rows), rows.row)
  }
}

function isDash(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from >= LONGEST_DASH) return false
  return from === to || bytes[from] === MINUS
}

function cellsOf(rows: ByteRows): readonly CellValue[] {
  const cells: CellValue[] = []
  for (let cell = 0; cell < rows.cellCount; cell++) {
    const text = rows.textOf(cell)
    cells.push(text === '' ? null : text)
  }
  return trimmedRow(cells)
}
