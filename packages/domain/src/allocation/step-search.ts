import { checkIn } from '../computation/long-work.ts'
import type { LongWork } from '../computation/long-work.ts'
import { responseAt } from '../response/curve.ts'
import { envelopeOf } from './envelope.ts'
import { equalMarginal } from './equal-marginal.ts'
import { searchBest } from './global-search.ts'
import { pieceOf } from './room.ts'
import type { Room } from './room.ts'
import { stepTable } from './step-table.ts'

/** Evaluations of the free channels after which the best so far is taken. */
const MAX_ROUNDS = 2_000

/**
 * Best units of the channels with a step, while the channels without share the rest: a table over the
 * stepped ones gives the best response by what they spend together; the free ones add the best response of
 * what is left. Not every rest is tried: an answer for one rest bounds all others by its λ, so that few are.
 *
 * @returns units of the stepped channels, in the order of `stepped`
 */
export function searchSteps(
  stepped: readonly Room[],
  free: readonly Room[],
  total: number,
  unitsPerOne: number,
  long: LongWork,
): readonly number[] {
  const part: LongWork = { signal: long.signal }
  const pieces = free.map((room) => pieceOf(room, unitsPerOne))
  const freeLow = free.reduce((sum, { low }) => sum + low, 0)
  const table = stepTable(
    stepped,
    near(stepped, free, total, unitsPerOne, part),
    total - freeLow,
    (room, units) => responseAt(room.curve, units / unitsPerOne),
  )
  const rests = table.values.map((_value, index) => (total - table.spendAt(index)) / unitsPerOne)
  const bounds = table.values.map((value) => (value === -Infinity ? value : Infinity))
  let best = -Infinity
  let found = -1
  for (let round = 0; round < MAX_ROUNDS; round++) {
    checkIn(long, round / MAX_ROUNDS)
    const at = round === 0 ? firstOf(table.values, bounds) : firstOf(bounds, bounds)
    if (at === -1 || (bounds[at] ?? 0) <= best) break
    const rest = rests[at] ?? 0
    const value = (table.values[at] ?? 0) + (free.length === 0 ? 0 : searchBest(pieces, rest, part).response)
    if (value > best) {
      best = value
      found = at
    }
    tighten(bounds, table.values, rests, equalMarginal(pieces.map(envelopeOf), rest), rest)
    bounds[at] = -Infinity
  }
  return table.unitsAt(found)
}

/** Where each stepped channel stands when steps do not matter: the table need not look far from there. */
function near(
  stepped: readonly Room[],
  free: readonly Room[],
  total: number,
  unitsPerOne: number,
  long: LongWork,
): readonly number[] {
  const pieces = [...stepped, ...free].map((room) => pieceOf(room, unitsPerOne))
  const { amounts } = searchBest(pieces, total / unitsPerOne, long)
  return stepped.map((_room, index) => (amounts[index] ?? 0) * unitsPerOne)
}

function tighten(
  bounds: number[],
  values: readonly number[],
  rests: readonly number[],
  answer: { readonly bound: number; readonly marginal: number },
  rest: number,
): void {
  if (answer.marginal === Infinity) return
  for (const [index, value] of values.entries()) {
    const line = value + answer.bound + answer.marginal * ((rests[index] ?? 0) - rest)
    if (line < (bounds[index] ?? 0)) bounds[index] = line
  }
}

/** Index of the largest value that is still open; the last of equals, which leaves least money over. */
function firstOf(values: readonly number[], bounds: readonly number[]): number {
  let found = -1
  for (const [index, value] of values.entries())
    if ((bounds[index] ?? 0) > -Infinity && value > -Infinity && value >= (values[found] ?? -Infinity))
      found = index
  return found
}
