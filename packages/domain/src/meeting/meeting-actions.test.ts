import { describe, expect, test } from 'vitest'
import { meetingActions } from './meeting-actions.ts'
import type { MeetingTask } from './meeting-figures.ts'

const TASK = {
  id: 't',
  name: '重做素材 B',
  owner: '李四',
  status: 'not_started',
  plannedStart: '2025-06-11',
  plannedEnd: '2025-06-13',
  actualStart: null,
  actualEnd: null,
  meetingId: 'weekly',
} as MeetingTask

describe('X5: what a meeting agreed on', () => {
  test('is what points at it, not what points at another or at none', () => {
    const tasks = [TASK, { ...TASK, id: 'u', meetingId: 'stand-up' }, { ...TASK, id: 'v', meetingId: null }]
    expect(meetingActions(tasks, 'weekly', '2025-06-11').map(({ id }) => id)).toEqual(['t'])
  })

  test('due on the 13th it is 2 days late on the 15th', () => {
    expect(meetingActions([TASK], 'weekly', '2025-06-15')).toEqual([
      { id: 't', name: '重做素材 B', owner: '李四', date: '2025-06-13', lateDays: 2 },
    ])
  })
})
