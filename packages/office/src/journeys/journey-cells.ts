import type { ByteRows } from './byte-rows.ts'
import type { JourneyHeader } from './journey-header.ts'
import { JourneyFileError, type JourneyFileErrorCode } from './journey-file-error.ts'
import { readByteNumber } from './read-byte-number.ts'

/** The cells of a file of journeys, checked; every mistake names its line, column and header. */
export class JourneyCells {
  readonly rows: ByteRows
  readonly #header: JourneyHeader

  constructor(rows: ByteRows, header: JourneyHeader) {
    this.rows = rows
    this.#header = header
  }

  /** @throws JourneyFileError `extra_cells` when the row at hand is wider than the header */
  checkWidth(): void {
    const { rows } = this
    const expected = this.#header.names.length
    for (let cell = expected; cell < rows.cellCount; cell++)
      if (!this.isEmpty(cell))
        throw new JourneyFileError('extra_cells', rows.placeOfCell(cell), {
          found: rows.cellCount,
          expected,
        })
  }

  isEmpty(cell: number): boolean {
    return cell >= this.rows.cellCount || (this.rows.to[cell] ?? 0) <= (this.rows.from[cell] ?? 0)
  }

  /** A number of 0 or more. @throws JourneyFileError `missing_cell`, `not_a_number`, `negative_number` */
  amount(cell: number): number {
    if (this.isEmpty(cell)) throw this.mistake('missing_cell', cell)
    const number = readByteNumber(this.rows.bytes, this.rows.from[cell] ?? 0, this.rows.to[cell] ?? 0)
    if (!Number.isFinite(number)) throw this.mistake('not_a_number', cell)
    if (number < 0) throw this.mistake('negative_number', cell)
    return number
  }

  /** @param offset of the byte in question, when it is not the cell's first */
  mistake(code: JourneyFileErrorCode, cell: number, offset: number | null = null): JourneyFileError {
    const place = offset === null ? this.rows.placeOfCell(cell) : this.rows.placeOf(offset)
    return new JourneyFileError(code, place, {
      column: this.#header.names[cell] ?? '',
      text: this.rows.textOf(cell).slice(0, 60),
    })
  }
}
