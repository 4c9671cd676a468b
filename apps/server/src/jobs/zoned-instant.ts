import { diffMinutes, type LocalDateTime } from '@yingce/domain/calendar/local-date-time'
import { localNow } from '../identity/local-today.ts'

const MINUTE_MILLIS = 60_000

/**
 * The moment at which the clocks of a time zone show this. Where summer time
 * leaves the minute out, the moment after the gap; where it comes twice, one of the two.
 */
export function zonedInstant(local: LocalDateTime, timeZone: string): Date {
  let moment = new Date(`${local}:00Z`)
  // The offset there is not known before the moment is: two steps find it, also across a change.
  for (let step = 0; step < 2; step++) {
    const ahead = diffMinutes(local, localNow(moment, timeZone))
    if (ahead === 0) break
    moment = new Date(moment.getTime() - ahead * MINUTE_MILLIS)
  }
  return moment
}
