/** A time as written; 24:00 is allowed and means the end of the day. */
export interface WrittenTime {
  readonly hour: number
  readonly minute: number
  /** Minutes east of UTC; null when no offset is written. */
  readonly offset: number | null
}

/** A date as written, before what is missing has been borrowed. */
export interface WrittenDate {
  readonly year: number | null
  readonly month: number | null
  /** null: a whole month. */
  readonly day: number | null
  readonly time: WrittenTime | null
  /** Other readings of the same digits, for 11-04-2019; the first is `year`, `month`, `day`. */
  readonly others: readonly { readonly year: number; readonly month: number; readonly day: number }[]
  /** Position after it. */
  readonly end: number
}

type Parts = Omit<WrittenDate, 'time' | 'end'>

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAME =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const WEEKDAY = /\s*(?:\((?:周|星期|礼拜)?[一二三四五六日天]\)|(?:周|星期|礼拜)[一二三四五六日天](?!期))/y
const TIME =
  /(?:\s*(t)|\s*)(上午|早上?|凌晨|中午|下午|晚上?)?\s*(\d{1,2})(?::(\d{2})(?::\d{2}(?:\.\d+)?)?|[点时](?:(半)|(\d{1,2})分?)?)\s*([ap]\.?m\.?(?![a-z]))?/iy
const OFFSET = /z|([+-])(\d{2}):?(\d{2})?/iy

/** Forms of one date, the most definite first. Each is tried at a position. */
const FORMS: readonly {
  readonly pattern: RegExp
  readonly read: (groups: readonly string[]) => Parts | null
}[] = [
  { pattern: /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)[日号]?/y, read: ([, y, , m, d]) => parts(y, m, d) },
  {
    pattern: /(\d{4}|\d{2})\s*年\s*(\d{1,2})\s*[月.]\s*(\d{1,2})(?!\d)\s*[日号]?/y,
    read: ([, y, m, d]) => parts(y, m, d),
  },
  { pattern: /((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)/y, read: ([, y, m, d]) => parts(y, m, d) },
  { pattern: /(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/y, read: ([, a, , b, y]) => dayOrMonthFirst(a, b, y) },
  { pattern: /(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.])/y, read: ([, a, , b, c]) => shortYear(a, b, c) },
  {
    pattern: new RegExp(`${MONTH_NAME}\\s*(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s*(\\d{4}))?`, 'iy'),
    read: ([, m, d, y]) => parts(y, monthOf(m), d),
  },
  {
    pattern: new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?[\\s-]*${MONTH_NAME}(?:[\\s,-]*(\\d{4}))?`, 'iy'),
    read: ([, d, m, y]) => parts(y, monthOf(m), d),
  },
  {
    pattern: new RegExp(`${MONTH_NAME}[\\s,]*(\\d{4})`, 'iy'),
    read: ([, m, y]) => parts(y, monthOf(m), undefined),
  },
  {
    pattern: /(\d{4})\s*(?:年\s*(\d{1,2})\s*月|([-/.])(\d{1,2})(?!\d|\3\d))(?:份)?/y,
    read: ([, y, m, , n]) => parts(y, m ?? n, undefined),
  },
  {
    pattern: /(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?!\d|月|:)\s*[日号]?/y,
    read: ([, m, d]) => parts(undefined, m, d),
  },
  { pattern: /(\d{1,2})月份?/y, read: ([, m]) => parts(undefined, m, undefined) },
]
const DAY_ONLY = /(\d{1,2})(?![\d:点时月年.])\s*[日号]?/y

/** The date that stands at a position, with its time, or null. The text must have passed `plainWidth`. */
export function dateAt(text: string, position: number): WrittenDate | null {
  for (const { pattern, read } of FORMS) {
    const match = matchAt(pattern, text, position)
    const found = match === null ? null : read(match)
    if (match !== null && found !== null) return withTime(text, found, position + match[0].length)
  }
  return null
}

/** A bare day of the month, as the second end of 2024-06-08~14. */
export function dayAt(text: string, position: number): WrittenDate | null {
  const match = matchAt(DAY_ONLY, text, position)
  if (match === null) return null
  return withTime(text, parts(undefined, undefined, match[1]), position + match[0].length)
}

/** A time of day at a position: 17:00, 5:30 pm, 下午3点, 18点30分. */
export function timeAt(
  text: string,
  position: number,
): { readonly time: WrittenTime; readonly end: number } | null {
  const match = matchAt(TIME, text, position)
  if (match === null) return null
  const [, t, half = '', hourText = '', minuteText, thirty, hanMinute, meridiem = ''] = match
  const minute = thirty === undefined ? Number(minuteText ?? hanMinute ?? 0) : 30
  let end = position + match[0].length
  // Only after the T of ISO 8601: in "18:00-20:00" the dash makes a range.
  const offset = t === undefined ? null : matchAt(OFFSET, text, end)
  if (offset !== null) end += offset[0].length
  const isLate =
    /^(?:下午|晚)/.test(half) || /^p/i.test(meridiem) || (half === '中午' && Number(hourText) < 3)
  const hour =
    Number(hourText) +
    (isLate && Number(hourText) < 12 ? 12 : 0) -
    (/^a/i.test(meridiem) && hourText === '12' ? 12 : 0)
  return { time: { hour, minute, offset: offset === null ? null : minutesEast(offset) }, end }
}

function withTime(text: string, found: Parts, end: number): WrittenDate {
  const weekday = matchAt(WEEKDAY, text, end)
  const afterWeekday = end + (weekday?.[0].length ?? 0)
  const time = found.day === null ? null : timeAt(text, afterWeekday)
  return { ...found, time: time?.time ?? null, end: time?.end ?? afterWeekday }
}

function parts(
  year: string | number | undefined,
  month: string | number | undefined,
  day: string | number | undefined,
): Parts {
  const full = year === undefined ? null : Number(year) < 100 ? 2000 + Number(year) : Number(year)
  return {
    year: full,
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
    others: [],
  }
}

/** d/m/yyyy or m/d/yyyy: one reading where the other has a 13th month, or both are the same day; else both. */
function dayOrMonthFirst(
  a: string | undefined,
  b: string | undefined,
  year: string | undefined,
): Parts | null {
  const [first, second] = [Number(a), Number(b)]
  const dayFirst = parts(year, second, first)
  const monthFirst = parts(year, first, second)
  if (first === second || first > 12) return dayFirst
  if (second > 12) return monthFirst
  return { ...monthFirst, others: [{ year: Number(year), month: second, day: first }] }
}

/** 25.5.1 is 2025-05-01 for some and 25 May 2001 for others: every order that gives a day. */
function shortYear(a: string | undefined, b: string | undefined, c: string | undefined): Parts | null {
  const [x, y, z] = [Number(a), Number(b), Number(c)]
  const orders = [
    { year: 2000 + x, month: y, day: z },
    { year: 2000 + z, month: x, day: y },
    { year: 2000 + z, month: y, day: x },
  ].filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31)
  const [first, ...others] = orders
  return first === undefined ? null : { ...first, others }
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
}

function minutesEast(match: RegExpExecArray): number {
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)
  return match[1] === '-' ? -minutes : minutes
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}
