import { addDays } from './date-arithmetic.ts'
import type { LocalDate } from './local-date.ts'
import { localTime } from './local-date-time.ts'
import type { LocalDateTime, LocalTime } from './local-date-time.ts'

/** Serials that a number without a date format may still be: 1954-10-03 to 2099-12-31. */
const PLAUSIBLE_FROM = 20_000
const PLAUSIBLE_TO = 73_050
const LAST_SERIAL = 2_958_465
const MINUTES_PER_DAY = 1440

/** Could a plain number in a date column be an Excel serial? */
export function isPlausibleSerial(serial: number): boolean {
  return serial >= PLAUSIBLE_FROM && serial <= PLAUSIBLE_TO
}

/**
 * The day and, with a fraction, the time of an Excel serial, rounded to the minute.
 *
 * The 1900 system counts a 29 February 1900 that never was (for compatibility with
 * Lotus 1-2-3): serial 60 is null, and days before it lie one further on. The 1904
 * system, of workbooks from old Macs, starts at 0 = 1904-01-01.
 *
 * @returns null outside 1900-01-01 to 9999-12-31
 */
export function dateOfSerial(serial: number, system: 1900 | 1904): LocalDate | LocalDateTime | null {
  const minutes = Math.round(serial * MINUTES_PER_DAY)
  const day = Math.floor(minutes / MINUTES_PER_DAY)
  const rest = minutes - day * MINUTES_PER_DAY
  const date = dayOfSerial(day, system)
  if (date === null || rest === 0) return date
  return `${date}T${localTime(Math.floor(rest / 60), rest % 60) as LocalTime}`
}

/** The time of day of a serial below 1, to the minute; null for 24:00 and beyond. */
export function timeOfSerial(serial: number): LocalTime | null {
  const minutes = Math.round(serial * MINUTES_PER_DAY)
  return localTime(Math.floor(minutes / 60), minutes % 60)
}

function dayOfSerial(day: number, system: 1900 | 1904): LocalDate | null {
  if (system === 1904) return day < 0 || day > LAST_SERIAL - 1462 ? null : addDays('1904-01-01', day)
  if (day < 1 || day === 60 || day > LAST_SERIAL) return null
  return addDays(day < 60 ? '1899-12-31' : '1899-12-30', day)
}
