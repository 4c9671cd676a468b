import { type BoardBlock, DEFAULT_BLOCKS } from '@yingce/domain/board/board-layout'
import { describe, expect, test } from 'vitest'
import { areSameBlocks, draftOf, movedBlock, withBlock } from './layout-draft.ts'

const kinds = (draft: ReturnType<typeof draftOf<BoardBlock>>) => draft.map(({ block }) => block.kind)
const draft = draftOf(DEFAULT_BLOCKS.slice(0, 3))

describe('M5: arranging a board', () => {
  test('a block moves one place at a time and keeps its key; at the ends it stays', () => {
    const down = movedBlock(draft, 0, 1)
    expect(kinds(down)).toEqual(['groups', 'tiles', 'trend'])
    expect(down[1]?.key).toBe(0)
    expect(kinds(movedBlock(draft, 0, -1))).toEqual(kinds(draft))
    expect(kinds(movedBlock(draft, 2, 1))).toEqual(kinds(draft))
  })

  test('an added block has a key of its own, also after the last one was removed', () => {
    const [added] = DEFAULT_BLOCKS
    const two = withBlock(draft.slice(0, 2), added!)
    expect(new Set(two.map(({ key }) => key)).size).toBe(3)
    expect(withBlock([], added!)).toHaveLength(1)
  })

  test('the same blocks in another order are another arrangement', () => {
    expect(areSameBlocks(DEFAULT_BLOCKS, [...DEFAULT_BLOCKS])).toBe(true)
    expect(areSameBlocks(DEFAULT_BLOCKS, DEFAULT_BLOCKS.toReversed())).toBe(false)
  })
})
