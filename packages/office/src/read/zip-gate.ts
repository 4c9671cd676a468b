import { OfficeFileError } from '../office-file-error.ts'
import { RATIO_FLOOR_BYTES, type ReadLimits } from './read-limits.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/**
 * Stands before every parser: judges an archive by its directory alone and lets only plausible
 * ones through. Entries that lie about their size are caught at extraction.
 *
 * @throws OfficeFileError `zip_bomb`, `too_large`, `broken_file`, `password_protected`
 */
export function checkedZipDirectory(bytes: Uint8Array, limits: ReadLimits): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  let unpacked = 0
  let packed = 0
  for (const entry of readZipDirectory(bytes, limits.zipEntries)) {
    if (entry.name.split(/[/\\]/).includes('..'))
      throw new OfficeFileError('broken_file', `zip entry name ${entry.name} climbs out`)
    if (entry.encrypted)
      throw new OfficeFileError('password_protected', `zip entry ${entry.name} is encrypted`)
    if (entries.has(entry.name))
      throw new OfficeFileError('broken_file', `two zip entries are called ${entry.name}`)
    if (/sharedStrings\.xml$/i.test(entry.name) && entry.unpackedBytes > limits.sharedTextBytes) {
      throw new OfficeFileError('zip_bomb', `shared texts of ${entry.unpackedBytes} bytes`, {
        found: entry.unpackedBytes,
        limit: limits.sharedTextBytes,
      })
    }
    unpacked += entry.unpackedBytes
    packed += entry.packedBytes
    entries.set(entry.name, entry)
  }
  if (unpacked > RATIO_FLOOR_BYTES && unpacked > packed * limits.zipRatio) {
    throw new OfficeFileError('zip_bomb', `unpacks ${packed} to ${unpacked} bytes`, {
      found: unpacked,
      limit: packed * limits.zipRatio,
    })
  }
  if (unpacked > limits.unpackedBytes) {
    throw new OfficeFileError('too_large', `unpacks to ${unpacked} bytes`, {
      found: unpacked,
      limit: limits.unpackedBytes,
    })
  }
  return entries
}
