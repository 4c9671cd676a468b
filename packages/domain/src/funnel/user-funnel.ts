import { funnelOfCounts, type Funnel } from './funnel.ts'

/** Something one person did. */
export interface UserEvent {
  readonly user: string
  readonly step: string
  /** Moment, in the unit of the window: minutes, milliseconds, days. */
  readonly at: number
}

/**
 * Funnel of people: how many did the first step, then the second, and so on, in this order, and within the
 * window from their first step. Each person counts once, with the furthest that any of his beginnings led
 * to; other events may lie in between. A step larger than the one before cannot occur here.
 *
 * Events of one moment count in the order given. A step that occurs twice (order, …, order again) needs two
 * events. Exactly the window's length after the first step is still inside.
 *
 * @param steps names in order
 * @param window longest time from the first step to the last; null for none
 */
export function userFunnel(
  steps: readonly string[],
  events: readonly UserEvent[],
  window: number | null,
): Funnel {
  const levelsOf = new Map<string, number[]>()
  for (const [level, step] of steps.entries()) levelsOf.set(step, [level, ...(levelsOf.get(step) ?? [])])
  /** Of each person and step that he reached: when the latest beginning that led there was. */
  const begun = new Map<string, (number | null)[]>()
  for (const { user, step, at } of events.toSorted((a, b) => a.at - b.at)) {
    for (const level of levelsOf.get(step) ?? []) {
      const starts = begun.get(user) ?? steps.map(() => null)
      begun.set(user, starts)
      const start = level === 0 ? at : (starts[level - 1] ?? null)
      if (start !== null && (window === null || at - start <= window)) starts[level] = start
    }
  }
  const reached = steps.map((name, level) => ({
    name,
    count: [...begun.values()].filter((starts) => starts[level] !== null).length,
  }))
  return funnelOfCounts(reached)
}
