import { AttributionRefusal } from './attribution-refusal.ts'
import { JourneyBuilder } from './journey-builder.ts'
import type { Journeys } from './journeys.ts'

/** One path as programs write it. */
export interface PlainJourney {
  /** Channel of each touch, earliest first. */
  readonly channels: readonly string[]
  readonly conversions: number
  /** What the conversions were worth together; null when not stated. */
  readonly value: number | null
  /** Journeys along this path that did not convert. */
  readonly nulls: number
  /** Days from each touch to the conversion; null when the times are not known. */
  readonly daysBefore: readonly number[] | null
}

/**
 * Journeys from plain objects. Values count only when every journey that converted states its own, and times
 * only when every journey has them: a part of them would be attributed as if it were all.
 *
 * @throws AttributionRefusal `bad_journey` with the index of the journey
 */
export function journeysOf(list: readonly PlainJourney[]): Journeys {
  const hasTimes = list.length > 0 && list.every(({ daysBefore }) => daysBefore !== null)
  const hasValues = list.every(({ value, conversions }) => value !== null || conversions === 0)
  const indexes = new Map<string, number>()
  const builder = new JourneyBuilder(hasTimes)
  for (const [index, journey] of list.entries()) {
    check(journey, index)
    for (const [step, channel] of journey.channels.entries()) {
      const known = indexes.get(channel) ?? indexes.size
      indexes.set(channel, known)
      builder.touch(known, journey.daysBefore?.[step] ?? 0)
    }
    builder.close(journey.conversions, journey.value ?? 0, journey.nulls)
  }
  return builder.finish([...indexes.keys()], hasValues)
}

function check({ channels, conversions, value, nulls, daysBefore }: PlainJourney, index: number): void {
  const numbers = [conversions, value ?? 0, nulls, ...(daysBefore ?? [])]
  const isRight =
    channels.length > 0 &&
    numbers.every((number) => Number.isFinite(number) && number >= 0) &&
    (daysBefore === null || daysBefore.length === channels.length)
  if (!isRight) throw new AttributionRefusal('bad_journey', `journey ${index} is not right`, { index })
}
