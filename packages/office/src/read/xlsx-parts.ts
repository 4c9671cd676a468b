import { XMLParser } from 'fast-xml-parser'
import { OfficeFileError } from '../office-file-error.ts'
import { extractZipEntry, type ZipEntry } from './zip-directory.ts'

/** A sheet of a workbook and the zip entry that holds it. */
export interface XlsxSheetPart {
  readonly name: string
  /** Position among all tabs from 0, chart sheets included. */
  readonly index: number
  readonly hidden: boolean
  readonly entry: ZipEntry
}

interface Element {
  readonly [name: string]: unknown
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
    const link = links.find(candidate => candidate['@Id'] === sheet['@id'])
    if (link === undefined) throw new OfficeFileError('broken_file', `sheet ${index + 1} has no part`)
    if (!String(link['@Type']).endsWith('/worksheet')) continue
    const path = resolvePath(folder, String(link['@Target']))
    const entry = entries.get(path)
    if (entry === undefined) throw new OfficeFileError('broken_file', `sheet part ${path} is missing`, { part: path })
    const state = sheet['@state']
    parts.push({ name: String(sheet['@name'] ?? ''), index, hidden: state === 'hidden' || state === 'veryHidden', entry })
  }
  return parts
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
})

function parseXmlPart(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>, path: string): Element {
  const entry = entries.get(path)
  if (entry === undefined) throw new OfficeFileError('broken_file', `part ${path} is missing`, { part: path })
  const xml = new TextDecoder().decode(extractZipEntry(bytes, entry))
  if (xml.includes('<!DOCTYPE')) throw new OfficeFileError('broken_file', `${path}: a document type declaration`, { part: path })
  try {
    return parser.parse(xml, true) as Element
  } catch (error) {
    throw new OfficeFileError('broken_file', `${path}: ${String(error)}`, { part: path }, error)
  }
}

function relationships(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>, path: string): Element[] {
  return elements(firstElement(parseXmlPart(bytes, entries, path), 'Relationships'), 'Relationship')
}

function targetOf(links: readonly Element[], type: string, folder: string): string {
  const link = links.find(candidate => String(candidate['@Type']).endsWith(`/${type}`))
  if (link === undefined) throw new OfficeFileError('broken_file', `no ${type} in the archive`)
  return resolvePath(folder, String(link['@Target']))
}

function elements(parent: Element, name: string): Element[] {
  const found = parent[name]
  return Array.isArray(found) ? found.filter((one): one is Element => typeof one === 'object' && one !== null) : []
}

function firstElement(parent: Element, name: string): Element {
  return elements(parent, name)[0] ?? {}
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = folder.split('/').filter(part => part !== '')
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
