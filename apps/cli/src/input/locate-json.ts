/** Place in a text, both counted from 1. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/** Line and column of an offset. */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n') }
}

/**
 * Where the value at a path stands in valid JSON; the place of the nearest value around it when the path
 * leads nowhere.
 */
export function locateJson(text: string, path: readonly (string | number)[]): TextPlace {
  let at = skipBlank(text, 0)
  for (const step of path) {
    const inside = childAt(text, at, step)
    if (inside === null) break
    at = inside
  }
  return placeAt(text, at)
}

/** Offset of the member or element of the object or list at `start`. */
function childAt(text: string, start: number, step: string | number): number | null {
  const isObject = text[start] === '{'
  if (!isObject && text[start] !== '[') return null
  let at = skipBlank(text, start + 1)
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index++) {
    let name: string | number = index
    if (isObject) {
      const end = skipValue(text, at)
      name = String(JSON.parse(text.slice(at, end)))
      at = skipBlank(text, skipBlank(text, end) + 1)
    }
    if (name === step) return at
    at = skipBlank(text, skipValue(text, at))
    if (text[at] === ',') at = skipBlank(text, at + 1)
  }
  return null
}

function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at] ?? '')) at++
  return at
}

/** Offset behind the value at `from`. */
function skipValue(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') {
      at++
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
      if (depth === 0) return at + 1
    } else if (sign === '{' || sign === '[') depth++
    else if (sign === '}' || sign === ']') {
      if (depth === 0) return at
      depth--
      if (depth === 0) return at + 1
    } else if (depth === 0 && (sign === ',' || sign === ':' || /\s/.test(sign ?? ''))) return at
  }
  return text.length
}
