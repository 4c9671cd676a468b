import type { getEffectFacts } from '@yingce/contracts/board/effect-facts'
import type { AnswerOf } from '@yingce/contracts/route'
import type { EffectFacts } from '@yingce/domain/review/effect-analysis'
import {
  changesRow,
  type ComputedEffect,
  CONTENT_NAMES,
  type ContentName,
  effectFromFacts,
  type FactSums,
} from '@yingce/domain/review/effect-from-facts'
import type { Scope } from '../../db/scope.ts'
import { readRecords } from '../../records/read-records.ts'
import { queryFacts } from '../metrics/query/query-facts.read.ts'
import { type PlanRow, readPlanHead } from './plan-records.read.ts'
import { ALL_DAYS } from '../../http/asked-period.ts'

const FIGURES = ['impressions', 'clicks', 'conversions', 'cost', 'revenue'] as const
const MOST_NAMES = 20_000
const NOTHING: EffectFacts = { impressions: null, clicks: null, conversions: null, cost: null, revenue: null }

export interface ComputedEffects {
  readonly computed: readonly ComputedEffect[]
  /** By record id. */
  readonly versions: ReadonlyMap<string, number>
}

/**
 * The rows of the effect analysis that the facts of the plan say something of.
 *
 * @throws Refusal `not_found`
 */
export async function readComputedEffects(scope: Scope, planId: string): Promise<ComputedEffects> {
  const plan = await readPlanHead(scope, planId)
  const records = await readRecords(scope, planId, 'channel_effect')
  const rows = records.map(({ id, values }) => ({ ...values, id }))
  const named: Partial<Record<ContentName, FactSums[]>> = {}
  if (rows.some(({ content }) => content !== null))
    for (const name of CONTENT_NAMES) named[name] = await readSums(scope, plan, name)
  const channels = await readSums(scope, plan, null)
  return {
    computed: effectFromFacts(rows, { channels, named }),
    versions: new Map(records.map(({ id, version }) => [id, version])),
  }
}

/** Sums of the plan's facts in its currency, by channel and one kind of name. Conversions that a platform models are rounded. */
async function readSums(scope: Scope, plan: PlanRow, name: ContentName | null): Promise<FactSums[]> {
  const { rows } = await queryFacts(scope, {
    metrics: [...FIGURES],
    groupBy: name === null ? ['channel'] : ['channel', name],
    filters: { plan: [plan.id] },
    period: ALL_DAYS,
    granularity: 'total',
    limit: MOST_NAMES,
  })
  return rows.flatMap(({ currency, group, names, values }): FactSums[] => {
    const channel = group['channel'] ?? null
    if (currency !== plan.currency || channel === null) return []
    const count = (key: (typeof FIGURES)[number]) => {
      const value = values[key] ?? null
      return value === null ? null : Math.round(value)
    }
    return [
      {
        channel,
        name: name === null ? null : (names[name] ?? null),
        impressions: count('impressions'),
        clicks: count('clicks'),
        conversions: count('conversions'),
        cost: count('cost'),
        revenue: count('revenue'),
      },
    ]
  })
}

/** The computed figures beside those of the sheet. */
export async function readEffectFacts(
  scope: Scope,
  planId: string,
): Promise<AnswerOf<typeof getEffectFacts>> {
  const { computed, versions } = await readComputedEffects(scope, planId)
  return {
    items: computed.map((one) => ({
      recordId: one.row?.id ?? null,
      channel: one.channel,
      content: one.row?.content ?? null,
      before: figuresOf(one.row ?? NOTHING),
      computed: figuresOf(one.computed),
      isChanged: changesRow(one),
    })),
    rowsWithoutFacts: versions.size - computed.filter(({ row }) => row !== null).length,
  }
}

function figuresOf({ impressions, clicks, conversions, cost, revenue }: EffectFacts): EffectFacts {
  return { impressions, clicks, conversions, cost, revenue }
}
