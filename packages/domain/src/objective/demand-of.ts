import { type Aim, isCeiling } from './aim.ts'

/**
 * The value that is to be reached (`floor`) or not to be exceeded (`ceiling`); null where the aim asks for
 * the other of the two. A range is to be reached at its lower end and not exceeded at its upper; an exact
 * value is both.
 *
 * @param side null: either
 */
export function demandOf(aim: Aim, side: 'floor' | 'ceiling' | null): number | null {
  if (aim.comparator === 'range') return side === 'floor' ? aim.from : aim.to
  const fits = side === null || aim.comparator === 'eq' || isCeiling(aim) === (side === 'ceiling')
  return fits ? aim.value : null
}
