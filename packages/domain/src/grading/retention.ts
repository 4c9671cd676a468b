import type { LocalDate } from '../calendar/local-date.ts'

/** What the retention of a channel is read from, the first that is known: 留存率, else 复购率. */
export const RETENTION_METRICS = ['retentionRate', 'repurchaseRate'] as const
export type RetentionMetric = (typeof RETENTION_METRICS)[number]

export function isRetentionMetric(metric: string): metric is RetentionMetric {
  return RETENTION_METRICS.some((one) => one === metric)
}

/** What one source says of a channel's people on a day: of `whole` (users at the start, buyers) `part` stayed or came again. */
export interface RetentionReading {
  readonly metric: RetentionMetric
  /** Empty: it names none. */
  readonly channel: string
  readonly day: LocalDate
  readonly part: number
  readonly whole: number
}

export interface Retention {
  readonly metric: RetentionMetric
  /** Latest reading of each channel. */
  readonly byChannel: ReadonlyMap<string, { readonly rate: number; readonly day: LocalDate }>
  /** Of these readings together: what all channels reached. */
  readonly overall: number
}

/**
 * Retention of the channels in a period (rule 11). People do not add over days, so that a period has the
 * reading of its last day and never a sum; two readings of a channel on one day (two sources) are no
 * reading. Channels are only compared by one metric: 留存率 where any channel has it, else 复购率.
 *
 * @param readings of the period, in any order
 * @returns null where there is none
 */
export function retentionOf(readings: readonly RetentionReading[]): Retention | null {
  for (const metric of RETENTION_METRICS) {
    const latest = latestOf(readings.filter((reading) => reading.metric === metric && reading.whole > 0))
    if (latest.length === 0) continue
    const sum = (of: (reading: RetentionReading) => number) => latest.reduce((all, one) => all + of(one), 0)
    return {
      metric,
      byChannel: new Map(
        latest.map(({ channel, day, part, whole }) => [channel, { rate: part / whole, day }]),
      ),
      overall: sum(({ part }) => part) / sum(({ whole }) => whole),
    }
  }
  return null
}

/** By channel the reading of the last day that has just one. */
function latestOf(readings: readonly RetentionReading[]): RetentionReading[] {
  return [...Map.groupBy(readings, ({ channel }) => channel).values()].flatMap((own) => {
    const days = [...Map.groupBy(own, ({ day }) => day).values()].flatMap((ofDay) =>
      ofDay.length === 1 ? ofDay : [],
    )
    const last = days.toSorted((a, b) => b.day.localeCompare(a.day))[0]
    return last === undefined ? [] : [last]
  })
}
