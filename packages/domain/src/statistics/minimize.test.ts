import { describe, expect, it } from 'vitest'
import { minimize } from './minimize.ts'

const rosenbrock = ([x = 0, y = 0]: readonly number[]) => ({
  value: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  slope: [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
})

describe('the search for a minimum', () => {
  it("finds the end of Rosenbrock's bent valley, (1, 1), from its far side", () => {
    const found = minimize(rosenbrock, [-1.2, 1], { limit: 10, iterations: 200 })
    expect(found.isFound).toBe(true)
    expect(found.point[0]).toBeCloseTo(1, 7)
    expect(found.point[1]).toBeCloseTo(1, 7)
  })
  it('stops at the side of the box when the function falls on behind it', () => {
    const slanted = ([x = 0, y = 0]: readonly number[]) => ({
      value: x + (y - 1) ** 2,
      slope: [1, 2 * (y - 1)],
    })
    const found = minimize(slanted, [3, -2], { limit: 4, iterations: 100 })
    expect(found).toMatchObject({ isFound: true, point: [-4, expect.closeTo(1, 8)] })
  })
  it('says so when the iterations are used up', () => {
    expect(minimize(rosenbrock, [-1.2, 1], { limit: 10, iterations: 3 }).isFound).toBe(false)
  })
  it('tells of each iteration', () => {
    let told = 0
    minimize(rosenbrock, [-1.2, 1], { limit: 10, iterations: 5, onIteration: () => told++ })
    expect(told).toBe(5)
  })
})
