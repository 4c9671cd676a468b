import { crc32, deflateRawSync } from 'node:zlib'

/** 1980-01-01, where the time of zip archives begins. */
const FIRST_DAY = 0x21

/** One file of an archive. */
export interface ZipPart {
  readonly name: string
  readonly content: string | Uint8Array
  /** For archives that lie about the unpacked size, in tests of what reads them. */
  readonly declaredBytes?: number
}

/** The files as a zip archive: deflated, names in UTF-8, all of the first of January 1980, so that the same files are the same bytes. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const content = typeof part.content === 'string' ? Buffer.from(part.content) : part.content
    const packed = deflateRawSync(content)
    const name = Buffer.from(part.name)
    const unpackedBytes = part.declaredBytes ?? content.length
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x0800, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt16LE(FIRST_DAY, 8)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(unpackedBytes, 18)
    facts.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), facts, name, packed])
    const end = Buffer.alloc(14)
    end.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), facts, end, name]))
    locals.push(local)
    offset += local.length
  }
  const directoryBytes = directory.reduce((sum, entry) => sum + entry.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directoryBytes, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]))
}
