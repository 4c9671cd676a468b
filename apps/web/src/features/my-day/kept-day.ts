import type { MyDay } from '@yingce/contracts/my-day/my-day'

/** What the server last said of a day, and when. */
export interface KeptDay {
  /** Instant */
  readonly at: string
  readonly day: MyDay
}

const keyOf = (person: string): string => `yingce.day.last.${person}`

/** @param person account and workspace, as `personKey` gives them */
export function keepDay(person: string, kept: KeptDay): void {
  localStorage.setItem(keyOf(person), JSON.stringify(kept))
}

export function keptDay(person: string): KeptDay | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(person)) ?? 'null') as Partial<KeptDay> | null
    return kept?.day === undefined || kept.at === undefined ? null : { at: kept.at, day: kept.day }
  } catch {
    // Cut off by a full disk.
    return null
  }
}
