import type { Weekday } from './local-date.ts'

/** Day of a week of the plan; `weekday` null: the whole week. */
export interface WrittenWeekDay {
  readonly week: number
  readonly weekday: Weekday | null
}

const WEEKDAYS = '一二三四五六日'
const ENGLISH_WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const DAY_WORD = '(?:周|星期|礼拜)\\s*([一二三四五六日天])'
const SEPARATOR = '\\s*(?:-|~|至|到|、|,|和)\\s*'
const CHINESE = new RegExp(
  `^第(\\d{1,3})(?:${SEPARATOR}第?(\\d{1,3}))?周\\s*(?:的)?(?:${DAY_WORD})?(?:${SEPARATOR}(?:第(\\d{1,3})周\\s*)?${DAY_WORD})?$`,
)
const ENGLISH_DAY = '(mon|tue|wed|thu|fri|sat|sun)[a-z]*'
const ENGLISH = new RegExp(
  `^w(?:ee)?k?\\s*(\\d{1,3})(?:\\s*,?\\s*${ENGLISH_DAY}(?:\\s*(?:-|~|to)\\s*${ENGLISH_DAY})?)?$`,
  'i',
)

/**
 * 第5周周一, 第5周周一-周三, 第6周周六至第7周周日, 第5周, 第5-6周, W5, "week 5 Mon-Wed".
 *
 * @returns from and to, the same day where one is written; null for anything else
 */
export function readPlanWeek(
  text: string,
): { readonly from: WrittenWeekDay; readonly to: WrittenWeekDay } | null {
  const english = ENGLISH.exec(text)
  if (english !== null) {
    const week = Number(english[1])
    const from = englishWeekday(english[2])
    return { from: { week, weekday: from }, to: { week, weekday: englishWeekday(english[3]) ?? from } }
  }
  const match = CHINESE.exec(text)
  if (match === null) return null
  const week = Number(match[1])
  const from = weekdayOf(match[3])
  if (match[2] !== undefined) {
    const isPlain = from === null && match[5] === undefined && Number(match[2]) > week
    return isPlain ? { from: { week, weekday: null }, to: { week: Number(match[2]), weekday: null } } : null
  }
  if (from === null && match[5] !== undefined) return null
  return {
    from: { week, weekday: from },
    to: { week: Number(match[4] ?? week), weekday: weekdayOf(match[5]) ?? from },
  }
}

const EVENT = '(?:活动|上线|上市|开播|直播|大促|发布|启动|开业|开幕|举办)'
const D_DAY = /^[dt]\s*(?:-?\s*day|日|([+-])\s*(\d{1,3})\s*(?:天|日|days?)?)?$/i
const AWAY = new RegExp(`^(?:${EVENT}(?:日|当天|开始)?|提)(前|后)\\s*(\\d{1,3})\\s*(?:个?自然)?[天日]$`)

/** D-30, D+3, D-Day, T-7, 活动前30天, 提前15天, 活动后3天: days from the event, negative before it. Null for anything else. */
export function readEventOffset(text: string): number | null {
  const day = D_DAY.exec(text)
  if (day !== null) return day[2] === undefined ? 0 : Number(day[2]) * (day[1] === '-' ? -1 : 1)
  const away = AWAY.exec(text)
  return away === null ? null : Number(away[2]) * (away[1] === '前' ? -1 : 1)
}

function weekdayOf(word: string | undefined): Weekday | null {
  return word === undefined ? null : ((word === '天' ? 7 : WEEKDAYS.indexOf(word) + 1) as Weekday)
}

function englishWeekday(word: string | undefined): Weekday | null {
  return word === undefined ? null : ((ENGLISH_WEEKDAYS.indexOf(word.toLowerCase()) + 1) as Weekday)
}
