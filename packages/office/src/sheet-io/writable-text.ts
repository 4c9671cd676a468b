import { xmlText } from '../xml-text.ts'

/** A cell holds at most this many characters in every spreadsheet program. */
const MAX_CELL_CHARACTERS = 32_767

/**
 * Text as it may stand in a cell: what XML can hold, cut to what a cell holds. A literal `_x0041_`
 * is escaped: programs would otherwise show "A".
 */
export function writableText(text: string): string {
  const clean = xmlText(text)
  const cut =
    clean.length > MAX_CELL_CHARACTERS ? `${clean.slice(0, MAX_CELL_CHARACTERS - 1).toWellFormed()}…` : clean
  return cut.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
