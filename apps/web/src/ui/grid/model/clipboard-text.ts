/** Cells as text, row by row. */
export type TextTable = readonly (readonly string[])[]

/** Tab-separated text as Excel and WPS write it: cells with tab, quote or newline are quoted. */
export function writeTsv(table: TextTable): string {
  const quote = (cell: string): string => (/[\t\r\n"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return table.map((row) => row.map(quote).join('\t')).join('\r\n')
}

/**
 * Tab-separated text into cells. A cell that begins with a quote is read to its
 * closing quote, tabs and newlines included; a quote that never closes, or is
 * not followed by a tab or a line end, is taken as plain text (`"双11" 预热`).
 * The newline that Excel puts at the end does not make a row.
 */
export function readTsv(text: string): TextTable {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const end = text.length
  while (at <= end) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null
    let cell: string
    if (quoted === null) {
      let stop = at
      while (stop < end && text[stop] !== '\t' && text[stop] !== '\n' && text[stop] !== '\r') stop += 1
      cell = text.slice(at, stop)
      at = stop
    } else {
      cell = quoted.cell
      at = quoted.next
    }
    row.push(cell)
    if (text[at] === '\t') {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    if (at >= end) break
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (at >= end) break
  }
  return rows
}

function readQuoted(text: string, start: number): { readonly cell: string; readonly next: number } | null {
  let cell = ''
  let at = start + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return null
    cell += text.slice(at, close)
    if (text[close + 1] === '"') {
      cell += '"'
      at = close + 2
      continue
    }
    const after = text[close + 1]
    if (after !== undefined && after !== '\t' && after !== '\n' && after !== '\r') return null
    return { cell: cell.replaceAll('\r\n', '\n'), next: close + 1 }
  }
}

/** Every row as long as the longest, filled with empty cells. */
export function squared(table: TextTable): TextTable {
  const width = Math.max(0, ...table.map((row) => row.length))
  return table.map((row) =>
    row.length === width ? row : [...row, ...Array.from({ length: width - row.length }, () => '')],
  )
}
