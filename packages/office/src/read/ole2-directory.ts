import { OfficeFileError } from '../office-file-error.ts'

const FREE_SECTOR = 0xfffffffa
const DIRECTORY_ENTRY_BYTES = 128
/** A directory longer than this many sectors belongs to no office file we read. */
const MAX_DIRECTORY_SECTORS = 512

/**
 * Names of the streams in an OLE2 container ("Workbook", "EncryptedPackage", "WordDocument" …):
 * the one magic number covers .xls, .doc, .ppt, .mpp, .msg and encrypted .xlsx alike.
 *
 * Source: [MS-CFB], header 2.2, FAT 2.3, directory 2.6.
 *
 * @throws OfficeFileError `broken_file`
 */
export function ole2StreamNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const broken = (why: string): OfficeFileError => new OfficeFileError('broken_file', `OLE2 container: ${why}`)
  if (bytes.length < 512) throw broken('cut off in its header')
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw broken(`sector shift ${shift}`)
  const sectorBytes = 1 << shift
  const offsetOf = (sector: number): number => (sector + 1) * sectorBytes
  const next = (sector: number): number => {
    const table = Math.floor(sector / (sectorBytes / 4))
    if (table >= 109) return FREE_SECTOR
    const position = offsetOf(view.getUint32(76 + table * 4, true)) + (sector % (sectorBytes / 4)) * 4
    if (position + 4 > bytes.length) throw broken('cut off')
    return view.getUint32(position, true)
  }
  const names: string[] = []
  let sector = view.getUint32(48, true)
  for (let count = 0; sector < FREE_SECTOR && count < MAX_DIRECTORY_SECTORS; count++) {
    const start = offsetOf(sector)
    if (start + sectorBytes > bytes.length) throw broken('cut off in its directory')
    for (let entry = start; entry < start + sectorBytes; entry += DIRECTORY_ENTRY_BYTES) {
      const nameBytes = view.getUint16(entry + 64, true)
      if (nameBytes < 2 || nameBytes > 64) continue
      names.push(new TextDecoder('utf-16le').decode(bytes.subarray(entry, entry + nameBytes - 2)))
    }
    sector = next(sector)
  }
  return names
}
