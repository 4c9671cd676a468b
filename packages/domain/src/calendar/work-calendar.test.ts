import { describe, expect, it } from 'vitest'
import {
  CN_WORK_CALENDAR,
  dayDetail,
  isWorkingDay,
  unpublishedYears,
  withCorrections,
} from './work-calendar.ts'

describe('the working calendar of mainland China', () => {
  it.each([
    ['2025-01-27', 'workday', true, null],
    ['2025-01-26', 'make-up', true, '春节'],
    ['2025-01-28', 'holiday', false, '春节'],
    ['2025-05-03', 'holiday', false, '劳动节'],
    ['2025-06-07', 'weekend', false, null],
    ['2025-10-11', 'make-up', true, '国庆节'],
    ['2020-02-02', 'holiday', false, '春节'],
  ])('%s is a %s, worked %s, %s', (date, kind, isWorking, name) => {
    expect(dayDetail(date, CN_WORK_CALENDAR)).toMatchObject({ kind, isWorking, name, isPublished: true })
    expect(isWorkingDay(date, CN_WORK_CALENDAR)).toBe(isWorking)
  })
  it('an unpublished year says so and knows weekends only', () => {
    expect(dayDetail('2031-10-01', CN_WORK_CALENDAR)).toEqual({
      kind: 'workday',
      isWorking: true,
      name: null,
      nameEn: null,
      isPublished: false,
    })
    expect(unpublishedYears('2018-12-01', '2020-01-05', CN_WORK_CALENDAR)).toEqual([2018])
    expect(unpublishedYears('2025-01-01', '2025-12-31', CN_WORK_CALENDAR)).toEqual([])
  })
  it('a correction of the workspace wins over the published day', () => {
    const corrected = withCorrections(CN_WORK_CALENDAR, [
      { date: '2025-12-24', isWorking: false, name: '公司日', nameEn: 'Company day' },
    ])
    expect(dayDetail('2025-12-24', corrected)).toMatchObject({
      kind: 'holiday',
      isWorking: false,
      name: '公司日',
    })
    expect(isWorkingDay('2025-12-24', CN_WORK_CALENDAR)).toBe(true)
  })
})
