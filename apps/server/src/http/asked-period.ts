import { Refusal } from './refusal.ts'

/** Both ends included. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** What is wrong with the period that is asked for. */
export function wrongPeriod(code: string, message: string, params: Record<string, unknown> = {}): Refusal {
  return new Refusal('invalid_request', { issues: [{ path: 'query.to', code, message, params }] })
}

/**
 * The period that a query asks for; null: it names neither end.
 *
 * @throws Refusal `invalid_request` when it ends before it starts, or has one end only
 */
export function askedPeriod({
  from,
  to,
}: {
  readonly from?: string | undefined
  readonly to?: string | undefined
}): Days | null {
  if ((from === undefined) !== (to === undefined))
    throw wrongPeriod('both_ends', 'Give both ends of the period, or neither')
  if (from === undefined || to === undefined) return null
  if (from > to) throw wrongPeriod('end_before_start', 'The period ends before it starts')
  return { from, to }
}
