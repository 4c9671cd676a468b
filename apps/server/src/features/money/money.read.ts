import type { getMoney } from '@yingce/contracts/money/money-view'
import type { AnswerOf } from '@yingce/contracts/route'
import { accountBalances } from '@yingce/domain/money/account-balances'
import { moneyTable } from '@yingce/domain/money/money-table'
import { openCommitments } from '@yingce/domain/money/open-commitments'
import { reconcileWithPlatforms } from '@yingce/domain/review/platform-reconciliation'
import type { Scope } from '../../db/scope.ts'
import { readRecords } from '../../records/read-records.ts'
import { queryFacts } from '../metrics/query/query-facts.read.ts'
import { readLedgerLines, readMoneyPlan } from './ledger-lines.read.ts'
import { ALL_DAYS } from '../../http/asked-period.ts'

/** A plan of thousands of tasks is looked through by its phases and lines. */
const MOST_TASKS = 500

/** @throws Refusal `not_found` */
export async function readMoney(scope: Scope, planId: string): Promise<AnswerOf<typeof getMoney>> {
  const [{ plan, tasks, currency }, entries] = await Promise.all([
    readMoneyPlan(scope, planId),
    readLedgerLines(scope, planId),
  ])
  const [effects, platforms, payees] = await Promise.all([
    readRecords(scope, planId, 'channel_effect'),
    platformCosts(scope, planId, currency),
    scope.rows<{ id: string; payee: string | null }>(
      `select id, payee from ledger_entry where workspace_id = $1 and plan_id = $2 and source = 'journal' and kind = 'contract'`,
      [scope.workspaceId, planId],
    ),
  ])
  const rows = moneyTable(plan, entries)
  const hasMoney = rows.filter(
    ({ level, planned, committed, actual }) =>
      level === 'task' && (planned !== null || committed !== null || actual !== null),
  )
  const open = openCommitments(entries)
  const reconciliation = reconcileWithPlatforms(
    tasks.filter(({ status }) => status !== 'cancelled'),
    effects.map(({ values }) => values),
    platforms,
  )
  return {
    currency,
    rows: [...rows.filter(({ level }) => level !== 'task'), ...hasMoney.slice(0, MOST_TASKS)],
    taskRowCount: hasMoney.length,
    accounts: [...accountBalances(entries)],
    reconciliation: reconciliation
      .filter((line) => line.trackerSpent !== null || line.effectCost !== null || line.platformCost !== null)
      .map(({ taskIds: _taskIds, ...line }) => line),
    openContracts: payees.flatMap(({ id, payee }) => {
      const left = open.get(id) ?? 0
      return left > 0 ? [{ id, payee, open: left }] : []
    }),
  }
}

/** Consumption per channel as the platforms report it, of the facts assigned to the plan in its currency. */
async function platformCosts(
  scope: Scope,
  planId: string,
  currency: string,
): Promise<{ channel: string; cost: number | null }[]> {
  const { rows } = await queryFacts(scope, {
    metrics: ['cost'],
    groupBy: ['channel'],
    filters: { plan: [planId] },
    period: ALL_DAYS,
    granularity: 'total',
    limit: 1_000,
  })
  return rows
    .filter((row) => row.currency === currency && row.values['cost'] !== null)
    .map((row) => ({
      channel: row.names['channel'] ?? row.group['channel'] ?? '—',
      cost: row.values['cost'] ?? null,
    }))
}
