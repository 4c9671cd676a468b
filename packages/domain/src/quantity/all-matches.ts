/**
 * All matches of a pattern in a text, left to right, as `matchAll` gives them. `matchAll` makes a pattern
 * anew for every text: with a large one that takes twenty times as long as the looking.
 *
 * @param pattern global, and never content with an empty text; it starts from the beginning
 */
export function allMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match)
  return found
}
