import type { Room } from './room.ts'

export interface StepTable {
  /** Best response by index of the grid; −Infinity where no choice of steps spends that much. */
  readonly values: readonly number[]
  /** Units spent at an index of the grid. */
  readonly spendAt: (index: number) => number
  /** The choice that is best there, by channel. */
  readonly unitsAt: (index: number) => readonly number[]
}

/** Additions that take about a second; beyond them only amounts near the stepless answer are tried. */
const MAX_WORK = 2e8

/**
 * Best response of stepped channels by what they spend together, by dynamic programming over the common
 * divisor of their steps (the knapsack recursion of Bellman). Exact while the table is small enough; else
 * each channel is tried within as many steps of `near` as the table can hold.
 *
 * @param limit most units that may be spent
 */
export function stepTable(
  rooms: readonly Room[],
  near: readonly number[],
  limit: number,
  response: (room: Room, units: number) => number,
): StepTable {
  const grid = rooms.map(({ step }) => step).reduce(greatestDivisor)
  const windows = windowsWithin(rooms, near, limit, grid)
  const start = windows.reduce((sum, { low }) => sum + low, 0)
  const size = Math.max(1, Math.floor((Math.min(limit, sumOf(windows, 'high')) - start) / grid) + 1)
  let values = new Float64Array(size).fill(-Infinity)
  values[0] = 0
  const choices = rooms.map((room, index) => {
    const { low, high } = windows[index] ?? room
    const hop = room.step / grid
    const gains = Array.from({ length: Math.floor((high - low) / room.step) + 1 }, (_unused, step) =>
      response(room, low + step * room.step),
    )
    const next = new Float64Array(size).fill(-Infinity)
    const choice = new Int32Array(size)
    for (const [from, value] of values.entries()) {
      if (value === -Infinity) continue
      for (let step = 0, at = from; step < gains.length && at < size; step++, at += hop) {
        const reached = value + (gains[step] ?? 0)
        if (reached > (next[at] ?? 0)) {
          next[at] = reached
          choice[at] = step
        }
      }
    }
    values = next
    return choice
  })
  return {
    values: [...values],
    spendAt: (index) => start + index * grid,
    unitsAt(index) {
      const units = rooms.map(() => 0)
      let at = index
      for (let channel = rooms.length - 1; channel >= 0; channel--) {
        const step = choices[channel]?.[at] ?? 0
        const width = rooms[channel]?.step ?? grid
        units[channel] = (windows[channel]?.low ?? 0) + step * width
        at -= (step * width) / grid
      }
      return units
    },
  }
}

interface Window {
  readonly low: number
  readonly high: number
}

/** The rooms themselves when their table is small enough, else the widest parts of them around `near`. */
function windowsWithin(
  rooms: readonly Room[],
  near: readonly number[],
  limit: number,
  grid: number,
): readonly Window[] {
  const spare = limit - sumOf(rooms, 'low')
  let windows: readonly Window[] = rooms.map(({ low, high }) => ({ low, high: Math.min(high, low + spare) }))
  const most = Math.max(...rooms.map(({ low, high, step }) => Math.min(high - low, spare) / step))
  for (
    let reach = most;
    reach >= 1 && workOf(rooms, windows, limit, grid) > MAX_WORK;
    reach = Math.floor(reach / 2)
  )
    windows = rooms.map(({ low, high, step }, index) => {
      const middle = Math.floor((near[index] ?? low) / step) * step
      const from = Math.max(low, middle - reach * step)
      return { low: from, high: Math.max(from, Math.min(high, middle + (reach + 1) * step)) }
    })
  return windows
}

function workOf(rooms: readonly Room[], windows: readonly Window[], limit: number, grid: number): number {
  const size = (Math.min(limit, sumOf(windows, 'high')) - sumOf(windows, 'low')) / grid + 1
  const steps = windows.reduce(
    (sum, { low, high }, index) => sum + (high - low) / (rooms[index]?.step ?? grid) + 1,
    0,
  )
  return size * steps
}

function sumOf(windows: readonly Window[], side: keyof Window): number {
  return windows.reduce((sum, window) => sum + window[side], 0)
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}
