const MILLISECONDS_PER_DAY = 86_400_000
const WRITTEN =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]\s*(\d{1,2})[:时](\d{1,2})(?:分|:(\d{1,2})(?:[.,](\d{1,9}))?秒?)?(?:(\d{1,2})秒)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i
const SECONDS_SINCE_1970 = /^\d{9,10}(?:\.\d+)?$/
const MILLISECONDS_SINCE_1970 = /^\d{12,13}$/
const DAY_IN_DIGITS = /^(\d{4})(\d{2})(\d{2})$/

/**
 * A moment as exports write it, in days since 1970: "2026-06-18 20:05:03", "2026/6/18 20:05",
 * "2026年6月18日 20:05", with or without a zone, "20260618", or seconds or milliseconds since 1970.
 *
 * Without a zone the clock is taken as UTC; only differences between moments of one file mean anything.
 *
 * @returns null for anything else, and for days and times that do not exist
 */
export function readMoment(text: string): number | null {
  if (SECONDS_SINCE_1970.test(text)) return (Number(text) * 1000) / MILLISECONDS_PER_DAY
  if (MILLISECONDS_SINCE_1970.test(text)) return Number(text) / MILLISECONDS_PER_DAY
  const bare = DAY_IN_DIGITS.exec(text)
  if (bare !== null) return dayOf(Number(bare[1]), Number(bare[2]), Number(bare[3]))
  const match = WRITTEN.exec(text)
  if (match === null) return null
  const [, year, month, date, hour, minute, second, fraction, chineseSecond, zone] = match
  const day = dayOf(Number(year), Number(month), Number(date))
  const seconds = Number(second ?? chineseSecond ?? 0) + Number(`0.${fraction ?? '0'}`)
  const minutes = Number(hour ?? 0) * 60 + Number(minute ?? 0)
  if (day === null || Number(minute ?? 0) > 59 || seconds >= 61 || minutes > 1440) return null
  return day + (minutes - zoneMinutes(zone) + seconds / 60) / 1440
}

function dayOf(year: number, month: number, date: number): number | null {
  const moment = new Date(0)
  moment.setUTCFullYear(year, month - 1, date)
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date
  return exists ? moment.getTime() / MILLISECONDS_PER_DAY : null
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return zone.startsWith('-') ? -minutes : minutes
}
