import type { NewEntry } from '@yingce/contracts/money/journal'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { newPlan, type Person } from '../../testing/test-server.ts'

const tasks = recordRoutes('task')
const lines = recordRoutes('budget_line')

/** A plan with a task and a budget line of 1,000 元. */
export async function planWithMoney(owner: Person, isHardLimit = false) {
  const planId = await newPlan(owner)
  const params = { planId }
  const { body: task } = await owner.call(tasks.create, {
    params,
    body: { values: { name: '抖音信息流', budget: 100_000 } },
  })
  const { body: line } = await owner.call(lines.create, {
    params,
    body: { values: { name: '抖音', category: '媒介', budget: 100_000, isHardLimit } },
  })
  return { planId, params, taskId: task.id, budgetLineId: line.id }
}

export const DAY = '2025-06-10'
export const expense = (amount: number, rest: Partial<NewEntry> = {}): NewEntry => ({
  kind: 'expense',
  date: DAY,
  amount,
  payee: '印厂',
  ...rest,
})
