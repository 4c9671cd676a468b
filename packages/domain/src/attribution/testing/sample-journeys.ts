import * as fc from 'fast-check'
import type { PlainJourney } from '../journeys-of.ts'

/** "A > B" with counts, as tests write journeys. */
export function path(
  text: string,
  conversions: number,
  nulls = 0,
  value: number | null = null,
): PlainJourney {
  return { channels: text.split(' > '), conversions, nulls, value, daysBefore: null }
}

/** Nine paths over three channels that convert three times each, and never not. */
export const NINE_PATHS: readonly PlainJourney[] = [
  'A',
  'A > B',
  'A > B > C',
  'B',
  'B > A',
  'B > C > A',
  'C',
  'C > A',
  'C > B > A',
].map((text) => path(text, 3))

/** Up to twelve random paths over up to five channels, at least one of which converts. */
export const ANY_JOURNEYS: fc.Arbitrary<readonly PlainJourney[]> = fc
  .array(
    fc.record({
      channels: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 9 }),
      conversions: fc.nat(9),
      value: fc.nat(1000),
      nulls: fc.nat(9),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    list.map((journey, index): PlainJourney => {
      const conversions = index === 0 ? journey.conversions + 1 : journey.conversions
      return {
        ...journey,
        conversions,
        value: conversions === 0 ? 0 : journey.value,
        daysBefore: null,
      }
    }),
  )
