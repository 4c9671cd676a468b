import { extractZipEntry, readZipDirectory } from './zip-directory.ts'

/** The parts of an office file as texts, by name. */
export function zipTexts(bytes: Uint8Array): Map<string, string> {
  return new Map(
    readZipDirectory(bytes, 1000).map((entry) => [
      entry.name,
      new TextDecoder().decode(extractZipEntry(bytes, entry)),
    ]),
  )
}
