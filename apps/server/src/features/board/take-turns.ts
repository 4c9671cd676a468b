/** After a computation that took this long comes a pause of twice as long, so that one busy plan never takes the server. */
const PAUSE_FACTOR = 2
/** Keys that nobody asked for since are forgotten beyond this many. */
const MOST_KEPT = 500

interface Turn<T> {
  running: Promise<T> | null
  /** Asked for, not begun yet: everybody who asks until then shares it. */
  next: Promise<T> | null
  /** Moment before which the next one does not begin, in `now()` milliseconds. */
  notBefore: number
}

/**
 * Shares one costly reading among all who ask for it at about the same time.
 *
 * The answer is always begun after the question came, so nobody gets a state
 * older than their own last edit; what is saved is computing it once for each.
 * One key is computed once at a time, with pauses in proportion to its cost.
 *
 * @param now monotonic milliseconds
 */
export function sharedTurns<T>(now: () => number): (key: string, compute: () => Promise<T>) => Promise<T> {
  const turns = new Map<string, Turn<T>>()

  const begin = async (turn: Turn<T>, compute: () => Promise<T>): Promise<T> => {
    // So that the caller has stored this turn as running before it can end.
    await Promise.resolve()
    const started = now()
    try {
      return await compute()
    } finally {
      turn.running = null
      turn.notBefore = now() + (now() - started) * PAUSE_FACTOR
    }
  }

  const whenFree = async (turn: Turn<T>, compute: () => Promise<T>): Promise<T> => {
    await turn.running?.catch(() => undefined)
    const wait = turn.notBefore - now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    turn.next = null
    turn.running = begin(turn, compute)
    return turn.running
  }

  return (key, compute) => {
    let turn = turns.get(key)
    if (turn === undefined) {
      if (turns.size >= MOST_KEPT) turns.clear()
      turns.set(key, (turn = { running: null, next: null, notBefore: 0 }))
    }
    if (turn.next !== null) return turn.next
    if (turn.running === null && now() >= turn.notBefore) return (turn.running = begin(turn, compute))
    return (turn.next = whenFree(turn, compute))
  }
}
