/** A cell holds at most this many characters in every spreadsheet program. */
const MAX_CELL_CHARACTERS = 32_767

/**
 * Text as it may stand in a cell: without characters XML cannot hold, line ends as "\n", cut to what
 * a cell holds. A literal `_x0041_` is escaped: programs would otherwise show "A".
 */
export function writableText(text: string): string {
  const clean = text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    // eslint-disable-next-line no-control-regex -- these are the characters XML 1.0 forbids
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  const cut = clean.length > MAX_CELL_CHARACTERS ? `${clean.slice(0, MAX_CELL_CHARACTERS - 1).toWellFormed()}…` : clean
  return cut.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
