import type { TextEncoding } from '@yingce/domain/sheets/workbook'
import { OfficeFileError } from '../office-file-error.ts'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
  /** True when nothing in the file proves the encoding; short Western text can be valid GB18030. */
  readonly isGuess: boolean
}

const PROBE_BYTES = 4096

/**
 * Text of a file whose encoding nobody declared.
 *
 * Order: byte order mark → UTF-16 by its zero bytes → strict UTF-8 → strict GB18030 → Windows-1252.
 * GB18030 must come after UTF-8 (it accepts most UTF-8 bytes) and Windows-1252 last (it accepts
 * everything).
 *
 * @param override what the user chose in the preview; bytes that do not fit become U+FFFD
 * @throws OfficeFileError `unsupported_format` when the bytes are no text at all
 */
export function decodeText(bytes: Uint8Array, override: TextEncoding | null = null): DecodedText {
  if (override !== null)
    return { text: new TextDecoder(override).decode(bytes), encoding: override, isGuess: false }
  const marked = encodingByMark(bytes)
  if (marked !== null)
    return { text: new TextDecoder(marked).decode(bytes), encoding: marked, isGuess: false }
  const wide = encodingByZeros(bytes)
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), encoding: wide, isGuess: true }
  const utf8 = decodeStrictly(bytes, 'utf-8')
  if (utf8 !== null) return readable({ text: utf8, encoding: 'utf-8', isGuess: false })
  const chinese = decodeStrictly(bytes, 'gb18030')
  if (chinese !== null && !looksWestern(chinese))
    return readable({ text: chinese, encoding: 'gb18030', isGuess: true })
  return readable({
    text: new TextDecoder('windows-1252').decode(bytes),
    encoding: 'windows-1252',
    isGuess: true,
  })
}

function encodingByMark(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
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
function readable(decoded: DecodedText): DecodedText {
  const probe = decoded.text.slice(0, PROBE_BYTES)
  const strange = probe.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0
  if (strange > probe.length * 0.002) {
    throw new OfficeFileError('unsupported_format', 'binary content that is no known table format', {
      format: 'binary',
    })
  }
  return decoded
}
