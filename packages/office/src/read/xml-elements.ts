import { XMLParser } from 'fast-xml-parser'
import { OfficeFileError } from '../office-file-error.ts'

/** An element as parsed: children are arrays under their name, attributes texts under `@name`, its text under `#text`. */
export interface XmlElement {
  readonly [name: string]: unknown
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  alwaysCreateTextNode: true,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
})

/**
 * Parses a small XML document without namespaces' prefixes. A document type declaration is refused,
 * so no entity can be defined.
 *
 * @param part names the document in errors
 * @throws OfficeFileError `broken_file`
 */
export function parseXml(xml: string, part: string): XmlElement {
  if (/<!DOCTYPE/i.test(xml))
    throw new OfficeFileError('broken_file', `${part}: a document type declaration`, { part })
  try {
    const parsed: unknown = parser.parse(xml, true)
    return typeof parsed === 'object' && parsed !== null ? (parsed as XmlElement) : {}
  } catch (error) {
    throw new OfficeFileError('broken_file', `${part}: ${String(error)}`, { part }, error)
  }
}

export function elements(parent: XmlElement, name: string): XmlElement[] {
  const found = parent[name]
  return Array.isArray(found)
    ? found.filter((one): one is XmlElement => typeof one === 'object' && one !== null)
    : []
}

/** The first child of that name, else an empty element. */
export function firstElement(parent: XmlElement, name: string): XmlElement {
  return elements(parent, name)[0] ?? {}
}

/** Text of the first child of that name, trimmed; `null` when it is missing or empty. */
export function childText(parent: XmlElement, name: string): string | null {
  const text = firstElement(parent, name)['#text']
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null
}

/** Attribute as text; `null` when missing or empty. */
export function attribute(element: XmlElement, name: string): string | null {
  const value = element[`@${name}`]
  return typeof value === 'string' && value !== '' ? value : null
}
