import type { Delimiter } from './read-delimited.ts'

/** Place in a text, both counted from 1; columns count characters. */
export interface CellPlace {
  readonly line: number
  readonly column: number
}

/**
 * Where a cell of a csv text begins. Rows and cells count from 0, as in `readDelimited`; a row with a quoted
 * line break takes several lines, so that row and line are not the same. A cell that the row has not is
 * where the row ends, a row that the text has not where the text ends.
 */
export function placeOfCell(text: string, delimiter: Delimiter, row: number, cell: number): CellPlace {
  let atRow = 0
  let atCell = 0
  let at = 0
  while (at < text.length && !(atRow === row && atCell === cell)) {
    at = endOfCell(text, delimiter, at)
    if (text[at] === delimiter) atCell++
    else if (atRow === row) break
    else {
      if (text.startsWith('\r\n', at)) at++
      atRow++
      atCell = 0
    }
    at++
  }
  const lines = text.slice(0, at).split(/\r\n|\r|\n/)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/** Offset of the delimiter or line end behind the cell that begins at `from`. */
function endOfCell(text: string, delimiter: Delimiter, from: number): number {
  let at = from
  if (text[at] === '"') {
    do at = text.indexOf('"', at + 1) + 1
    while (at > 0 && text[at] === '"')
    if (at === 0) return text.length
  }
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}
