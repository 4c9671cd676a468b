import { describe, expect, test } from 'vitest'
import { readHours, readListedDay, readWeekText, withListedDays } from './read-calendar-text.ts'
import { STANDARD_CALENDAR, STANDARD_DAY } from './schedule-calendar.ts'

/** Hours of Monday to Sunday as text. */
function weekOf(text: string): (string | null)[] | null {
  const reading = readWeekText(text)
  if (reading === null) return null
  const { week } = reading.calendar
  return ([1, 2, 3, 4, 5, 6, 7] as const).map((day) =>
    week[day].length === 0 ? null : week[day].map(({ from, to }) => `${from / 60}-${to / 60}`).join(),
  )
}
const FULL = '8-12,13-17'

describe('a week written as text (B4)', () => {
  test.each([
    ['Mon-Fri', [FULL, FULL, FULL, FULL, FULL, null, null]],
    ['Mon-Fri 08–12', null],
    ['  Mon-Tue   08-12 ;  Wed', ['8-12', '8-12', FULL, null, null, null, null]],
    ['Mon-Thu; Fri 08-12', [FULL, FULL, FULL, FULL, '8-12', null, null]],
    ['mon,wed,Saturday 09:30-18', ['9.5-18', null, '9.5-18', null, null, '9.5-18', null]],
    ['Mon-Sun 0-24', Array.from({ length: 7 }, () => '0-24')],
    ['Sat-Sun 08-12, 13-17:30', [null, null, null, null, null, '8-12,13-17.5', '8-12,13-17.5']],
    ['Fri-Mon', null],
    ['Mon-Foo', null],
    ['Foo', null],
    ['', null],
    ['Mon 12-08', null],
  ])('"%s"', (text, expected) => {
    expect(weekOf(text)).toEqual(expected)
  })

  test('with the statutory days where it says so, in either language, and under its own text as name', () => {
    for (const text of [
      'Mon-Fri + CN statutory',
      'Mon-Fri + 法定',
      'Mon-Fri + statutory days',
      'Mon-Fri + cn',
    ])
      expect(readWeekText(text)).toMatchObject({ isStatutory: true, calendar: { name: text } })
    expect(readWeekText('Mon-Fri')).toMatchObject({ isStatutory: false, calendar: { exceptions: new Map() } })
  })
})

describe('hours of a day', () => {
  test.each([
    [
      '08-12,13:30-17',
      [
        [480, 720],
        [810, 1020],
      ],
    ],
    ['8:05-24', [[485, 1440]]],
    [
      '08-12,12-13',
      [
        [480, 720],
        [720, 780],
      ],
    ],
    [
      '08-12, 13-17',
      [
        [480, 720],
        [780, 1020],
      ],
    ],
    ['08-24:01', null],
    ['08-08', null],
    ['13-17,08-12', null],
    ['08-12,11-17', null],
    ['x08-12', null],
    ['08-12x', null],
    ['123-4', null],
    ['', null],
  ])('"%s"', (text, expected) => {
    expect(readHours(text)?.map(({ from, to }) => [from, to]) ?? null).toEqual(expected)
  })
})

describe('a line of days', () => {
  test.each([
    ['2026-10-01 - 国庆节', { date: '2026-10-01', hours: 'off' }],
    ['  2026-10-10\tw  make-up', { date: '2026-10-10', hours: 'make-up' }],
    ['2026-02-13 08-12 半天', { date: '2026-02-13', hours: [{ from: 480, to: 720 }] }],
    ['2026-10-10   W', { date: '2026-10-10', hours: 'make-up' }],
    ['2026-02-30 -', null],
    ['2026-10-01', null],
    ['2026-10-01 off', null],
  ])('"%s"', (line, expected) => {
    expect(readListedDay(line)).toEqual(expected)
  })

  test('laid over a calendar: off, in hours of its own, or made up with the hours of the weekday or of Monday', () => {
    const base = { ...STANDARD_CALENDAR, exceptions: new Map([['2026-10-09', []]]) }
    const short = STANDARD_DAY.slice(0, 1)
    const { exceptions } = withListedDays({ ...base, week: { ...base.week, 5: short } }, [
      { date: '2026-10-01', hours: 'off' },
      { date: '2026-10-09', hours: 'make-up' },
      { date: '2026-10-10', hours: 'make-up' },
      { date: '2026-10-12', hours: short },
    ])
    expect(Object.fromEntries(exceptions)).toEqual({
      '2026-10-01': [],
      '2026-10-09': short,
      '2026-10-10': STANDARD_DAY,
      '2026-10-12': short,
    })
    expect(base.exceptions.get('2026-10-09')).toEqual([])
  })
  test('a make-up day has the hours of the first day of the week that has any, else those of a standard day', () => {
    const half = STANDARD_DAY.slice(1)
    const week = { ...STANDARD_CALENDAR.week, 1: [], 2: half }
    const saturday = [{ date: '2026-10-10', hours: 'make-up' }] as const
    const hoursIn = (one: typeof week) =>
      withListedDays({ ...STANDARD_CALENDAR, week: one }, saturday).exceptions.get('2026-10-10')
    expect(hoursIn(week)).toEqual(half)
    expect(hoursIn({ ...week, 2: [], 3: [], 4: [], 5: [] })).toEqual(STANDARD_DAY)
  })
})
