import { describe, expect, test } from 'vitest'
import { BOX, layoutTree, treeStep } from './tree-layout.ts'

const TREE = [
  { id: 'a', parentId: null, depth: 1 },
  { id: 'a1', parentId: 'a', depth: 2 },
  { id: 'a2', parentId: 'a', depth: 2 },
  { id: 'b', parentId: null, depth: 1 },
]

describe('M3: picture of the KPI tree', () => {
  test('a parent stands between its first and last child, and no two boxes of a column overlap', () => {
    const { boxes, edges, height } = layoutTree(TREE)
    const row = BOX.height + BOX.gapY
    expect([...boxes]).toEqual([
      ['a1', { x: BOX.width + BOX.gapX, y: 0 }],
      ['a2', { x: BOX.width + BOX.gapX, y: row }],
      ['a', { x: 0, y: row / 2 }],
      ['b', { x: 0, y: 2 * row }],
    ])
    expect(edges.map(({ id }) => id)).toEqual(['a1', 'a2'])
    expect(height).toBe(3 * row - BOX.gapY)
  })

  test('arrows lead down and up the list, right to the first child, left to the parent, and stop at the ends', () => {
    const steps = [
      ['a', 'ArrowRight'],
      ['a2', 'ArrowLeft'],
      ['a2', 'ArrowDown'],
      ['b', 'ArrowDown'],
      ['b', 'ArrowRight'],
      ['a1', 'End'],
    ].map(([from = '', key = '']) => treeStep(TREE, from, key))
    expect(steps).toEqual(['a1', 'a', 'b', null, null, 'b'])
  })
})
