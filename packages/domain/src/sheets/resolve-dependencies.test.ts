import { describe, expect, test } from 'vitest'
import { resolveDependencies } from './resolve-dependencies.ts'

const task = (
  row: number,
  name: string,
  dependency: string | null = null,
  sourceId: string | null = null,
) => ({
  row,
  name,
  dependency,
  sourceId,
})

describe('C2: which tasks a dependency cell names', () => {
  test('活动页上线,KOL签约 are two links', () => {
    const { links } = resolveDependencies([
      task(2, '活动页上线'),
      task(3, 'KOL签约'),
      task(4, '首投', '活动页上线,KOL签约'),
    ])
    expect(links).toEqual([
      { fromRow: 2, toRow: 4, type: 'FS', lagDays: 0 },
      { fromRow: 3, toRow: 4, type: 'FS', lagDays: 0 },
    ])
  })

  test('a name that holds a comma itself is one task', () => {
    const { links } = resolveDependencies([task(2, '文案,配图'), task(3, '上线', '文案,配图')])
    expect(links.map(({ fromRow }) => fromRow)).toEqual([2])
  })

  test('a part of a name links only when no other task has it', () => {
    const one = [task(2, '海报设计初稿(3版)'), task(3, '上线', '海报设计初稿')]
    expect(resolveDependencies(one).links).toHaveLength(1)
    const two = [task(1, '海报设计初稿(竖版)'), ...one]
    expect(resolveDependencies(two)).toEqual({ links: [], unmatched: [{ row: 3, text: '海报设计初稿' }] })
  })

  test('a task never waits for itself, and the same link stands once', () => {
    const { links, unmatched } = resolveDependencies([
      task(2, '选题'),
      task(3, '写稿', '写稿'),
      task(4, '发布', '选题、选题'),
    ])
    expect(links).toHaveLength(1)
    expect(unmatched).toEqual([{ row: 3, text: '写稿' }])
  })

  test('a document or an event is no task and is handed back', () => {
    const { unmatched } = resolveDependencies([task(2, '写稿', '达人资料包；方案获批')])
    expect(unmatched.map(({ text }) => text)).toEqual(['达人资料包', '方案获批'])
  })

  test('schedules refer to numbers with kind and lag: 1, 1SS, 2FF+3d, 1FS-1d', () => {
    const { links, unmatched } = resolveDependencies([
      task(2, 'a', null, '1'),
      task(3, 'b', '1', '2'),
      task(4, 'c', '1SS,2FF+3d', '3'),
      task(5, 'd', '1FS-1d,9', '4'),
    ])
    expect(links).toEqual([
      { fromRow: 2, toRow: 3, type: 'FS', lagDays: 0 },
      { fromRow: 2, toRow: 4, type: 'SS', lagDays: 0 },
      { fromRow: 3, toRow: 4, type: 'FF', lagDays: 3 },
      { fromRow: 2, toRow: 5, type: 'FS', lagDays: -1 },
    ])
    expect(unmatched).toEqual([{ row: 5, text: '9' }])
  })
})
