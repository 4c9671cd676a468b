import { describe, expect, test } from 'vitest'
import { addDays, eachDay } from '../calendar/date-arithmetic.ts'
import { CN_WORK_CALENDAR } from '../calendar/work-calendar.ts'
import { festivalMask } from './festival-mask.ts'

const isFestival = festivalMask(CN_WORK_CALENDAR)

describe('days that change rules leave out (M4)', () => {
  test.each([
    ['3·8', '2024-03-05', '2024-03-08'],
    ['5·20', '2024-05-18', '2024-05-20'],
    ['618, first wave', '2024-05-31', '2024-06-03'],
    ['618, second wave', '2024-06-15', '2024-06-20'],
    ['8·18', '2024-08-16', '2024-08-18'],
    ['9·9', '2024-09-07', '2024-09-09'],
    ['双11, first wave', '2024-10-31', '2024-11-03'],
    ['双11, second wave', '2024-11-10', '2024-11-12'],
    ['双12', '2024-12-10', '2024-12-12'],
  ])('%s from %s to %s, and neither the day before nor the day after', (_name, from, to) => {
    expect(eachDay(from, to).map(isFestival)).toEqual(eachDay(from, to).map(() => true))
    expect([addDays(from, -1), addDays(to, 1)].map(isFestival)).toEqual([false, false])
  })

  test('the week before the Spring Festival holiday that began on 28 January 2025: from the 21st on', () => {
    const days = eachDay('2025-01-15', '2025-01-28')
    expect(days.filter(isFestival)).toEqual(eachDay('2025-01-21', '2025-01-28'))
  })

  test('no week before other holidays: 30 September 2025 is a day like any other, 1 October is not', () =>
    expect(['2025-09-27', '2025-09-30', '2025-10-01'].map(isFestival)).toEqual([false, false, true]))

  test('make-up days are left out, plain weekends and working days are not', () =>
    expect(['2025-09-28', '2025-09-20', '2025-09-22'].map(isFestival)).toEqual([true, false, false]))

  test('a day of one’s own is left out, its neighbours are not, and asking again gives the same', () => {
    const own = festivalMask(CN_WORK_CALENDAR, ['2025-09-17'])
    for (const _ of [1, 2])
      expect(['2025-09-16', '2025-09-17', '2025-09-18', '2025-11-11'].map(own)).toEqual([
        false,
        true,
        false,
        true,
      ])
  })
})
