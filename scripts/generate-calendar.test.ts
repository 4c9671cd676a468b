import { existsSync, readFileSync } from 'node:fs'
import { isWorkday } from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { eachDay } from '../packages/domain/src/calendar/date-arithmetic.ts'
import { CN_WORK_CALENDAR, dayDetail, isWorkingDay } from '../packages/domain/src/calendar/work-calendar.ts'
import { statutoryDaysSource } from './generate-calendar.ts'

const GENERATED = new URL('../packages/domain/src/calendar/cn-statutory-days.gen.ts', import.meta.url)
const PUBLISHED = [2024, 2025, 2026].map((year) => ({
  year,
  file: new URL(`../../shared/data/holidays/holiday-cn-${year}.json`, import.meta.url),
}))

describe('the statutory days of mainland China', () => {
  test('the committed file is what the script writes', () => {
    expect(readFileSync(GENERATED, 'utf8')).toBe(statutoryDaysSource())
  })

  test('every day of every published year agrees with chinese-days', () => {
    const { publishedYears } = CN_WORK_CALENDAR
    expect(publishedYears).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
    const days = eachDay(`${publishedYears[0]}-01-01`, `${publishedYears.at(-1)}-12-31`)
    expect(days).toHaveLength(2922)
    expect(days.filter((day) => isWorkingDay(day, CN_WORK_CALENDAR) !== isWorkday(day))).toEqual([])
  })

  test.for(PUBLISHED)('$year agrees with the published list', ({ year, file }, { skip }) => {
    if (!existsSync(file)) skip(`${file.pathname} is not on this machine`)
    const { days } = JSON.parse(readFileSync(file, 'utf8')) as { days: { date: string; isOffDay: boolean }[] }
    expect(days.length).toBeGreaterThan(20)
    const listed = new Map(days.map(({ date, isOffDay }) => [date, isOffDay]))
    for (const day of eachDay(`${year}-01-01`, `${year}-12-31`)) {
      const { kind, isWorking } = dayDetail(day, CN_WORK_CALENDAR)
      const isOff = listed.get(day)
      if (isOff === undefined) expect(['workday', 'weekend'], day).toContain(kind)
      else expect(isWorking, day).toBe(!isOff)
    }
  })
})
