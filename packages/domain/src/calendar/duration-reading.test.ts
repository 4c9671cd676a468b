import { describe, expect, it } from 'vitest'
import { readDurations } from './duration-reading.ts'
import type { DurationRow } from './duration-reading.ts'
import { CN_WORK_CALENDAR } from './work-calendar.ts'

const row = (start: string | null, end: string | null, stated: number | null): DurationRow => ({
  start,
  end,
  stated,
})

describe('rule 12: a duration column is read over all its rows', () => {
  it('May 20–25 as 5 and its neighbours fit end − start', () => {
    const rows = [
      row('2025-05-20', '2025-05-25', 5),
      row('2025-05-26', '2025-06-01', 6),
      row('2025-05-26', '2025-06-05', 10),
      row('2025-06-02', '2025-06-08', 6),
      row('2025-06-09', '2025-06-15', 6),
    ]
    expect(readDurations(rows, CN_WORK_CALENDAR)).toMatchObject({
      basis: 'difference',
      compared: 5,
      misfits: [],
    })
  })
  it('both ends included', () => {
    const rows = [row('2025-05-20', '2025-05-25', 6), row('2025-06-10', '2025-06-10', 1)]
    expect(readDurations(rows, CN_WORK_CALENDAR).basis).toBe('inclusive')
  })
  it('working days, a make-up Sunday among them', () => {
    const rows = [row('2025-01-24', '2025-01-27', 3), row('2025-06-02', '2025-06-08', 4)]
    expect(readDurations(rows, CN_WORK_CALENDAR).basis).toBe('working')
  })
  it('one row against the others is a misfit: the dates win', () => {
    const rows = [
      row('2025-05-20', '2025-05-25', 6),
      row('2025-05-26', '2025-06-01', 7),
      row('2025-06-02', '2025-06-08', 9),
    ]
    expect(readDurations(rows, CN_WORK_CALENDAR)).toMatchObject({ basis: 'inclusive', misfits: [2] })
  })
  it('nothing to compare, or nothing that fits half of the rows, has no reading', () => {
    expect(
      readDurations([row(null, '2025-05-25', 5), row('2025-05-20', '2025-05-25', null)], CN_WORK_CALENDAR),
    ).toMatchObject({ basis: null, compared: 0 })
    expect(readDurations([row('2025-05-20', '2025-05-25', 90)], CN_WORK_CALENDAR)).toMatchObject({
      basis: null,
      misfits: [0],
    })
  })
})
