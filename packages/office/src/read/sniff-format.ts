/** Kind of content by its first bytes; the file name is not asked. */
export type SniffedKind = 'empty' | 'zip' | 'ole2' | 'markup' | 'pdf' | 'image' | 'rtf' | 'gzip' | 'text'

const PDF = [0x25, 0x50, 0x44, 0x46]
const SIGNATURES: readonly (readonly [SniffedKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole2', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', PDF],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['gzip', [0x1f, 0x8b]],
]

export function sniffFormat(bytes: Uint8Array): SniffedKind {
  if (bytes.length === 0) return 'empty'
  for (const [kind, signature] of SIGNATURES)
    if (signature.every((byte, index) => bytes[index] === byte)) return kind
  return firstLetter(bytes) === 0x3c /* < */ ? 'markup' : 'text'
}

/** First byte that is neither white space nor part of a byte order mark nor half of a UTF-16 pair. */
function firstLetter(bytes: Uint8Array): number {
  for (const byte of bytes.subarray(0, 1024)) {
    if (byte === 0xef || byte === 0xbb || byte === 0xbf || byte === 0xff || byte === 0xfe) continue
    if (byte > 0x20) return byte
  }
  return 0
}
