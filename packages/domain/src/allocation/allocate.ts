import { marginalAt, responseAt } from '../response/curve.ts'
import type { LongWork } from '../computation/long-work.ts'
import type { Allocation, AllocationPlace, AllocationRequest } from './allocation-request.ts'
import { searchBest } from './global-search.ts'
import { floorUnits, pieceOf, roomsOf } from './room.ts'
import type { Room } from './room.ts'
import { searchSteps } from './step-search.ts'
import { wholeUnits } from './whole-units.ts'

/** So few units are themselves steps: rounding to them could miss the best amounts. */
const COARSE_UNITS = 2_000

/**
 * Distributes a budget so that the sum of the channels' responses is the largest possible, whatever mix of
 * concave and S-shaped curves they have (docs/domain/allocation.md). Amounts are whole smallest units, or
 * whole steps, and sum to the budget exactly unless money is left that no channel may take.
 *
 * Channels that stand between their bounds have the same marginal return λ to within one unit; those at
 * their least amount have no more, those at their largest no less. A step moves an amount away from that.
 *
 * @throws AllocationRefusal when no amounts meet the request
 */
export function allocate(request: AllocationRequest, long: LongWork = {}): Allocation {
  const { budget, channels, unitsPerOne } = request
  const rooms = roomsOf(request)
  const total = floorUnits(budget, unitsPerOne)
  const isStepped = rooms.map(({ step, low, high }) => (step > 1 || total <= COARSE_UNITS) && high > low)
  let settled = rooms
  if (isStepped.includes(true)) {
    const stepped = rooms.filter((_room, index) => isStepped[index])
    const free = rooms.filter((_room, index) => !isStepped[index])
    const units = searchSteps(stepped, free, total, unitsPerOne, long)
    let next = 0
    settled = rooms.map((room, index) => {
      if (isStepped[index] !== true) return room
      const own = units[next++] ?? room.low
      return { ...room, low: own, high: own }
    })
  }
  const pieces = settled.map((room) => pieceOf(room, unitsPerOne))
  const best = searchBest(
    pieces,
    total / unitsPerOne,
    isStepped.includes(true) ? { signal: long.signal } : long,
  )
  const units = wholeUnits(settled, best.amounts, total, unitsPerOne)
  const allocated = channels.map(({ name, curve }, index) => {
    const own = units[index] ?? 0
    const amount = own / unitsPerOne
    return {
      name,
      amount,
      response: responseAt(curve, amount),
      marginal: marginalAt(curve, amount),
      at: placeOf(rooms[index], own),
    }
  })
  const spent = units.reduce((sum, own) => sum + own, 0)
  const growing = allocated.filter((_channel, index) => (units[index] ?? 0) < (rooms[index]?.high ?? 0))
  return {
    channels: allocated,
    spent: spent / unitsPerOne,
    unspent: (total - spent) / unitsPerOne,
    response: allocated.reduce((sum, { response }) => sum + response, 0),
    marginal: Math.max(0, ...growing.map(({ marginal }) => marginal)),
    possibleGain: best.isProven ? 0 : best.bound - best.response,
  }
}

function placeOf(room: Room | undefined, units: number): AllocationPlace {
  if (room === undefined || room.isLocked) return 'locked'
  if (units <= room.low) return 'min'
  return units >= room.high ? 'max' : 'interior'
}
