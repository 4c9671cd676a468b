import { checkIn, type LongWork } from '../computation/long-work.ts'
import { SteadySums } from '../computation/steady-sums.ts'
import { AttributionRefusal } from './attribution-refusal.ts'
import type { Credits } from './credit-by-touch.ts'
import { pathCount, type Journeys } from './journeys.ts'
import { shapleyValues } from './shapley-values.ts'

/** A set of channels is one number of 31 bits. */
const MOST_CHANNELS = 31
/** The sets inside one journey's are all looked at: 2¹⁵. */
const MOST_IN_ONE_JOURNEY = 15

interface SetCounts {
  conversions: number
  value: number
  journeys: number
}

/**
 * Shapley values of conversion rates.
 *
 * A set of channels is worth the conversion rate of the journeys that touched exactly these; a set nobody
 * touched is worth 0. The conversions of the journeys with one set are shared out among its channels by the
 * Shapley values of that set's own game. So do Marketing-Attribution-Models (`values_col='conv_rate'`), but
 * all channels of a journey count here, not four.
 *
 * A channel can get less than nothing, where journeys convert less often with it than without.
 *
 * @throws AttributionRefusal `too_many_channels`: more than 31 channels, or 15 in one converting journey
 */
export function shapleyRateCredits(journeys: Journeys, long: LongWork): Credits {
  const { channels, values } = journeys
  if (channels.length > MOST_CHANNELS) throw tooMany(channels.length, MOST_CHANNELS)
  const sets = countSets(journeys)
  const conversionSums = new SteadySums(channels.length)
  const valueSums = new SteadySums(channels.length)
  let done = 0
  for (const [set, counts] of sets) {
    checkIn(long, done++ / sets.size)
    if (counts.conversions === 0 && counts.value === 0) continue
    const members = membersOf(set)
    if (members.length > MOST_IN_ONE_JOURNEY) throw tooMany(members.length, MOST_IN_ONE_JOURNEY)
    const parts = shapleyValues(members.length, (inside) => rateOf(sets.get(spread(inside, members))))
    const sum = parts.reduce((before, part) => before + part, 0)
    for (const [index, channel] of members.entries()) {
      // A set whose journeys never converted, yet has a value, has no rate to go by.
      const share = sum > 0 ? (parts[index] ?? 0) / sum : 1 / members.length
      conversionSums.add(channel, counts.conversions * share)
      valueSums.add(channel, counts.value * share)
    }
  }
  return { conversions: conversionSums.all(), values: values === null ? null : valueSums.all() }
}

function countSets(journeys: Journeys): Map<number, SetCounts> {
  const { starts, touches, conversions, values, nulls } = journeys
  const sets = new Map<number, SetCounts>()
  for (let path = 0; path < pathCount(journeys); path++) {
    let set = 0
    for (let at = starts[path] ?? 0; at < (starts[path + 1] ?? 0); at++) set |= 1 << (touches[at] ?? 0)
    let counts = sets.get(set)
    if (counts === undefined) sets.set(set, (counts = { conversions: 0, value: 0, journeys: 0 }))
    counts.conversions += conversions[path] ?? 0
    counts.value += values?.[path] ?? 0
    counts.journeys += (conversions[path] ?? 0) + (nulls[path] ?? 0)
  }
  return sets
}

function rateOf(counts: SetCounts | undefined): number {
  return counts === undefined || counts.journeys === 0 ? 0 : counts.conversions / counts.journeys
}

function membersOf(set: number): number[] {
  const members: number[] = []
  for (let channel = 0; channel < MOST_CHANNELS; channel++) if ((set >>> channel) & 1) members.push(channel)
  return members
}

/** The channels that a set of members stands for, as a set of channels. */
function spread(inside: number, members: readonly number[]): number {
  let set = 0
  for (let rest = inside; rest !== 0; rest &= rest - 1)
    set |= 1 << (members[31 - Math.clz32(rest & -rest)] ?? 0)
  return set
}

function tooMany(found: number, limit: number): AttributionRefusal {
  return new AttributionRefusal('too_many_channels', 'too many channels for exact Shapley values of rates', {
    model: 'shapley-rate',
    found,
    limit,
  })
}
