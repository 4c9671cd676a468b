import type { TextEncoding } from '@yingce/domain/sheets/workbook'
import { OfficeFileError } from '../office-file-error.ts'
import { decodeText, markLength } from '../read/decode-text.ts'
import { detectDelimiter } from '../read/read-delimited.ts'
import { sniffFormat } from '../read/sniff-format.ts'
import { ByteRows } from './byte-rows.ts'
import { bytesInMemory, type ByteSource } from './byte-source.ts'

export interface JourneyText {
  /** The rows, the header still to come. */
  readonly rows: ByteRows
  /** Encoding of its names; null when what was looked at has none but plain letters. */
  readonly encoding: TextEncoding | null
}

const HEAD_BYTES = 64 * 1024
const LINE_FEED = 0x0a

/**
 * Delimited text of any size, read block by block. Its encoding and delimiter are found out from the first
 * 64 KB.
 *
 * @param encoding what the user says it is; null: found out
 * @throws OfficeFileError `empty_file`, `unsupported_format`
 */
export function openJourneyText(source: ByteSource, encoding: TextEncoding | null): JourneyText {
  const head = readHead(source)
  const kind = sniffFormat(head)
  if (kind === 'empty') throw new OfficeFileError('empty_file', 'the file has no bytes')
  if (kind !== 'text')
    throw new OfficeFileError('unsupported_format', 'no delimited text', {
      format: kind === 'zip' ? 'xlsx' : kind,
    })
  const probe = decodeText(wholeLines(head), encoding)
  const delimiter = detectDelimiter(probe.text)
  const whole = bothInTurn(bytesInMemory(head.subarray(markLength(head))), source)
  const isWide = probe.encoding === 'utf-16le' || probe.encoding === 'utf-16be'
  // Alone of all delimiters, "|" is also the second byte of Chinese characters.
  if (isWide || (delimiter === '|' && probe.encoding !== 'utf-8')) {
    const utf8 = new TextEncoder().encode(new TextDecoder(probe.encoding).decode(readAll(whole)))
    return { rows: rowsOf(bytesInMemory(utf8), delimiter, 'utf-8'), encoding: 'utf-8' }
  }
  const isPlain = head.every((byte) => byte < 0x80)
  return {
    rows: rowsOf(whole, delimiter, probe.encoding),
    encoding: encoding ?? (isPlain ? null : probe.encoding),
  }
}

function rowsOf(source: ByteSource, delimiter: string, encoding: TextEncoding): ByteRows {
  return new ByteRows(source, delimiter.charCodeAt(0), new TextDecoder(encoding))
}

function readHead(source: ByteSource): Uint8Array {
  const head = new Uint8Array(HEAD_BYTES)
  let filled = 0
  while (filled < head.length) {
    const came = source(head, filled)
    if (came === 0) break
    filled += came
  }
  return head.subarray(0, filled)
}

/** Cut behind the last line end, so that no character is cut in two. */
function wholeLines(head: Uint8Array): Uint8Array {
  const end = head.length < HEAD_BYTES ? -1 : head.lastIndexOf(LINE_FEED)
  // In UTF-16 a line end may be two bytes, of which this is the first.
  return end === -1 ? head : head.subarray(0, end + (head[end + 1] === 0 ? 2 : 1))
}

function bothInTurn(first: ByteSource, second: ByteSource): ByteSource {
  let isFirstDone = false
  return (into, at) => {
    const came = isFirstDone ? 0 : first(into, at)
    if (came > 0) return came
    isFirstDone = true
    return second(into, at)
  }
}

function readAll(source: ByteSource): Uint8Array {
  let bytes = new Uint8Array(1024 * 1024)
  let filled = 0
  for (;;) {
    if (filled === bytes.length) {
      const longer = new Uint8Array(bytes.length * 2)
      longer.set(bytes)
      bytes = longer
    }
    const came = source(bytes, filled)
    if (came === 0) return bytes.subarray(0, filled)
    filled += came
  }
}
