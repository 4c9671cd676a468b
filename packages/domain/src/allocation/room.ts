import type { ResponseCurve } from '../response/curve.ts'
import { AllocationRefusal } from './allocation-request.ts'
import type { AllocationChannel, AllocationRequest } from './allocation-request.ts'
import type { Piece } from './envelope.ts'

/** What a channel may get, in whole smallest units. */
export interface Room {
  readonly curve: ResponseCurve
  readonly low: number
  readonly high: number
  readonly step: number
  readonly isLocked: boolean
}

/** Decimal amounts are no binary fractions: 0.29 × 100 is a little less than 29. */
const DUST = 1e-6

export function floorUnits(amount: number, unitsPerOne: number): number {
  return Math.floor(amount * unitsPerOne + DUST)
}

function ceilUnits(amount: number, unitsPerOne: number): number {
  return Math.ceil(amount * unitsPerOne - DUST)
}

/**
 * The rooms of all channels: bounds drawn in to whole units and whole steps.
 *
 * @throws AllocationRefusal
 */
export function roomsOf({ channels, budget, unitsPerOne }: AllocationRequest): readonly Room[] {
  const budgetUnits = floorUnits(budget, unitsPerOne)
  const rooms = channels.map((channel, index) => roomOf(channel, index, budgetUnits, unitsPerOne))
  const least = rooms.reduce((total, { low }) => total + low, 0)
  if (least > budgetUnits) {
    const missing = (least - budgetUnits) / unitsPerOne
    throw new AllocationRefusal('min_over_budget', null, { least: least / unitsPerOne, budget, missing })
  }
  return rooms
}

function roomOf(channel: AllocationChannel, index: number, budgetUnits: number, unitsPerOne: number): Room {
  const { curve, min, max, locked } = channel
  if (max !== null && min > max) throw new AllocationRefusal('min_over_max', index, { min, max })
  if (locked !== null) {
    if (locked < min) throw new AllocationRefusal('locked_under_min', index, { locked, min })
    if (max !== null && locked > max) throw new AllocationRefusal('locked_over_max', index, { locked, max })
    const units = Math.round(locked * unitsPerOne)
    return { curve, low: units, high: units, step: 1, isLocked: true }
  }
  const step = channel.step === null ? 1 : Math.max(1, Math.round(channel.step * unitsPerOne))
  const low = Math.ceil(ceilUnits(min, unitsPerOne) / step) * step
  const most = max === null ? Math.max(budgetUnits, low) : floorUnits(max, unitsPerOne)
  const high = Math.floor(most / step) * step
  if (low > high)
    throw new AllocationRefusal('no_step_in_bounds', index, {
      min,
      max: max ?? min,
      step: step / unitsPerOne,
    })
  return { curve, low, high, step, isLocked: false }
}

/** The room as a piece of its curve, in the unit of the request. */
export function pieceOf({ curve, low, high }: Room, unitsPerOne: number): Piece {
  return { curve, low: low / unitsPerOne, high: high / unitsPerOne }
}
