import { isUtf8 } from 'node:buffer'
import type { TextEncoding } from '@yingce/domain/sheets/workbook'
import { OfficeFileError } from '../office-file-error.ts'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
  /** True when nothing in the file proves the encoding; short Western text can be valid GB18030. */
  readonly isGuess: boolean
}

const PROBE_BYTES = 4096
/** Of these a probe is decoded; so that no character is cut in two, what is cut is left out. */
const PROBE_TEXT_BYTES = PROBE_BYTES * 4

/** Encoding of a text, and whether it is a guess. */
export type FoundEncoding = Omit<DecodedText, 'text'>

/**
 * Text of a file whose encoding nobody declared.
 *
 * @param override what the user chose in the preview; bytes that do not fit become U+FFFD
 * @throws OfficeFileError `unsupported_format` when the bytes are no text at all
 */
export function decodeText(bytes: Uint8Array, override: TextEncoding | null = null): DecodedText {
  const found = findEncoding(bytes, override)
  return { text: new TextDecoder(found.encoding).decode(bytes), ...found }
}

/**
 * Order: byte order mark → UTF-16 by its zero bytes → strict UTF-8 → strict GB18030 → Windows-1252.
 * GB18030 must come after UTF-8 (it accepts most UTF-8 bytes) and Windows-1252 last (it accepts
 * everything).
 *
 * @param override as of {@link decodeText}
 * @throws OfficeFileError `unsupported_format` when the bytes are no text at all
 */
export function findEncoding(bytes: Uint8Array, override: TextEncoding | null = null): FoundEncoding {
  if (override !== null) return { encoding: override, isGuess: false }
  const marked = encodingByMark(bytes)
  if (marked !== null) return { encoding: marked, isGuess: false }
  const wide = encodingByZeros(bytes)
  if (wide !== null) return { encoding: wide, isGuess: true }
  if (isUtf8(bytes)) return readable(bytes, { encoding: 'utf-8', isGuess: false })
  const chinese = decodeStrictly(bytes, 'gb18030')
  if (chinese !== null && !looksWestern(chinese))
    return readable(bytes, { encoding: 'gb18030', isGuess: true })
  return readable(bytes, { encoding: 'windows-1252', isGuess: true })
}

function encodingByMark(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Bytes of the byte order mark that the text begins with. */
export function markLength(bytes: Uint8Array): number {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) ? 2 : 0
}

/** Latin letters, digits and separators of UTF-16 have a zero in every other byte. */
function encodingByZeros(bytes: Uint8Array): TextEncoding | null {
  const probe = bytes.subarray(0, PROBE_BYTES)
  let even = 0
  let odd = 0
  for (let index = 0; index < probe.length; index++) {
    if (probe[index] !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const pairs = probe.length / 2
  if (odd > pairs * 0.2 && even === 0) return 'utf-16le'
  if (even > pairs * 0.2 && odd === 0) return 'utf-16be'
  return null
}

function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Western text that happens to be valid GB18030 shows single Chinese characters inside words
 * ("Pr関u" for "Prévu"); Chinese stands in runs, or alone between separators.
 */
function looksWestern(chinese: string): boolean {
  const probe = chinese.slice(0, PROBE_BYTES * 4)
  const runs = probe.match(/\p{Script=Han}+/gu)?.length ?? 0
  const inWords = probe.match(/[A-Za-z]\p{Script=Han}(?!\p{Script=Han})/gu)?.length ?? 0
  return inWords * 2 > runs
}

/** Control characters other than tab and line ends do not occur in tables: the file is a binary we do not know. */
function readable(bytes: Uint8Array, found: FoundEncoding): FoundEncoding {
  const probe = new TextDecoder(found.encoding)
    .decode(bytes.subarray(0, PROBE_TEXT_BYTES), { stream: true })
    .slice(0, PROBE_BYTES)
  const strange = probe.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0
  if (strange > probe.length * 0.002) {
    throw new OfficeFileError('unsupported_format', 'binary content that is no known table format', {
      format: 'binary',
    })
  }
  return found
}
