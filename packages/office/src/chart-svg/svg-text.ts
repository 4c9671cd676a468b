import { xmlText } from '../xml-text.ts'

interface TextLook {
  readonly x: number
  readonly y: number
  readonly size: number
  /** RRGGBB */
  readonly color: string
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly bold?: boolean
  /** A white rim, where the text may lie over lines. */
  readonly hasRim?: boolean
}

/** One line of text in the font of the picture; nothing in it becomes markup. */
export function svgText(text: string, { x, y, size, color, anchor, bold, hasRim }: TextLook): string {
  const weight = bold === true ? ' font-weight="700"' : ''
  const at = `x="${round(x)}" y="${round(y)}" font-size="${size}" fill="#${color}" text-anchor="${anchor ?? 'start'}"`
  const rim = `<text ${at}${weight} stroke="#FFFFFF" stroke-width="2.4" stroke-linejoin="round">${escaped(text)}</text>`
  const shown = `<text ${at}${weight}>${escaped(text)}</text>`
  return hasRim === true ? `${rim}${shown}` : shown
}

export function svgLine(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  color: string,
  width = 0.5,
): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="#${color}" stroke-width="${width}"/>`
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Line breaks are spaces here: SVG 1.1 has one line per text. */
function escaped(text: string): string {
  return xmlText(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
