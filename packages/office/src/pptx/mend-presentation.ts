import { extractZipEntry, readZipDirectory } from '../read/zip-directory.ts'
import { zipOf } from '../write/zip-of.ts'

/** Far more parts than any report has. */
const MOST_PARTS = 20_000

/**
 * What the presentation library writes against the schema, put right:
 *
 * - paragraph properties before every run, where only the first may have them;
 * - values of charts that are not there as empty numbers, instead of leaving them out;
 * - the moment of writing, which would make every file another one.
 */
export function mendPresentation(bytes: Uint8Array): Uint8Array {
  const parts = readZipDirectory(bytes, MOST_PARTS)
    // Entries for folders are none of the package's parts.
    .filter(({ name }) => !name.endsWith('/'))
    .map((entry) => {
      const content = extractZipEntry(bytes, entry)
      return { name: entry.name, content: entry.name.endsWith('.xml') ? mended(content) : content }
    })
  return zipOf(parts)
}

function mended(content: Uint8Array): string {
  return new TextDecoder()
    .decode(content)
    .replaceAll(/<a:p>.*?<\/a:p>/gs, onePropertyList)
    .replaceAll(/<c:pt idx="\d+">\s*<c:v><\/c:v>\s*<\/c:pt>/g, '')
    .replaceAll(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, '')
}

function onePropertyList(paragraph: string): string {
  let seen = 0
  return paragraph.replaceAll(/<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, (list) => (seen++ === 0 ? list : ''))
}
