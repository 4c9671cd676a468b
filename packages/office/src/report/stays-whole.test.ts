import { describe, expect, test } from 'vitest'
import { staysWhole } from './stays-whole.ts'

const table = (rows: number, text: string) => ({
  columns: [{ title: '任务' }, { title: '说明' }],
  rows: Array.from({ length: rows }, () => ({ cells: [{ text: '短片' }, { text }] })),
})

describe('a table stays on one page', () => {
  test.each([
    ['of sixteen short rows', table(16, '完成'), true],
    ['not of seventeen', table(17, '完成'), false],
    ['not of two rows of which one is very long', table(2, '很长'.repeat(400)), false],
    ['not where line breaks make it high', table(4, 'a\nb\nc\nd\ne'), false],
    ['without rows', table(0, ''), true],
  ])('%s', (_what, block, expected) => {
    expect(staysWhole(block, 80)).toBe(expected)
  })
})
