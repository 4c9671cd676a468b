import { inflateRawSync } from 'node:zlib'
import { OfficeFileError } from '../office-file-error.ts'

export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated; anything else is refused on extraction. */
  readonly method: number
  readonly packedBytes: number
  /** As declared; an extraction that yields more fails. */
  readonly unpackedBytes: number
  readonly headerOffset: number
  readonly encrypted: boolean
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const END_BYTES = 22
const MAX_COMMENT_BYTES = 0xffff
const ZIP64_MARK = 0xffffffff

/**
 * The central directory of a zip archive: names and declared sizes, without unpacking anything
 * (2–3 ms for any size). Zip64 archives are over every limit we have and count as too large.
 *
 * @param maxEntries stop and refuse when the archive says it has more
 * @throws OfficeFileError `broken_file` when cut off or inconsistent, `zip_bomb`, `too_large`
 */
export function readZipDirectory(bytes: Uint8Array, maxEntries: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEndOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  let position = view.getUint32(end + 16, true)
  if (position === ZIP64_MARK) throw new OfficeFileError('too_large', 'zip64 archive')
  if (count > maxEntries) {
    throw new OfficeFileError('zip_bomb', `zip archive with ${count} entries`, {
      found: count,
      limit: maxEntries,
    })
  }
  const decoder = new TextDecoder()
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    if (position + 46 > bytes.length || view.getUint32(position, true) !== DIRECTORY_ENTRY) {
      throw new OfficeFileError('broken_file', `zip directory entry ${index} is missing`)
    }
    const nameBytes = view.getUint16(position + 28, true)
    const name = decoder.decode(bytes.subarray(position + 46, position + 46 + nameBytes))
    entries.push({
      name,
      method: view.getUint16(position + 10, true),
      packedBytes: view.getUint32(position + 20, true),
      unpackedBytes: view.getUint32(position + 24, true),
      headerOffset: view.getUint32(position + 42, true),
      encrypted: (view.getUint16(position + 8, true) & 1) === 1,
    })
    position += 46 + nameBytes + view.getUint16(position + 30, true) + view.getUint16(position + 32, true)
  }
  return entries
}

function findEndOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT_BYTES)
  for (let position = view.byteLength - END_BYTES; position >= first; position--) {
    if (view.getUint32(position, true) === END_OF_DIRECTORY) return position
  }
  throw new OfficeFileError('broken_file', 'zip archive without its directory: cut off')
}

/**
 * Unpacks one entry, never to more than it declared.
 *
 * @throws OfficeFileError `zip_bomb` when it unpacks to more than declared, `broken_file` when damaged
 */
export function extractZipEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = entry.headerOffset
  if (header + 30 > bytes.length || view.getUint32(header, true) !== LOCAL_HEADER) {
    throw new OfficeFileError('broken_file', `zip entry ${entry.name} has no header`)
  }
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  const packed = bytes.subarray(start, start + entry.packedBytes)
  if (packed.length < entry.packedBytes)
    throw new OfficeFileError('broken_file', `zip entry ${entry.name} is cut off`)
  if (entry.method === 0) return packed
  if (entry.method !== 8)
    throw new OfficeFileError('broken_file', `zip entry ${entry.name} uses method ${entry.method}`)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpackedBytes) })
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      throw new OfficeFileError(
        'zip_bomb',
        `zip entry ${entry.name} unpacks to more than it declares`,
        {},
        error,
      )
    }
    throw new OfficeFileError('broken_file', `zip entry ${entry.name} is damaged`, {}, error)
  }
}
