import { describe, expect, test } from 'vitest'
import { actionMark, meetingActions } from './meeting-actions.ts'
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
} as MeetingTask
const namesOf = (remark: string | null, meeting = '日站会 06-11') =>
  meetingActions([{ ...TASK, remark }], meeting, '2025-06-11').map(({ name }) => name)

describe('X5: what a meeting agreed on', () => {
  test.each([
    [actionMark('日站会 06-11', 'zh-CN'), 1],
    [actionMark('日站会 06-11', 'en'), 1],
    ['来自 日站会 06-11\n2025-06-12 平台返款', 1],
    ['来自 日站会 06-1', 0],
    ['来自 日站会 06-11 之前', 0],
    [null, 0],
  ])('a task with the remark %j is one of %i', (remark, count) => {
    expect(namesOf(remark)).toHaveLength(count)
  })

  test('due on the 13th it is 2 days late on the 15th', () => {
    const task = { ...TASK, remark: '来自 周例会' }
    expect(meetingActions([task], '周例会', '2025-06-15')).toEqual([
      { id: 't', name: '重做素材 B', owner: '李四', date: '2025-06-13', lateDays: 2 },
    ])
  })
})
