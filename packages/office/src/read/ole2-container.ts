import { OfficeFileError } from '../office-file-error.ts'

const HEADER_BYTES = 512
const HEADER_FAT_SECTORS = 109
const FIRST_SPECIAL_SECTOR = 0xfffffffa
const DIRECTORY_ENTRY_BYTES = 128
const MINI_SECTOR_BYTES = 64
const MAX_DIRECTORY_ENTRIES = 4096

interface DirectoryEntry {
  readonly name: string
  readonly start: number
  readonly bytes: number
}

/**
 * An OLE2 container: the one magic number covers .xls, .doc, .ppt, .mpp, .msg and encrypted .xlsx
 * alike, and only the names of the streams inside tell them apart.
 *
 * Source: [MS-CFB] 2.2 header, 2.3 FAT, 2.4 mini FAT, 2.5 DIFAT, 2.6 directory.
 */
export class Ole2Container {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #sectorBytes: number
  readonly #fat: readonly number[]
  readonly #entries: readonly DirectoryEntry[]

  /** @throws OfficeFileError `broken_file` */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < HEADER_BYTES) throw broken('cut off in its header')
    const shift = this.#view.getUint16(30, true)
    if (shift !== 9 && shift !== 12) throw broken(`sector shift ${shift}`)
    this.#sectorBytes = 1 << shift
    this.#fat = this.#fatSectors()
    this.#entries = this.#readDirectory()
  }

  get streamNames(): string[] {
    return this.#entries.map((entry) => entry.name)
  }

  /** Content of a stream by name; `null` when there is none. */
  stream(name: string): Uint8Array | null {
    const entry = this.#entries.find((candidate) => candidate.name === name)
    if (entry === undefined) return null
    const smallest = this.#view.getUint32(56, true)
    if (entry.bytes >= smallest) return this.#chain(entry.start).subarray(0, entry.bytes)
    const [root] = this.#entries
    if (root === undefined) throw broken('no root entry')
    const container = this.#chain(root.start)
    const miniFat = this.#chain(this.#view.getUint32(60, true))
    const miniView = new DataView(miniFat.buffer, miniFat.byteOffset, miniFat.byteLength)
    const content = new Uint8Array(Math.ceil(entry.bytes / MINI_SECTOR_BYTES) * MINI_SECTOR_BYTES)
    let sector = entry.start
    for (let offset = 0; offset < entry.bytes; offset += MINI_SECTOR_BYTES) {
      if (sector * 4 + 4 > miniFat.length) throw broken(`stream ${name} is cut off`)
      content.set(container.subarray(sector * MINI_SECTOR_BYTES, (sector + 1) * MINI_SECTOR_BYTES), offset)
      sector = miniView.getUint32(sector * 4, true)
    }
    return content.subarray(0, entry.bytes)
  }

  #fatSectors(): number[] {
    const sectors: number[] = []
    const take = (position: number): void => {
      const sector = this.#view.getUint32(position, true)
      if (sector < FIRST_SPECIAL_SECTOR) sectors.push(sector)
    }
    for (let index = 0; index < HEADER_FAT_SECTORS; index++) take(76 + index * 4)
    let table = this.#view.getUint32(68, true)
    for (let count = this.#view.getUint32(72, true); count > 0 && table < FIRST_SPECIAL_SECTOR; count--) {
      const start = this.#offset(table)
      for (let position = start; position < start + this.#sectorBytes - 4; position += 4) take(position)
      table = this.#view.getUint32(start + this.#sectorBytes - 4, true)
    }
    return sectors
  }

  #readDirectory(): DirectoryEntry[] {
    const directory = this.#chain(this.#view.getUint32(48, true))
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
    const decoder = new TextDecoder('utf-16le')
    const entries: DirectoryEntry[] = []
    for (
      let position = 0;
      position + DIRECTORY_ENTRY_BYTES <= directory.length && entries.length < MAX_DIRECTORY_ENTRIES;
    ) {
      const nameBytes = view.getUint16(position + 64, true)
      if (nameBytes >= 2 && nameBytes <= 64) {
        const name = decoder.decode(directory.subarray(position, position + nameBytes - 2))
        entries.push({
          name,
          start: view.getUint32(position + 116, true),
          bytes: view.getUint32(position + 120, true),
        })
      }
      position += DIRECTORY_ENTRY_BYTES
    }
    return entries
  }

  /** All bytes of a chain of sectors. A chain longer than the file runs in a circle. */
  #chain(first: number): Uint8Array {
    const starts: number[] = []
    for (let sector = first; sector < FIRST_SPECIAL_SECTOR; sector = this.#next(sector)) {
      starts.push(this.#offset(sector))
      if (starts.length * this.#sectorBytes > this.#bytes.length)
        throw broken('a chain of sectors without end')
    }
    const content = new Uint8Array(starts.length * this.#sectorBytes)
    for (const [index, start] of starts.entries())
      content.set(this.#bytes.subarray(start, start + this.#sectorBytes), index * this.#sectorBytes)
    return content
  }

  #next(sector: number): number {
    const perTable = this.#sectorBytes / 4
    const table = this.#fat[Math.floor(sector / perTable)]
    if (table === undefined) throw broken('a sector outside its table')
    return this.#view.getUint32(this.#offset(table) + (sector % perTable) * 4, true)
  }

  /** The last sector of a file may be shorter than the others. */
  #offset(sector: number): number {
    const start = (sector + 1) * this.#sectorBytes
    if (start + 4 > this.#bytes.length) throw broken('cut off')
    return start
  }
}

function broken(why: string): OfficeFileError {
  return new OfficeFileError('broken_file', `OLE2 container: ${why}`)
}
