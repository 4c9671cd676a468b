import { expect, test } from 'vitest'
import { readMoment } from './read-moment.ts'

const JUNE_18 = 20_622

test.each([
  ['2026-06-18', JUNE_18],
  ['20260618', JUNE_18],
  ['2026/6/18 12:00', JUNE_18 + 0.5],
  ['2026-06-18T06:00:00', JUNE_18 + 0.25],
  ['2026-06-18 00:00:01.5', JUNE_18 + 1.5 / 86_400],
  ['2026-06-18T08:00:00Z', JUNE_18 + 8 / 24],
  ['2026-06-18T08:00:00+08:00', JUNE_18],
  ['2026-06-17T20:00:00-0400', JUNE_18],
  ['2026年6月18日 12:00', JUNE_18 + 0.5],
  ['2026年6月18日 12时00分30秒', JUNE_18 + 0.5 + 30 / 86_400],
  ['1781740800', JUNE_18],
  ['1781740800000', JUNE_18],
])('%s', (text, days) => {
  expect(readMoment(text)).toBeCloseTo(days, 9)
})

test.each([
  '',
  'gestern',
  '2026-02-30',
  '2026-13-01',
  '2026-06-18 25:00',
  '2026-06-18 10:61',
  '6/18',
  '18.06.2026',
])('%j is no moment', (text) => {
  expect(readMoment(text)).toBe(null)
})
