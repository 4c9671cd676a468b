import type { BoardPeriod } from '@yingce/contracts/board/channel-board'
import { Refusal } from '../../http/refusal.ts'

export interface Days {
  readonly from: string
  readonly to: string
}

/**
 * The period that a board is asked for, else all days with facts.
 *
 * @throws Refusal `invalid_request` when it ends before it starts, or has one end only
 */
export function boardPeriodOf({ from, to }: BoardPeriod, data: Days | null): Days | null {
  const wrong = (code: string, message: string) =>
    new Refusal('invalid_request', { issues: [{ path: 'query.to', code, message, params: {} }] })
  if ((from === undefined) !== (to === undefined))
    throw wrong('both_ends', 'Give both ends of the period, or neither')
  if (from === undefined || to === undefined) return data
  if (from > to) throw wrong('end_before_start', 'The period ends before it starts')
  return { from, to }
}
