import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DateContext, DateReading } from './date-reading.ts'
import { endDateOf, startDateOf } from './date-reading.ts'
import { addDays } from './date-arithmetic.ts'
import { readDateCell } from './read-date-cell.ts'

const MAY_TO_JUNE: Partial<DateContext> = { period: { from: '2025-05-01', to: '2025-06-20' } }

/** One line for a reading, so that a row of a table shows all of it. */
function shown(reading: DateReading): string {
  switch (reading.kind) {
    case 'date':
      return reading.doubt === null ? reading.date : `${reading.date} or ${reading.doubt}?`
    case 'range':
    case 'dateTimeRange':
      return `${reading.from} .. ${reading.to}`
    case 'dateTime':
      return reading.at
    case 'time':
      return reading.to === null ? reading.time : `${reading.time} .. ${reading.to}`
    case 'instant':
      return `${reading.utc} UTC`
    case 'needs-year': {
      const { from, to } = reading
      return `year? ${from.month}/${from.day}${to === null ? '' : ` .. ${to.month}/${to.day}`}`
    }
    case 'needs-anchor':
      return `${reading.anchor}?`
    case 'ambiguous':
      return reading.candidates.join(' | ')
    case 'empty':
    case 'unread':
      return reading.kind
  }
}

const read = (value: string | number | null, context: Partial<DateContext> = {}): string =>
  shown(readDateCell(value, context))

describe('dates that need nothing else', () => {
  it.each([
    ['2025-05-01', '2025-05-01'],
    ['2025/5/1', '2025-05-01'],
    ['2025.5.1', '2025-05-01'],
    ['2025年5月1日', '2025-05-01'],
    ['2025年5月1号', '2025-05-01'],
    ['25年5月1日', '2025-05-01'],
    ['２０２５－０５－０１', '2025-05-01'],
    ['20250501', '2025-05-01'],
    ['2025-05-01 周四', '2025-05-01'],
    ['2025年5月1日(星期四)', '2025-05-01'],
    ['Nov 4, 2019', '2019-11-04'],
    ['4 November 2019', '2019-11-04'],
    ['13-04-2019', '2019-04-13'],
    ['04/13/2019', '2019-04-13'],
    ['2025-05-01T10:30', '2025-05-01T10:30'],
    ['2025-05-01 00:00:00', '2025-05-01T00:00'],
    ['2025年6月5日 下午3点半', '2025-06-05T15:30'],
    ['2025-06-05 24:00', '2025-06-06T00:00'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('ranges; the second date borrows what it lacks', () => {
  it.each([
    ['2024-06-01~06-07', '2024-06-01 .. 2024-06-07'],
    ['2024-06-08~14', '2024-06-08 .. 2024-06-14'],
    ['2025年5月1日-2025年6月20日', '2025-05-01 .. 2025-06-20'],
    ['2025年6月1日-6月14日', '2025-06-01 .. 2025-06-14'],
    ['2025年6月1-14日', '2025-06-01 .. 2025-06-14'],
    ['2025年5月1日起至2025年6月20日止', '2025-05-01 .. 2025-06-20'],
    ['2025-05-01-2025-05-07', '2025-05-01 .. 2025-05-07'],
    ['2020/12/26-2021/01/02', '2020-12-26 .. 2021-01-02'],
    ['2020年12月26—2021年1月2日', '2020-12-26 .. 2021-01-02'],
    ['2025.12.20-1.10', '2025-12-20 .. 2026-01-10'],
    ['12月20日-2026年1月10日', '2025-12-20 .. 2026-01-10'],
    ['2025-06-10 14:00-18:00', '2025-06-10T14:00 .. 2025-06-10T18:00'],
    ['2025-06-10 22:00-02:00', '2025-06-10T22:00 .. 2025-06-11T02:00'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
  it.each(['2025-06-14~06-01', '2025-06-14~1', '2025-06-01~06-31', '2025-06-14~2025-06-01'])(
    '%s runs backwards or names no day: unread',
    (text) => {
      expect(read(text)).toBe('unread')
    },
  )
})

describe('months, quarters and years are ranges', () => {
  it.each([
    ['2025年6月', '2025-06-01 .. 2025-06-30'],
    ['2024-02', '2024-02-01 .. 2024-02-29'],
    ['2025Q2', '2025-04-01 .. 2025-06-30'],
    ['2000Q1', '2000-01-01 .. 2000-03-31'],
    ['2025年第二季度', '2025-04-01 .. 2025-06-30'],
    ['Q3 2025', '2025-07-01 .. 2025-09-30'],
    ['2025上半年', '2025-01-01 .. 2025-06-30'],
    ['2025年', '2025-01-01 .. 2025-12-31'],
    ['2025年6月中旬', '2025-06-11 .. 2025-06-20'],
    ['2025年2月下旬', '2025-02-21 .. 2025-02-28'],
    ['2025年6月-8月', '2025-06-01 .. 2025-08-31'],
    ['2025.6-2025.8', '2025-06-01 .. 2025-08-31'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('a missing year is asked for', () => {
  it.each([
    ['5月20日', 'year? 5/20'],
    ['五月二十日', 'year? 5/20'],
    ['6.1', 'year? 6/1'],
    ['05-01', 'year? 5/1'],
    ['6/1', 'year? 6/1'],
    ['6.2-6.5', 'year? 6/2 .. 6/5'],
    ['6月1日-6月30日', 'year? 6/1 .. 6/30'],
    ['6.5 18:00', 'year? 6/5'],
    ['6月', 'year? 6/1 .. 6/30'],
    ['6-8月', 'year? 6/1 .. 8/31'],
    ['2.29', 'year? 2/29'],
    ['Q2', 'year? 4/1 .. 6/30'],
  ])('%s: %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
  it.each([
    ['6.1', '2025-06-01'],
    ['6.2-6.5', '2025-06-02 .. 2025-06-05'],
    ['6.10', '2025-06-10'],
    ['6.9 12:00', '2025-06-09T12:00'],
    ['6月', '2025-06-01 .. 2025-06-30'],
    ['2.29', 'unread'],
  ])('the period gives it: %s is %s', (text, expected) => {
    expect(read(text, MAY_TO_JUNE)).toBe(expected)
  })
  it('a year alone gives it too', () => {
    expect(read('6月1日-6月30日', { year: 2025 })).toBe('2025-06-01 .. 2025-06-30')
    expect(read('12.20-1.10', { year: 2025 })).toBe('2025-12-20 .. 2026-01-10')
    expect(read('6.14-6.1', { year: 2025 })).toBe('unread')
  })
  it('a period over New Year puts January into its second year', () => {
    const winter = { period: { from: '2025-11-20', to: '2026-02-10' } }
    expect(read('12.20', winter)).toBe('2025-12-20')
    expect(read('1.10', winter)).toBe('2026-01-10')
  })
})

describe('numbers in a date column', () => {
  it.each([
    [7.1, '2025-07-01'],
    [7.11, '2025-07-11'],
    [7.15, '2025-07-15'],
    [8.5, '2025-08-05'],
    [45_778, '2025-05-01'],
    [45_778.75, '2025-05-01T18:00'],
    [20_250_501, '2025-05-01'],
    [7, 'unread'],
    [13.1, 'unread'],
    [150_000, 'unread'],
  ])('%d is %s', (value, expected) => {
    expect(read(value, { year: 2025 })).toBe(expected)
  })
  it('the text 7.10 is July 10, the number 7.1 is July 1', () => {
    expect(read('7.10', { year: 2025 })).toBe('2025-07-10')
    expect(read(7.1, { year: 2025 })).toBe('2025-07-01')
  })
  it('the number 7.1 is doubted when the neighbours suggest July 10', () => {
    expect(read(7.1, { year: 2025, notBefore: '2025-07-05' })).toBe('2025-07-01 or 2025-07-10?')
    expect(read(7.1, { year: 2025, previous: '2025-07-09', next: '2025-07-11' })).toBe(
      '2025-07-01 or 2025-07-10?',
    )
    expect(read(7.1, { year: 2025, previous: '2025-06-20', next: '2025-07-11' })).toBe('2025-07-01')
    expect(read(7.4, { year: 2025, notBefore: '2025-07-05' })).toBe('2025-07-04')
  })
  it('with a date format it is a serial and nothing else', () => {
    expect(read(44_316, { isDateFormatted: true, dateSystem: 1904 })).toBe('2025-05-01')
    expect(read(0.75, { isDateFormatted: true })).toBe('18:00')
    expect(read(7.1, { isDateFormatted: true, year: 2025 })).toBe('unread')
  })
})

describe('dates that hang on another one', () => {
  it.each([
    ['第5周周一', '2025-05-26'],
    ['第五周周一', '2025-05-26'],
    ['第5周周一-周三', '2025-05-26 .. 2025-05-28'],
    ['第6周周六至周日', '2025-06-07 .. 2025-06-08'],
    ['第5周', '2025-05-26 .. 2025-06-01'],
    ['第5-6周', '2025-05-26 .. 2025-06-08'],
    ['第6周周六-第7周周日', '2025-06-07 .. 2025-06-15'],
    ['Week 5 Mon-Wed', '2025-05-26 .. 2025-05-28'],
  ])('%s of a plan from 2025-05-01 is %s', (text, expected) => {
    expect(read(text, { planStart: '2025-05-01' })).toBe(expected)
    expect(read(text)).toBe('plan-start?')
  })
  it.each([
    ['D-30', '2025-05-11'],
    ['D+3', '2025-06-13'],
    ['D日', '2025-06-10'],
    ['活动前15天', '2025-05-26'],
    ['提前3天', '2025-06-07'],
    ['D-30~D-20', '2025-05-11 .. 2025-05-21'],
  ])('%s of an event on 2025-06-10 is %s', (text, expected) => {
    expect(read(text, { eventDate: '2025-06-10' })).toBe(expected)
    expect(read(text)).toBe('event?')
  })
  it('17:00 borrows the row’s date, and stays a time without one', () => {
    expect(read('17:00', { rowDate: '2025-06-01' })).toBe('2025-06-01T17:00')
    expect(read('17:00')).toBe('17:00')
    expect(read('5:00:00')).toBe('05:00')
    expect(read('14:00-18:00', { rowDate: '2025-06-10' })).toBe('2025-06-10T14:00 .. 2025-06-10T18:00')
  })
  it('a moment with an offset is shifted to the workspace’s, or kept in UTC', () => {
    expect(read('2025-05-01T20:00:00Z', { utcOffsetMinutes: 480 })).toBe('2025-05-02T04:00')
    expect(read('2025-05-01T20:00:00+08:00', { utcOffsetMinutes: 480 })).toBe('2025-05-01T20:00')
    expect(read('2025-05-01T20:00:00.000Z')).toBe('2025-05-01T20:00 UTC')
  })
})

describe('nothing is guessed', () => {
  it.each([
    ['11-04-2019', '2019-11-04 | 2019-04-11'],
    ['25.5.1', '2025-05-01 | 2001-05-25'],
  ])('%s is ambiguous: %s', (text, expected) => {
    expect(read(text, MAY_TO_JUNE)).toBe(expected)
  })
  it.each(['', ' ', '-', '—', '--', '/', '无', '空', 'N/A'])('"%s" says nothing', (text) => {
    expect(read(text)).toBe('empty')
    expect(read(null)).toBe('empty')
  })
  it.each([
    '待定',
    '6.31',
    '2.30',
    '13.1',
    '1.5万',
    '2025-13-01',
    '6.10前',
    '上线后',
    '25:00',
    '6.1、6.5',
    '长期',
    '6.1-',
    '2025-05-01-',
    '第0',
    'W',
    'Q20256',
    '0256Q2',
  ])('%s is unread', (text) => {
    expect(read(text, MAY_TO_JUNE)).toBe('unread')
  })
  it('the text stays as written', () => {
    expect(readDateCell(' 待 定 ').text).toBe('待 定')
    expect(readDateCell(7.1).text).toBe('7.1')
  })
})

describe('properties', () => {
  const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
  it('every way to write a full date reads the same', () => {
    fc.assert(
      fc.property(date, (day) => {
        const [y, m, d] = day.split('-').map(Number)
        for (const text of [
          day,
          `${y}/${m}/${d}`,
          `${y}.${m}.${d}`,
          `${y}年${m}月${d}日`,
          day.replaceAll('-', ''),
        ]) {
          expect(startDateOf(readDateCell(text))).toBe(day)
        }
      }),
    )
  })
  it('a range without years inside a period of less than a year comes back', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }), (start, a, b) => {
        const [from, to] = [addDays(start, Math.min(a, b)), addDays(start, Math.max(a, b))]
        const text = [from, to].map((day) => `${Number(day.slice(5, 7))}.${Number(day.slice(8))}`).join('-')
        const reading = readDateCell(text, { period: { from: start, to: addDays(start, 90) } })
        expect([startDateOf(reading), endDateOf(reading)]).toEqual([from, to])
      }),
    )
  })
  it('no text makes it throw', () => {
    const pieces = fc.constantFrom(
      '2025',
      '6',
      '31',
      '-',
      '.',
      '月',
      '日',
      '年',
      '周',
      '第',
      ':',
      ' ',
      '~',
      'D',
      'Q',
      '一',
      'Z',
      'T',
      '+',
      'am',
      '至',
    )
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 12 }),
        (parts) => typeof readDateCell(parts.join(''), MAY_TO_JUNE).kind === 'string',
      ),
      { numRuns: 3000 },
    )
  })
})
