import { describe, expect, it } from 'vitest'
import { CN_WORK_CALENDAR } from '../calendar/work-calendar.ts'
import type { NoticeMode, NoticeSeverity } from './notice-kinds.ts'
import { completePreference, DEFAULT_NOTICE_PREFERENCE, isInInbox } from './preference.ts'
import type { SendingHours } from './preference.ts'
import { mayRing, sendingTime } from './sending-time.ts'

const HOURS: SendingHours = DEFAULT_NOTICE_PREFERENCE
const at = (
  now: string,
  mode: NoticeMode,
  severity: NoticeSeverity = 'warning',
  hours: Partial<SendingHours> = {},
) => sendingTime({ mode, severity }, { ...HOURS, ...hours }, now, CN_WORK_CALENDAR)

describe('notice: when it is sent (X7)', () => {
  it.each([
    ['a digest of Tuesday 08:59 leaves at 09:00 the same day', '2025-06-10T08:59', '2025-06-10T09:00'],
    ['one of exactly 09:00 still leaves with that digest', '2025-06-10T09:00', '2025-06-10T09:00'],
    ['one of 09:01 waits for Wednesday', '2025-06-10T09:01', '2025-06-11T09:00'],
    ['one of Friday noon waits for Monday', '2025-06-13T12:00', '2025-06-16T09:00'],
    ['one before the Dragon Boat holiday waits for its end', '2025-05-30T12:00', '2025-06-03T09:00'],
    ['a worked Saturday 调休 counts as a working day', '2025-09-27T12:00', '2025-09-28T09:00'],
    ['across the year end', '2025-12-31T10:00', '2026-01-04T09:00'],
  ])('%s', (_rule, now, expected) => {
    expect(at(now, 'digest')).toBe(expected)
  })

  it.each([
    ['at 20:59 it leaves at once', '2025-06-10T20:59', '2025-06-10T20:59'],
    ['from 21:00 it waits until 08:00 of the next day', '2025-06-10T21:00', '2025-06-11T08:00'],
    ['at 07:59 it waits a minute', '2025-06-10T07:59', '2025-06-10T08:00'],
    ['at 08:00 it leaves at once', '2025-06-10T08:00', '2025-06-10T08:00'],
    ['on Friday 22:00 it waits for Monday 08:00', '2025-06-13T22:00', '2025-06-16T08:00'],
    ['on Saturday noon it waits for Monday 08:00', '2025-06-14T12:00', '2025-06-16T08:00'],
    ['on Sunday 23:00 it waits for Monday 08:00', '2025-06-15T23:00', '2025-06-16T08:00'],
  ])('now: %s', (_rule, now, expected) => {
    expect(at(now, 'now')).toBe(expected)
  })

  it('quiet hours within one day end on that day', () => {
    expect(at('2025-06-10T12:30', 'now', 'info', { quiet: { from: '12:00', to: '14:00' } })).toBe(
      '2025-06-10T14:00',
    )
  })

  it('the same hour as beginning and end is no quiet at all', () => {
    expect(at('2025-06-10T03:00', 'now', 'info', { quiet: { from: '12:00', to: '12:00' } })).toBe(
      '2025-06-10T03:00',
    )
  })

  it('whoever works on days off hears on Saturday', () => {
    expect(at('2025-06-14T12:00', 'now', 'info', { isWorkdaysOnly: false })).toBe('2025-06-14T12:00')
  })

  it('a digest time inside the quiet hours moves to their end', () => {
    expect(at('2025-06-10T03:00', 'digest', 'info', { digestAt: '06:00' })).toBe('2025-06-10T08:00')
  })

  it('critical leaves at once at night, on a holiday and with digest chosen, but not when switched off', () => {
    expect(at('2025-10-01T02:00', 'digest', 'critical')).toBe('2025-10-01T02:00')
    expect(at('2025-10-01T02:00', 'off', 'critical')).toBeNull()
  })
})

describe('notice: a preference saved by an earlier version', () => {
  it('keeps what was chosen and has the defaults of what came since', () => {
    const { addresses: _none, ...earlier } = DEFAULT_NOTICE_PREFERENCE
    const complete = completePreference({
      ...earlier,
      locale: 'en',
      kinds: { due: { isInInbox: false, mail: 'off' } },
    })
    expect(complete.locale).toBe('en')
    expect(complete.addresses).toEqual({ wecom: null, dingtalk: null, feishu: null })
    expect(complete.kinds.due).toEqual({ isInInbox: false, mail: 'off', robot: 'digest' })
    expect(complete.kinds.alert).toEqual(DEFAULT_NOTICE_PREFERENCE.kinds.alert)
  })
})

describe('notice: when a phone may ring', () => {
  it.each<[string, NoticeSeverity, string, boolean]>([
    ['a warning at 20:59 of a working day', 'warning', '2025-06-10T20:59', true],
    ['not at 21:00', 'warning', '2025-06-10T21:00', false],
    ['not on a Saturday', 'warning', '2025-06-14T10:00', false],
    ['what is critical at any hour', 'critical', '2025-06-14T03:00', true],
  ])('%s', (_rule, severity, now, rings) => {
    expect(mayRing(severity, HOURS, now, CN_WORK_CALENDAR)).toBe(rings)
  })
})

describe('notice: the inbox', () => {
  const none = {
    ...DEFAULT_NOTICE_PREFERENCE,
    kinds: {
      ...DEFAULT_NOTICE_PREFERENCE.kinds,
      alert: { isInInbox: false, mail: 'off' as const, robot: 'off' as const },
    },
  }
  it('leaves out a kind that was switched off, unless it is critical', () => {
    expect(isInInbox(none, { kind: 'alert', severity: 'warning' })).toBe(false)
    expect(isInInbox(none, { kind: 'alert', severity: 'critical' })).toBe(true)
    expect(isInInbox(none, { kind: 'due', severity: 'info' })).toBe(true)
  })
})
