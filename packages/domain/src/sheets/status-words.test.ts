import { describe, expect, test } from 'vitest'
import { TASK_STATUSES } from '../records/entities.ts'
import { derivedStatus, readStatus, statusWord } from './status-words.ts'

describe('C2: states as sheets write them', () => {
  test.each([
    ['已完成', 'done', null],
    ['完成 ', 'done', null],
    ['In Progress', 'in_progress', null],
    ['已完成(延期1小时)', 'done', '已完成(延期1小时)'],
    ['进行中（截至6.9 10:00，消耗2万）', 'in_progress', '进行中（截至6.9 10:00，消耗2万）'],
    ['进行中，等素材', 'in_progress', '进行中，等素材'],
    ['延期', 'in_progress', '延期'],
    ['进行中 60%', 'in_progress', '进行中 60%'],
    ['进行中...', 'in_progress', '进行中...'],
    ['已完成√', 'done', '已完成√'],
    ['✅', 'done', null],
    ['延期中', 'in_progress', '延期中'],
    ['In progress - 80%', 'in_progress', 'In progress - 80%'],
    ['待验收', 'pending_acceptance', null],
  ])('%s is %s', (text, status, note) => {
    expect(readStatus(text)).toEqual({ status, note })
  })
  test.each(['好', '下周开始', '100%', ''])('%j is no state', (text) => {
    expect(readStatus(text)).toBeNull()
  })
  test('every state we write is read back as itself', () => {
    for (const status of TASK_STATUSES)
      for (const language of ['zh', 'en'] as const)
        expect(readStatus(statusWord(status, language))).toEqual({ status, note: null })
  })
})

describe('C2: the state of T1, which has no column for it', () => {
  test.each([
    [{ actualEnd: '2025-01-02', progress: 0.5 }, 'done'],
    [{ actualEnd: null, progress: 1 }, 'done'],
    [{ actualStart: '2025-01-02', progress: 0 }, 'in_progress'],
    [{ progress: 0.01 }, 'in_progress'],
    [{ actualStart: null, actualEnd: null, progress: null }, 'not_started'],
  ])('%j is %s', (task, status) => {
    expect(derivedStatus(task)).toBe(status)
  })
})
