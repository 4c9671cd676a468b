import type { LocalDate } from '../calendar/local-date.ts'
import { FACT_METRICS, type FactMetric } from '../sheets/metric-field.ts'
import { calibrate, type Calibration, type SourcePair } from './calibrate.ts'

/** Metrics that two sources can be compared by: only flows add up over days and channels. */
export const CALIBRATED_METRICS = (Object.keys(FACT_METRICS) as FactMetric[]).filter(
  (metric) => FACT_METRICS[metric] === 'flow',
) as [FactMetric, ...FactMetric[]]

/** What one source says of a channel on a day; money in fen. */
export interface SourceFigure {
  readonly day: LocalDate
  /** Null: it names none. */
  readonly channel: string | null
  readonly value: number | null
}

/** A day (and channel) of both sources; without a calibration one of them has no figure, or the platform's is zero. */
export interface ComparedLine extends SourcePair {
  readonly day: LocalDate
  /** Null: all channels together. */
  readonly channel: string | null
  readonly calibration: Calibration | null
}

export interface ComparedTotal extends SourcePair {
  readonly calibration: Calibration | null
}

export interface SourceComparison {
  /** Else the sources share no channel, and whole days are compared. */
  readonly isByChannel: boolean
  /** By day, then channel. */
  readonly lines: readonly ComparedLine[]
  /** Empty unless by channel; those of one source alone included. */
  readonly channels: readonly (ComparedTotal & { readonly channel: string | null })[]
  /** Of the lines that both have, so that missing days are no gap; null where there is none. */
  readonly total: ComparedTotal
  readonly overCount: number
}

/**
 * One metric of two sources by day and channel (M11 数据校准). A channel that only one of them knows is
 * listed and not compared.
 *
 * @param tolerance share 0–1 of the platform's figure
 */
export function compareSources(
  platform: readonly SourceFigure[],
  other: readonly SourceFigure[],
  tolerance: number,
): SourceComparison {
  const known = new Set(platform.map(({ channel }) => channel))
  const isByChannel = other.some(({ channel }) => channel !== null && known.has(channel))
  const keyOf = ({ day, channel }: SourceFigure) => JSON.stringify([day, isByChannel ? channel : null])
  const [ours, theirs] = [sums(platform, keyOf), sums(other, keyOf)]
  const lines = [...new Set([...ours.keys(), ...theirs.keys()])]
    .map((key): ComparedLine => {
      const [day, channel] = JSON.parse(key) as [LocalDate, string | null]
      const pair = { platform: ours.get(key) ?? null, other: theirs.get(key) ?? null }
      return { day, channel, ...pair, calibration: calibrate([pair], tolerance) }
    })
    .toSorted((a, b) => a.day.localeCompare(b.day) || (a.channel ?? '').localeCompare(b.channel ?? ''))
  const byChannel = isByChannel ? Map.groupBy(lines, ({ channel }) => channel) : new Map()
  return {
    isByChannel,
    lines,
    channels: [...byChannel].map(([channel, own]) => ({ channel, ...totalOf(own, tolerance) })),
    total: totalOf(lines, tolerance),
    overCount: lines.filter(({ calibration }) => calibration?.isOverTolerance === true).length,
  }
}

function sums(
  figures: readonly SourceFigure[],
  keyOf: (figure: SourceFigure) => string,
): Map<string, number> {
  const totals = new Map<string, number>()
  for (const figure of figures) {
    if (figure.value === null) continue
    const key = keyOf(figure)
    totals.set(key, (totals.get(key) ?? 0) + figure.value)
  }
  return totals
}

function totalOf(lines: readonly ComparedLine[], tolerance: number): ComparedTotal {
  const both = lines.filter(({ platform, other }) => platform !== null && other !== null)
  const sum = (side: 'platform' | 'other') =>
    both.length === 0 ? null : both.reduce((all, line) => all + (line[side] ?? 0), 0)
  return { platform: sum('platform'), other: sum('other'), calibration: calibrate(both, tolerance) }
}
