import { OfficeFileError } from '../office-file-error.ts'
import { attribute, elements, firstElement, parseXml, type XmlElement } from './xml-elements.ts'
import { extractZipEntry, type ZipEntry } from './zip-directory.ts'

/** A sheet of a workbook and the zip entry that holds it. */
export interface XlsxSheetPart {
  readonly name: string
  /** Position among all tabs from 0, chart sheets included. */
  readonly index: number
  readonly hidden: boolean
  readonly entry: ZipEntry
}

/**
 * The table sheets of an .xlsx in tab order. Chart, dialog and macro sheets hold no cells and are
 * left out; a table sheet whose part is missing makes the file broken.
 *
 * @throws OfficeFileError `broken_file`
 */
export function xlsxSheetParts(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>): XlsxSheetPart[] {
  const workbookPath = targetOf(relationships(bytes, entries, '_rels/.rels'), 'officeDocument', '')
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1)
  const workbook = firstElement(parseXmlPart(bytes, entries, workbookPath), 'workbook')
  const links = relationships(bytes, entries, `${folder}_rels/${workbookPath.slice(folder.length)}.rels`)
  const sheets = elements(firstElement(workbook, 'sheets'), 'sheet')
  const parts: XlsxSheetPart[] = []
  for (const [index, sheet] of sheets.entries()) {
    const link = links.find((candidate) => attribute(candidate, 'Id') === attribute(sheet, 'id'))
    if (link === undefined) throw new OfficeFileError('broken_file', `sheet ${index + 1} has no part`)
    if (!(attribute(link, 'Type') ?? '').endsWith('/worksheet')) continue
    const path = resolvePath(folder, attribute(link, 'Target') ?? '')
    const entry = entries.get(path)
    if (entry === undefined)
      throw new OfficeFileError('broken_file', `sheet part ${path} is missing`, { part: path })
    const state = attribute(sheet, 'state')
    parts.push({
      name: attribute(sheet, 'name') ?? '',
      index,
      hidden: state === 'hidden' || state === 'veryHidden',
      entry,
    })
  }
  return parts
}

function parseXmlPart(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>, path: string): XmlElement {
  const entry = entries.get(path)
  if (entry === undefined) throw new OfficeFileError('broken_file', `part ${path} is missing`, { part: path })
  return parseXml(new TextDecoder().decode(extractZipEntry(bytes, entry)), path)
}

function relationships(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  path: string,
): XmlElement[] {
  return elements(firstElement(parseXmlPart(bytes, entries, path), 'Relationships'), 'Relationship')
}

function targetOf(links: readonly XmlElement[], type: string, folder: string): string {
  const link = links.find((candidate) => (attribute(candidate, 'Type') ?? '').endsWith(`/${type}`))
  if (link === undefined) throw new OfficeFileError('broken_file', `no ${type} in the archive`)
  return resolvePath(folder, attribute(link, 'Target') ?? '')
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = folder.split('/').filter((part) => part !== '')
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
