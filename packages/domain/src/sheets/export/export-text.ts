/** A cell holds at most this many characters in every spreadsheet program. */
const MAX_CHARACTERS = 32_767

/**
 * Text as a spreadsheet file can hold it, so that nothing has to be changed when
 * it is written: line ends are "\n", control characters go, lone surrogates
 * become U+FFFD, what is too long is cut and ends in "…". Null for nothing.
 */
export function exportText(text: string): string | null {
  const clean = text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  if (clean === '') return null
  return clean.length > MAX_CHARACTERS ? `${clean.slice(0, MAX_CHARACTERS - 1).toWellFormed()}…` : clean
}
