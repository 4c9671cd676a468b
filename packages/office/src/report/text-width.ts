/**
 * Estimated width of a line in the unit of the size, as in Noto Sans SC; a few per cent too wide
 * rather than too narrow, so that what is laid out by it does not overlap.
 */
export function textWidth(text: string, size: number): number {
  let em = 0
  for (const one of text) em += widthOf(one)
  return em * size
}

function widthOf(one: string): number {
  if (one > '\u2e7f') return 1
  if (/[A-Z@%&MW]/.test(one)) return 0.7
  if (/[.,:;'|!()[\] ijl]/.test(one)) return 0.31
  return 0.57
}

/** The text in at most `lines` lines of the width, cut with "…" when it is longer. */
export function wrapText(text: string, width: number, size: number, lines: number): string[] {
  const wrapped: string[] = []
  let rest = text.trim()
  while (rest !== '') {
    const fitting = fittingStart(rest, width, size)
    if (fitting === rest) return [...wrapped, rest]
    if (wrapped.length === lines - 1) return [...wrapped, cutText(rest, width, size)]
    // Latin words stay whole where one of their spaces is near.
    const space = fitting.lastIndexOf(' ')
    const line = space > fitting.length / 2 ? fitting.slice(0, space) : fitting
    wrapped.push(line.trimEnd())
    rest = rest.slice(line.length).trimStart()
  }
  return wrapped.length === 0 ? [''] : wrapped
}

/** The text, or its beginning with "…" when it is wider. */
export function cutText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text
  return `${fittingStart(text, width - textWidth('…', size), size).trimEnd()}…`
}

/** At least one character. */
function fittingStart(text: string, width: number, size: number): string {
  let used = 0
  let start = ''
  for (const one of text) {
    used += widthOf(one) * size
    if (used > width && start !== '') return start
    start += one
  }
  return start
}
