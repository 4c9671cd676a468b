import type { getReturn } from '@yingce/contracts/money/money-view'
import type { AnswerOf, QueryOf } from '@yingce/contracts/route'
import { costOnBasis, costParts } from '@yingce/domain/money/cost-basis'
import { effectTotals } from '@yingce/domain/review/effect-analysis'
import { returnFigures } from '@yingce/domain/review/return-figures'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { readRecords } from '../../records/read-records.ts'
import { queryFacts } from '../metrics/query/query-facts.read.ts'
import { readIncrement } from './incremental-revenue.read.ts'
import { readLedgerLines } from './ledger-lines.read.ts'
import { ALL_DAYS } from '../../http/asked-period.ts'

const FACTS = ['revenue', 'incrementalRevenue', 'conversions', 'newCustomers'] as const

type Answer = AnswerOf<typeof getReturn>
type Facts = Readonly<Partial<Record<(typeof FACTS)[number], number | null>>>

/**
 * Return figures of the whole plan. The cost is the ledger's. Revenue and
 * conversions are the effect table's; only where it states none those of the
 * facts assigned to the plan: the two are views of the same and never added.
 * Incremental revenue that nobody recorded is what the plan's channels brought
 * less their baseline.
 *
 * @throws Refusal `not_found`
 */
export async function readReturn(
  scope: Scope,
  planId: string,
  { basis, revenue: kind, aov, margin }: QueryOf<typeof getReturn>,
): Promise<Answer> {
  const [plan] = await scope.rows<{ currency: string }>(
    'select currency from plan where workspace_id = $1 and id = $2',
    [scope.workspaceId, planId],
  )
  if (plan === undefined) throw new Refusal('not_found')
  const [lines, effects, facts] = await Promise.all([
    readLedgerLines(scope, planId),
    readRecords(scope, planId, 'channel_effect'),
    factTotals(scope, planId, plan.currency),
  ])
  const table = effectTotals(effects.map(({ values }) => values))
  const parts = costParts(lines)
  const onBasis = costOnBasis(parts, basis)
  const count = (stated: number | null, fact: number | null = null): Answer['conversions'] => ({
    count: stated ?? fact,
    source: stated !== null ? 'effect_table' : fact === null ? null : 'facts',
  })
  const conversions = count(table.conversions, facts.conversions)
  const newCustomers = count(null, facts.newCustomers)
  const known = { ...revenueOf(kind, table.revenue, facts, conversions.count, aov ?? null), baseline: null }
  const revenue: Answer['revenue'] =
    kind === 'incremental' && known.amount === null
      ? ((await readIncrement(scope, planId, plan.currency)) ?? known)
      : known
  return {
    currency: plan.currency,
    basis,
    revenueKind: kind,
    costs: { ...parts, onBasis },
    revenue,
    conversions,
    newCustomers,
    figures: [
      ...returnFigures({
        cost: onBasis,
        revenue: revenue.amount,
        conversions: conversions.count,
        newCustomers: newCustomers.count,
        margin: margin ?? null,
      }),
    ],
  }
}

function revenueOf(
  kind: Answer['revenueKind'],
  stated: number | null,
  facts: Facts,
  conversions: number | null,
  aov: number | null,
): Omit<Answer['revenue'], 'baseline'> {
  switch (kind) {
    case 'attributed': {
      if (stated !== null) return { amount: stated, source: 'effect_table' }
      const amount = facts.revenue ?? null
      return { amount, source: amount === null ? null : 'facts' }
    }
    case 'incremental': {
      const amount = facts.incrementalRevenue ?? null
      return { amount, source: amount === null ? null : 'facts' }
    }
    case 'estimated': {
      if (conversions === null || aov === null) return { amount: null, source: null }
      return { amount: Math.round(conversions * aov), source: 'assumption' }
    }
  }
}

async function factTotals(scope: Scope, planId: string, currency: string): Promise<Facts> {
  const { rows } = await queryFacts(scope, {
    metrics: [...FACTS],
    groupBy: [],
    filters: { plan: [planId] },
    period: ALL_DAYS,
    granularity: 'total',
    limit: 100,
  })
  return rows.find((row) => row.currency === currency)?.values ?? {}
}
