import { describe, expect, test } from 'vitest'
import { fillIns, type TaskWrite } from './fill-ins.ts'

const TASKS = [
  { id: 'a', name: '信息流', owner: '李四' },
  { id: 'b', name: '笔记', owner: null },
]
const write = (
  taskId: string,
  hour: number,
  changes: TaskWrite['changes'],
  by: string | null = '李四',
): TaskWrite => ({ taskId, by, at: `2025-06-11T0${hour}:00:00Z`, changes })

describe('X5: what was filled in before a meeting', () => {
  test('100,000 then 116,000 then 118,000 spent is one line from 100,000 to 118,000, by whom wrote last', () => {
    expect(
      fillIns(TASKS, [
        write('a', 1, { spent: [10_000_000, 11_600_000], issue: [null, '素材未过审'] }),
        write('a', 2, { spent: [11_600_000, 11_800_000] }, '王五'),
      ]),
    ).toEqual([
      {
        taskId: 'a',
        name: '信息流',
        owner: '李四',
        by: '王五',
        at: '2025-06-11T02:00:00Z',
        fields: [
          { field: 'spent', from: 10_000_000, to: 11_800_000 },
          { field: 'issue', from: null, to: '素材未过审' },
        ],
      },
    ])
  })

  test('a value that came back to where it was is no fill-in, and a task that is gone has none', () => {
    expect(
      fillIns(TASKS, [
        write('a', 1, { progress: [0.5, 0.6] }),
        write('a', 2, { progress: [0.6, 0.5] }),
        write('gone', 3, { progress: [0.5, 0.6] }),
      ]),
    ).toEqual([])
  })

  test('the newest stands first, and progress 0 entered for the first time is a value', () => {
    const made = fillIns(TASKS, [
      write('a', 1, { reached: ['1.9%', '2.1%'] }),
      write('b', 2, { progress: [null, 0] }),
    ])
    expect(made.map(({ name, fields }) => [name, fields])).toEqual([
      ['笔记', [{ field: 'progress', from: null, to: 0 }]],
      ['信息流', [{ field: 'reached', from: '1.9%', to: '2.1%' }]],
    ])
  })
})
