/** Longer than any word of a language that is not put together, as addresses and codes are. */
const LONG_WORD = /[^\s\u2e80-\uffff]{25,}/g
const ZERO_WIDTH_SPACE = '\u200b'
const PIECE = 12

/** Lets a word that no column is wide enough for break, by marks that do not show. */
export function breakable(text: string): string {
  return text.replaceAll(LONG_WORD, (word) => [...word].map(markAfterPiece).join(''))
}

function markAfterPiece(one: string, index: number, all: readonly string[]): string {
  return (index + 1) % PIECE === 0 && index < all.length - 1 ? `${one}${ZERO_WIDTH_SPACE}` : one
}
