/** Width of a text in a terminal: Chinese and full-width characters take two columns. */
export function displayWidth(text: string): number {
  let width = 0
  for (const sign of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        sign,
      )
        ? 2
        : 1
  return width
}

/** Text cut to a width, with "…" where something is missing. */
export function cutToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  for (const sign of text) {
    if (displayWidth(kept + sign) > width - 1) break
    kept += sign
  }
  return `${kept}…`
}

/** Rows in aligned columns, the first row underlined; cells are cut to `maxWidth`. */
export function textTable(rows: readonly (readonly string[])[], maxWidth = 28): string {
  const cells = rows.map((row) => row.map((cell) => cutToWidth(cell.replaceAll(/\s+/g, ' '), maxWidth)))
  const columns = Math.max(0, ...cells.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_unused, column) =>
    Math.max(...cells.map((row) => displayWidth(row[column] ?? ''))),
  )
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell))))
      .join('  ')
      .trimEnd()
  const [head, ...body] = cells
  return head === undefined
    ? ''
    : [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(line)].join('\n')
}
