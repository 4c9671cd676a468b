import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar/date-arithmetic.ts'
import { CN_WORK_CALENDAR } from '../calendar/work-calendar.ts'
import { hasChosenReports, isWeeklyReportDue } from './weekly-report-notice.ts'

const daysDue = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => addDays(from, index)).filter((day) =>
    isWeeklyReportDue(day, CN_WORK_CALENDAR),
  )

describe('the report of the week (X7)', () => {
  test('is due on Fridays', () => {
    expect(daysDue('2025-06-09', 14)).toEqual(['2025-06-13', '2025-06-20'])
  })

  test('where Friday is off it is due on the working day before', () => {
    // 清明: Friday 4 April 2025; 国庆: 1 to 8 October, so that the Friday of its week moves to Tuesday.
    expect(daysDue('2025-03-31', 7)).toEqual(['2025-04-03'])
    expect(daysDue('2025-09-29', 7)).toEqual(['2025-09-30'])
  })

  test('is for whoever saved settings that have it on in any way', () => {
    expect([null, {}, { kinds: {} }].map(hasChosenReports)).toEqual([false, false, false])
    const off = { isInInbox: false, mail: 'off', robot: 'off' } as const
    expect(hasChosenReports({ kinds: { report: off } })).toBe(false)
    expect(hasChosenReports({ kinds: { report: { ...off, isInInbox: true } } })).toBe(true)
    expect(hasChosenReports({ kinds: { report: { ...off, mail: 'digest' } } })).toBe(true)
    // Without a robot of one's own its mode says nothing.
    const byRobot = { kinds: { report: { ...off, robot: 'now' } } } as const
    expect(hasChosenReports(byRobot)).toBe(false)
    expect(hasChosenReports({ ...byRobot, personalRobot: 'r' })).toBe(true)
  })
})
