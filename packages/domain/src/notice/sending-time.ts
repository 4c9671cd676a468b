import { addDays } from '../calendar/date-arithmetic.ts'
import { dateOf, timeOf } from '../calendar/local-date-time.ts'
import type { LocalDateTime, LocalTime } from '../calendar/local-date-time.ts'
import { isWorkingDay, workingDayAtOrAfter } from '../calendar/work-calendar.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { NoticeMode, NoticeSeverity } from './notice-kinds.ts'
import type { QuietHours, SendingHours } from './preference.ts'

/**
 * When a notice leaves for outside, by the wall clock of the workspace; null: not
 * at all. What is critical leaves at once, through quiet hours and holidays,
 * unless its kind is switched off. A digest that falls into the quiet hours
 * leaves at their end.
 */
export function sendingTime(
  notice: { readonly mode: NoticeMode; readonly severity: NoticeSeverity },
  hours: SendingHours,
  now: LocalDateTime,
  calendar: WorkCalendar,
): LocalDateTime | null {
  if (notice.mode === 'off') return null
  if (notice.severity === 'critical') return now
  let moment = now
  if (notice.mode === 'digest') {
    const today = `${dateOf(now)}T${hours.digestAt}`
    moment = today >= now ? today : `${addDays(dateOf(now), 1)}T${hours.digestAt}`
  }
  moment = afterQuiet(moment, hours.quiet)
  if (!hours.isWorkdaysOnly || isWorkingDay(dateOf(moment), calendar)) return moment
  const day = workingDayAtOrAfter(dateOf(moment), calendar)
  return afterQuiet(`${day}T${notice.mode === 'digest' ? hours.digestAt : '00:00'}`, hours.quiet)
}

/** May a person's phone ring now? Not in their quiet hours or on their days off, except for what is critical. */
export function mayRing(
  severity: NoticeSeverity,
  hours: SendingHours,
  now: LocalDateTime,
  calendar: WorkCalendar,
): boolean {
  return sendingTime({ mode: 'now', severity }, hours, now, calendar) === now
}

/** The moment itself, or the end of the quiet hours that it lies in. */
function afterQuiet(moment: LocalDateTime, quiet: QuietHours | null): LocalDateTime {
  if (quiet === null || !isQuiet(timeOf(moment), quiet)) return moment
  const isOverNight = quiet.from > quiet.to
  const date = isOverNight && timeOf(moment) >= quiet.from ? addDays(dateOf(moment), 1) : dateOf(moment)
  return `${date}T${quiet.to}`
}

/** `from` is quiet, `to` no longer is; the same hour twice is no quiet at all. */
function isQuiet(time: LocalTime, { from, to }: QuietHours): boolean {
  return from <= to ? time >= from && time < to : time >= from || time < to
}
