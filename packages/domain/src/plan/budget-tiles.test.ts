import { describe, expect, it } from 'vitest'
import { budgetTiles } from './budget-tiles.ts'

const task = (budget: number | null, spent: number | null, status = 'in_progress' as const) => ({
  budget,
  spent,
  status,
})
const line = (budget: number, isReserve = false, spent: number | null = null) => ({
  budget,
  spent,
  isReserve,
})

describe('Rule 9: budget with the reserve apart', () => {
  it('of the team’s tracker: planned 345,000, spent 268,000, remaining 77,000, no reserve', () => {
    const tiles = budgetTiles(null, [task(34_500_000, 26_800_000)], [])
    expect(tiles).toMatchObject({
      source: 'tasks',
      total: 34_500_000,
      planned: 34_500_000,
      spent: 26_800_000,
      remaining: 7_700_000,
      reserve: 0,
    })
  })
  it('of 1,000,000 with 10% reserve leaves 900,000 to spend', () => {
    const tiles = budgetTiles(
      100_000_000,
      [task(60_000_000, 20_000_000)],
      [line(90_000_000), line(10_000_000, true)],
    )
    expect(tiles).toMatchObject({
      source: 'plan',
      reserve: 10_000_000,
      distributable: 90_000_000,
      remaining: 70_000_000,
      unplanned: 30_000_000,
    })
  })
  it('takes the total from the budget lines when the plan states none', () => {
    expect(budgetTiles(null, [task(5, null)], [line(90), line(10, true)])).toMatchObject({
      source: 'budget_lines',
      total: 100,
      distributable: 90,
    })
  })
  it('adds a reserve to what the tasks hold when only the reserve stands among the lines', () => {
    expect(budgetTiles(null, [task(90, 10)], [line(10, true)])).toMatchObject({
      source: 'tasks',
      total: 100,
      distributable: 90,
      remaining: 80,
    })
  })
  it('never adds the spend of lines to the spend of tasks', () => {
    expect(budgetTiles(null, [task(90, 30)], [line(90, false, 30)]).spent).toBe(30)
    expect(budgetTiles(null, [task(90, null)], [line(90, false, 25)]).spent).toBe(25)
  })
  it('keeps the spend of a cancelled task and frees its budget', () => {
    expect(budgetTiles(100, [{ budget: 60, spent: 20, status: 'cancelled' }, task(30, 5)], [])).toMatchObject(
      { planned: 30, spent: 25 },
    )
  })
  it('shows no remaining when nothing states a budget, and a negative one when overspent', () => {
    expect(budgetTiles(null, [task(null, 5)], []).remaining).toBeNull()
    expect(budgetTiles(100, [task(100, 120)], []).remaining).toBe(-20)
  })
})
