import { inflateSync } from 'node:zlib'

/** Enough of a PDF of our own to test it: its pages' text in drawing order, and its fonts. */
export interface ReadPdf {
  readonly pageCount: number
  readonly text: string
  /** Names of the fonts, and whether their outlines are in the file. */
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[]
  readonly isTagged: boolean
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** Reads PDFs whose objects stand plainly in the file, as the typesetter writes them. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = new Map(
    [...latin1(bytes).matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs)].map(([, id = '', body = '']) => [id, body]),
  )
  const bodies = [...objects.values()]
  const pages = bodies.filter((body) => /\/Type \/Page\n/.test(body))
  const drawings = bodies.filter((body) => /\/Subtype \/Form\b/.test(dictionaryOf(body)))
  return {
    pageCount: pages.length,
    text: [...pages, ...drawings].map((page) => textOf(page, objects)).join('\n'),
    fonts: bodies
      .filter((body) => body.includes('/Type /FontDescriptor'))
      .map((body) => ({
        name: /\/FontName \/(\S+)/.exec(body)?.[1] ?? '',
        isEmbedded: /\/FontFile[23]? \d+ 0 R/.test(body),
      })),
    isTagged: bodies.some((body) => body.includes('/StructTreeRoot')),
  }
}

function dictionaryOf(body: string): string {
  return body.split('\nstream\n')[0] ?? ''
}

function streamOf(body: string): string {
  const raw = /\nstream\r?\n(.*)\nendstream/s.exec(body)?.[1]
  if (raw === undefined) return ''
  return dictionaryOf(body).includes('/FlateDecode') ? latin1(inflateSync(Buffer.from(raw, 'latin1'))) : raw
}

function textOf(page: string, objects: ReadonlyMap<string, string>): string {
  const dictionary = dictionaryOf(page)
  const fonts = new Map(
    [...dictionary.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1] ?? ''
      return [name, charactersOf(streamOf(objects.get(map) ?? ''))]
    }),
  )
  const contents = /\/Contents (\d+) 0 R/.exec(dictionary)?.[1]
  const drawn = streamOf(contents === undefined ? page : (objects.get(contents) ?? ''))
  let font = new Map<number, string>()
  return [...drawn.matchAll(/\/(f\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f]{4,})>/gs)]
    .map(([, name, plain, hex]) => {
      if (name !== undefined) font = fonts.get(name) ?? new Map()
      if (hex !== undefined) return decoded(Buffer.from(hex, 'hex').toString('latin1'), font)
      return plain === undefined ? '' : decoded(unescaped(plain), font)
    })
    .join('')
}

/** Codes of glyphs with the characters that they stand for. */
function charactersOf(map: string): Map<number, string> {
  const text = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  return new Map(
    [...map.matchAll(/<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>\n/g)].map(([, code = '', hex = '']) => [
      Number.parseInt(code, 16),
      text(hex),
    ]),
  )
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(plain: string): string {
  return plain.replaceAll(/\\([0-7]{1,3}|.)/gs, (_, one: string) =>
    /^[0-7]/.test(one) ? String.fromCharCode(Number.parseInt(one, 8)) : (ESCAPED[one] ?? one),
  )
}

/** Two bytes are one glyph. Text in UTF-16 is no drawing but what is read out in place of one. */
function decoded(shown: string, font: ReadonlyMap<number, string>): string {
  if (shown.startsWith('\u00fe\u00ff')) return ''
  let text = ''
  for (let at = 0; at + 1 < shown.length; at += 2)
    text += font.get(shown.charCodeAt(at) * 256 + shown.charCodeAt(at + 1)) ?? '\ufffd'
  return text
}
