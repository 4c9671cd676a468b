import { responseAt } from '../response/curve.ts'
import type { Room } from './room.ts'

/**
 * The nearest whole units to amounts, with their sum kept: a unit too many is taken where it brings least, a
 * missing one given where it brings most, and single units move on while that gains.
 *
 * @param amounts in the unit of the request, within the rooms
 * @param total in smallest units; what no room can take stays out
 */
export function wholeUnits(
  rooms: readonly Room[],
  amounts: readonly number[],
  total: number,
  unitsPerOne: number,
): number[] {
  const units = rooms.map(({ low, high }, index) =>
    Math.min(high, Math.max(low, Math.round((amounts[index] ?? 0) * unitsPerOne))),
  )
  const moved = (index: number, by: number): number =>
    change(rooms[index], units[index] ?? 0, by, unitsPerOne)
  const best = (by: number): number => {
    const gains = rooms.map((_room, index) => moved(index, by))
    const most = Math.max(-Infinity, ...gains)
    return most === -Infinity ? -1 : gains.indexOf(most)
  }
  const move = (index: number, by: number): void => void (units[index] = (units[index] ?? 0) + by)
  for (let left = total - units.reduce((sum, own) => sum + own, 0); left !== 0; left -= Math.sign(left)) {
    const to = best(Math.sign(left))
    if (to === -1) break
    move(to, Math.sign(left))
  }
  // Rounding may leave a unit where it brings less than elsewhere.
  for (let round = 0; round < rooms.length; round++) {
    const to = best(1)
    const from = best(-1)
    if (to === -1 || from === -1 || to === from || moved(to, 1) + moved(from, -1) <= 0) break
    move(to, 1)
    move(from, -1)
  }
  return units
}

/** What one unit more or less changes; −Infinity where there is no room for it. */
function change(room: Room | undefined, units: number, by: number, unitsPerOne: number): number {
  if (room === undefined || units + by > room.high || units + by < room.low) return -Infinity
  return responseAt(room.curve, (units + by) / unitsPerOne) - responseAt(room.curve, units / unitsPerOne)
}
