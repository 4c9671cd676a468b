import { describe, expect, test } from 'vitest'
import { columnShares } from './column-shares.ts'

const table = (...texts: string[]) => ({
  columns: texts.map((_, index) => ({ title: 'a', weight: index === 0 ? 6 : 1 })),
  rows: [{ cells: texts.map((text) => ({ text })) }],
})

describe('widths of columns', () => {
  test('follow their weights where everything fits', () => {
    const [wide = 0, narrow = 0] = columnShares(table('x', '1'), 70)
    expect(wide / narrow).toBeCloseTo(6, 5)
  })

  test('a number is never wider than its column: ¥12,345,678,901.20 takes from the others', () => {
    const shares = columnShares(table('渠道', '¥12,345,678,901.20', '1'), 60)
    expect(shares[1]).toBeGreaterThan(18 * 1.25)
    expect(shares.reduce((all, one) => all + one, 0)).toBeCloseTo(60, 5)
  })

  test('Chinese and very long words do not count, because they can be broken', () => {
    const [, chinese = 0, address = 0] = columnShares(
      table('x', '很长的名称'.repeat(20), 'a'.repeat(200)),
      100,
    )
    expect(chinese).toBeLessThan(20)
    expect(address).toBeLessThan(40)
  })

  test('more than there is room for is shared by need, and none vanishes', () => {
    const shares = columnShares(table(...Array.from({ length: 20 }, () => '1,234,567,890')), 60)
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(1)
  })
})
