import type { TextTable } from './clipboard-text.ts'

/** A cell for the HTML flavour: its text and the Excel number format it should keep. */
export interface HtmlCell {
  readonly text: string
  /** `@` keeps text as text (an id, "1-2"), which Excel would otherwise turn into a date. */
  readonly format: string
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A table that Excel and WPS paste with number formats; line breaks stay inside their cell. */
export function writeHtmlTable(rows: readonly (readonly HtmlCell[])[]): string {
  const body = rows
    .map(
      (row) =>
        `<tr>${row
          .map(({ text, format }) => {
            const content = escaped(text).replaceAll('\n', '<br style="mso-data-placement:same-cell">')
            return `<td style="mso-number-format:'${format.replaceAll('@', '\\@')}'">${content}</td>`
          })
          .join('')}</tr>`,
    )
    .join('')
  return `<html><head><meta charset="utf-8"></head><body><table>${body}</table></body></html>`
}

/** The text of a cell: `<br>` and block ends are line breaks, source line breaks are spaces. */
function cellText(node: Node): string {
  let text = ''
  for (const child of node.childNodes) {
    if (child.nodeType === 3) text += (child.nodeValue ?? '').replaceAll(/[ \t\r\n]+/gu, ' ')
    else if (child.nodeName === 'BR') text += '\n'
    else if (child.nodeName === 'STYLE' || child.nodeName === 'SCRIPT') continue
    else
      text +=
        cellText(child) +
        (child.nodeName === 'P' || child.nodeName === 'DIV' || child.nodeName === 'LI' ? '\n' : '')
  }
  return text
}

const tidy = (text: string): string =>
  text
    .replaceAll('\u00A0', ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()

/** At most this many rows or columns may be claimed by one merged cell; more is a broken or hostile span. */
const MAX_SPAN = 1000

/**
 * The first table of an HTML clipboard as cells. A merged cell fills every cell
 * it covers (merged phase names must not lose their rows). Null when there is no
 * table. Scripts never run: DOMParser documents are inert.
 */
export function readHtmlTable(html: string, parser: Pick<DOMParser, 'parseFromString'>): TextTable | null {
  const table = parser.parseFromString(html, 'text/html').querySelector('table')
  if (table === null) return null
  const rows: string[][] = []
  const trs = [...table.querySelectorAll('tr')].filter((tr) => tr.closest('table') === table)
  for (const [line, tr] of trs.entries()) {
    const row = (rows[line] ??= [])
    let column = 0
    for (const cell of tr.children) {
      if (cell.nodeName !== 'TD' && cell.nodeName !== 'TH') continue
      while (row[column] !== undefined) column += 1
      const span = (name: string): number =>
        Math.max(1, Math.min(MAX_SPAN, Number(cell.getAttribute(name)) || 1))
      const text = tidy(cellText(cell))
      const lastLine = Math.min(trs.length - 1, line + span('rowspan') - 1)
      const width = span('colspan')
      for (let below = line; below <= lastLine; below += 1) {
        const target = (rows[below] ??= [])
        for (let right = column; right < column + width; right += 1) target[right] = text
      }
      column += width
    }
  }
  return rows.length === 0 ? null : rows.map((row) => Array.from(row, (cell) => cell ?? ''))
}
