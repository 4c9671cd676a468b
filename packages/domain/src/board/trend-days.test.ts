import { describe, expect, test } from 'vitest'
import { boardEvents } from './board-event.ts'
import { trendDays } from './trend-days.ts'

const day = (of: number) => ({ day: `2025-06-0${of}` })
const june = (to: string) => ({ from: '2025-06-01', to })

describe('M5: the time axis of a trend', () => {
  test('two days with facts and two days between them make an axis of four days', () => {
    const axis = { period: june('2025-06-04'), today: '2025-07-01', daily: [day(1), day(4)], events: [] }
    expect(trendDays(axis)).toEqual(['2025-06-01', '2025-06-02', '2025-06-03', '2025-06-04'])
  })

  test('a month that is in its third day ends today, or with an event of the fifth day', () => {
    const axis = { period: june('2025-06-30'), today: '2025-06-03', daily: [day(1)] }
    expect(trendDays({ ...axis, events: [] }).at(-1)).toBe('2025-06-03')
    expect(trendDays({ ...axis, events: [day(5)] }).at(-1)).toBe('2025-06-05')
  })

  test('a period of 2,000 years begins with its first day that has facts; no period has no days', () => {
    const period = { from: '0025-06-01', to: '2025-06-02' }
    expect(trendDays({ period, today: '2025-06-02', daily: [day(1)], events: [] })).toEqual([
      '2025-06-01',
      '2025-06-02',
    ])
    expect(trendDays({ period: null, today: '2025-06-02', daily: [], events: [] })).toEqual([])
  })
})

describe('M5, P4: events on the trends', () => {
  const rival = (startDate: string | null, endDate: string | null) => ({
    competitor: '甲',
    name: '降价',
    startDate,
    endDate,
    channel: null,
    source: null,
  })
  const days = june('2025-06-07')

  test('a price cut of 28 May to 2 June touches the first week of June, one until 31 May does not', () => {
    expect(boardEvents([], [rival('2025-05-28', '2025-06-02')], days)).toMatchObject([
      { kind: 'competitor', day: '2025-05-28', endDay: '2025-06-02', competitor: '甲' },
    ])
    expect(boardEvents([], [rival('2025-05-28', '2025-05-31')], days)).toEqual([])
  })

  test('an end before the start counts as one day; without a date it is on no trend', () => {
    expect(
      boardEvents([], [rival('2025-06-03', '2025-06-01'), rival(null, '2025-06-05')], days),
    ).toMatchObject([{ day: '2025-06-03', endDay: null }])
  })

  test('own adjustments and competitor events stand in one order, by day', () => {
    const own = [{ changedOn: '2025-06-04', name: '换首图', channel: '抖音' }]
    const kinds = boardEvents(own, [rival('2025-06-05', null), rival('2025-06-02', null)], days)
    expect(kinds.map(({ kind }) => kind)).toEqual(['competitor', 'adjustment', 'competitor'])
  })
})
