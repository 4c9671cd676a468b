/** Lines that share one place before and one place after; `null` is the bucket of unassigned ones. */
export interface PlacedLine {
  readonly before: string | null
  readonly after: string | null
  /** Facts of the line. */
  readonly facts: number
  /** Its money, whole fen of `currency`; null = it names none. */
  readonly costFen: number | null
  readonly currency: string
}

export interface Move {
  readonly from: string | null
  readonly to: string | null
  readonly lines: number
  readonly facts: number
  readonly costFen: number
  readonly currency: string
}

/**
 * What a change of rules moves, from where to where: lines that stay are not in it. Amounts of
 * several currencies are moves of their own. The largest amounts come first.
 */
export function movesOf(lines: readonly PlacedLine[]): Move[] {
  const moves = new Map<string, Move>()
  for (const { before, after, facts, costFen, currency } of lines) {
    if (before === after) continue
    const key = JSON.stringify([before, after, currency])
    const known = moves.get(key) ?? { from: before, to: after, lines: 0, facts: 0, costFen: 0, currency }
    moves.set(key, {
      ...known,
      lines: known.lines + 1,
      facts: known.facts + facts,
      costFen: known.costFen + (costFen ?? 0),
    })
  }
  return [...moves.values()].toSorted((a, b) => b.costFen - a.costFen || b.lines - a.lines)
}
