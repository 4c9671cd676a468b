import { describe, expect, it } from 'vitest'
import { MEETING_KINDS } from '../records/entities.ts'
import { meetingAgenda } from './agenda.ts'

describe('X5: agenda', () => {
  it('a stand-up of 15 minutes has three points of 5, 4 and 6 minutes', () => {
    expect(meetingAgenda('stand_up', 15, 'zh-CN')).toBe(
      '1. 昨天完成了什么（5 分钟）\n2. 今天做什么（4 分钟）\n3. 哪里受阻，需要谁协调（6 分钟）',
    )
  })
  it.each(MEETING_KINDS)('the minutes of a %s sum to its length in both languages', (kind) => {
    for (const locale of ['zh-CN', 'en'] as const)
      for (const minutes of [10, 15, 60, 75]) {
        const parts = [...meetingAgenda(kind, minutes, locale).matchAll(/(\d+) (?:分钟|min)/g)].map(
          ([, text]) => Number(text),
        )
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(kind === 'other' ? 0 : minutes)
      }
  })
})
