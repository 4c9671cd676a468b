import { XMLParser } from 'fast-xml-parser'
import { OfficeFileError } from '../office-file-error.ts'

/** An element whose children keep their order, for documents where order is meaning. Prefixes stay. */
export interface OrderedElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (OrderedElement | string)[]
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
})

/** @throws OfficeFileError `broken_file`, also for a document type declaration */
export function parseOrderedXml(xml: string, part: string): OrderedElement {
  if (/<!DOCTYPE/i.test(xml))
    throw new OfficeFileError('broken_file', `${part}: a document type declaration`, { part })
  try {
    return { name: '', attributes: {}, children: childrenOf(parser.parse(xml, true)) }
  } catch (error) {
    throw new OfficeFileError('broken_file', `${part}: ${String(error)}`, { part }, error)
  }
}

function childrenOf(nodes: unknown): (OrderedElement | string)[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: Record<string, unknown>): (OrderedElement | string)[] => {
    const name = Object.keys(node).find((key) => key !== ':@')
    if (name === undefined || name.startsWith('?')) return []
    const content = node[name]
    if (name === '#text') return typeof content === 'string' ? [content] : []
    return [{ name, attributes: (node[':@'] ?? {}) as Record<string, string>, children: childrenOf(content) }]
  })
}

/** Elements of that name at any depth, in document order; the search does not go on inside a found one. */
export function* descendants(element: OrderedElement, name: string): Generator<OrderedElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.name === name) yield child
    else yield* descendants(child, name)
  }
}
