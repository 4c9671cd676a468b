import { TextDecoder } from 'node:util'
import type { ByteSource } from './byte-source.ts'
import { JourneyFileError } from './journey-file-error.ts'

const QUOTE = 0x22
const LINE_FEED = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const TAB = 0x09

const BLOCK_BYTES = 1024 * 1024

/** Reading a row either succeeds, or needs bytes that are not there yet. */
const NEEDS_MORE = -1

/**
 * The rows of delimited text as ranges of bytes, without a string per cell (RFC 4180, and what programs make
 * of it: `\n`, `\r\n` or `\r`, spaces around cells).
 *
 * Bytes are read by UTF-8 and GB18030 alike: none of `"`, `,`, `;`, tab and line ends is ever the second byte
 * of a Chinese character. Quotes and spaces around a cell are no part of its range; doubled quotes inside are
 * made single in place.
 */
export class ByteRows {
  /** Holds the row at hand; another array after each `next`. */
  bytes: Uint8Array
  /** Cells of the row at hand: from `from[i]` to `to[i] - 1`. */
  readonly from: number[] = []
  readonly to: number[] = []
  cellCount = 0
  /** Line on which the row at hand begins, from 1. */
  line = 1
  /** Number of the row at hand, rows without anything in them counted; from 1. */
  row = 0
  /** Bytes that lie behind the row at hand and before it. */
  bytesDone = 0

  readonly #source: ByteSource
  readonly #delimiter: number
  readonly #decoder: TextDecoder
  /** Cells of the row at hand that hold doubled quotes. */
  readonly #doubled: number[] = []
  #rowStart = 0
  #at = 0
  #filled = 0
  #isAtEnd = false
  #nextLine = 1

  /**
   * @param source text without a byte order mark
   * @param decoder of its encoding, only asked for the column of a mistake
   */
  constructor(source: ByteSource, delimiter: number, decoder: TextDecoder, blockBytes = BLOCK_BYTES) {
    this.#source = source
    this.#delimiter = delimiter
    this.#decoder = decoder
    this.bytes = new Uint8Array(blockBytes)
  }

  /**
   * The next row that has anything in it; false behind the last.
   *
   * @throws JourneyFileError `open_quote`, `bad_quote`
   */
  next(): boolean {
    for (;;) {
      this.bytesDone += this.#at - this.#rowStart
      this.#rowStart = this.#at
      this.line = this.#nextLine
      let end = this.#readRow()
      while (end === NEEDS_MORE) {
        this.#readMore()
        this.#nextLine = this.line
        end = this.#readRow()
      }
      this.#at = end
      this.row++
      for (const cell of this.#doubled) this.#makeSingle(cell)
      if (this.cellCount > 0 && this.#hasAnything()) return true
      if (this.#isAtEnd && this.#at >= this.#filled) return false
    }
  }

  /** Line and column, in characters, of a byte of the row at hand. */
  placeOf(offset: number): { readonly line: number; readonly column: number } {
    let line = this.line
    let start = this.#rowStart
    for (let at = this.#rowStart; at < offset; at++) {
      if (this.bytes[at] !== LINE_FEED) continue
      line++
      start = at + 1
    }
    return { line, column: this.#decoder.decode(this.bytes.subarray(start, offset)).length + 1 }
  }

  /** Place of a cell of the row at hand; of a cell that is not there, the end of the row. */
  placeOfCell(cell: number): { readonly line: number; readonly column: number } {
    const last = this.cellCount - 1
    return this.placeOf((cell <= last ? this.from[cell] : this.to[last]) ?? this.#rowStart)
  }

  /** Text of a cell, "" when the row has no such cell. */
  textOf(cell: number): string {
    return cell < this.cellCount
      ? this.#decoder.decode(this.bytes.subarray(this.from[cell], this.to[cell]))
      : ''
  }

  #hasAnything(): boolean {
    for (let cell = 0; cell < this.cellCount; cell++)
      if ((this.to[cell] ?? 0) > (this.from[cell] ?? 0)) return true
    return false
  }

  /** Keeps the row at hand, from its start, and fills what is left of the block behind it. */
  #readMore(): void {
    const kept = this.#filled - this.#rowStart
    if (this.#rowStart === 0 && this.#filled === this.bytes.length) {
      const wider = new Uint8Array(this.bytes.length * 2)
      wider.set(this.bytes)
      this.bytes = wider
    } else {
      this.bytes.copyWithin(0, this.#rowStart, this.#filled)
    }
    this.#rowStart = 0
    this.#at = 0
    this.#filled = kept
    const came = this.#source(this.bytes, kept)
    this.#filled += came
    this.#isAtEnd = came === 0
  }

  /** @returns the offset behind the row, or `NEEDS_MORE` */
  #readRow(): number {
    const { bytes, from, to } = this
    const delimiter = this.#delimiter
    const filled = this.#filled
    let at = this.#rowStart
    let cell = 0
    this.cellCount = 0
    this.#doubled.length = 0
    if (at >= filled) return this.#isAtEnd ? at : NEEDS_MORE
    for (;;) {
      let start = at
      while (start < filled && isBlank(bytes[start], delimiter)) start++
      if (bytes[start] === QUOTE && start < filled) {
        at = this.#readQuoted(start, cell)
        if (at === NEEDS_MORE) return NEEDS_MORE
      } else {
        at = start
        while (at < filled) {
          const byte = bytes[at] ?? 0
          if (byte === delimiter || byte === LINE_FEED || byte === RETURN) break
          at++
        }
        let end = at
        while (end > start && isBlank(bytes[end - 1], delimiter)) end--
        from[cell] = start
        to[cell] = end
      }
      cell++
      if (at >= filled) {
        if (!this.#isAtEnd) return NEEDS_MORE
        this.cellCount = cell
        return at
      }
      const stop = bytes[at++]
      if (stop === delimiter) continue
      if (stop === RETURN) {
        if (at >= filled && !this.#isAtEnd) return NEEDS_MORE
        if (at < filled && bytes[at] === LINE_FEED) at++
      }
      this.#nextLine++
      this.cellCount = cell
      return at
    }
  }

  /** The quoted cell whose quote stands at `start`. @returns the offset of what ends the cell */
  #readQuoted(start: number, cell: number): number {
    const { bytes } = this
    const filled = this.#filled
    let at = start + 1
    let hasDoubled = false
    for (;;) {
      while (at < filled && bytes[at] !== QUOTE) {
        if (bytes[at] === LINE_FEED) this.#nextLine++
        at++
      }
      if (at >= filled) {
        if (!this.#isAtEnd) return NEEDS_MORE
        throw new JourneyFileError('open_quote', this.placeOf(start))
      }
      if (at + 1 >= filled && !this.#isAtEnd) return NEEDS_MORE
      if (at + 1 >= filled || bytes[at + 1] !== QUOTE) break
      hasDoubled = true
      at += 2
    }
    let stop = at + 1
    while (stop < filled && isBlank(bytes[stop], this.#delimiter)) stop++
    if (stop >= filled && !this.#isAtEnd) return NEEDS_MORE
    if (stop < filled) {
      const byte = bytes[stop]
      if (byte !== this.#delimiter && byte !== LINE_FEED && byte !== RETURN)
        throw new JourneyFileError('bad_quote', this.placeOf(stop))
    }
    let first = start + 1
    let end = at
    if (hasDoubled) this.#doubled.push(cell)
    while (first < end && isBlank(bytes[first], this.#delimiter)) first++
    while (end > first && isBlank(bytes[end - 1], this.#delimiter)) end--
    this.from[cell] = first
    this.to[cell] = end
    return stop
  }

  /** `""` becomes `"`. Not before the row is whole: it may have to be read again. */
  #makeSingle(cell: number): void {
    const { bytes } = this
    let write = this.from[cell] ?? 0
    for (let read = write; read < (this.to[cell] ?? 0); read++) {
      if (bytes[read] === QUOTE && bytes[read + 1] === QUOTE) read++
      bytes[write++] = bytes[read] ?? 0
    }
    this.to[cell] = write
  }
}

function isBlank(byte: number | undefined, delimiter: number): boolean {
  return byte === SPACE || (byte === TAB && delimiter !== TAB)
}
