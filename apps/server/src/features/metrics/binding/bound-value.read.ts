import { boundText } from '@yingce/domain/assignment/bound-field'
import { expandFormula } from '@yingce/domain/metrics/aggregate'
import { evaluateFormula } from '@yingce/domain/metrics/evaluate-formula'
import { metricsOf } from '@yingce/domain/metrics/formula'
import type { MetricDictionary } from '@yingce/domain/metrics/metric-definition'
import { isFactMetric, isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import type { Scope } from '../../../db/scope.ts'
import type { BindingRow } from './kpi-binding.store.ts'
import { queryFacts } from '../query/query-facts.read.ts'
import { addKnown, readSplitTotals, type Totals } from '../assignment/split-totals.read.ts'
import { ALL_DAYS } from '../../../http/asked-period.ts'

type Bound = Omit<BindingRow, 'standing' | 'version'>

/** Figures of the facts that stand under the record itself, in the plan's currency where they are money. */
async function ownTotals(
  scope: Scope,
  bound: Bound,
  metrics: readonly string[],
  dictionary: MetricDictionary,
): Promise<Totals> {
  const { entity, planId, recordId, channel, strategy } = bound
  const { rows } = await queryFacts(
    scope,
    {
      metrics: [...metrics],
      groupBy: [],
      filters: {
        plan: [planId],
        ...(entity === 'task' ? { task: [recordId] } : {}),
        ...(channel === null ? {} : { channel: [channel] }),
        ...(strategy === null ? {} : { strategy: [strategy] }),
      },
      period: { from: bound.from ?? ALL_DAYS.from, to: bound.to ?? ALL_DAYS.to },
      granularity: 'total',
      limit: 100,
    },
    dictionary,
  )
  return Object.fromEntries(
    metrics.map((key) => {
      const isOfMoney = partsOf(key, dictionary).some(isMoneyMetric)
      const fitting = rows.filter(({ currency }) => !isOfMoney || currency === bound.currency)
      const values = fitting.map(({ values: figures }) => figures[key] ?? null)
      const isSum = dictionary.get(key)?.kind === 'flow'
      // Ratios and levels of sources in two currencies are no one figure; counts of them add.
      return [key, isSum || values.length < 2 ? values.reduce(addKnown, null) : null]
    }),
  )
}

function partsOf(key: string, dictionary: MetricDictionary): string[] {
  const formula = dictionary.get(key)?.formula ?? null
  return formula === null ? [key] : metricsOf(expandFormula(formula, dictionary))
}

/**
 * The computed value of a bound field, as it is written into it: over the facts assigned
 * to the record, and of a task over its parts of split lines too; null where there are
 * none. Where splits enter, a ratio is taken from the totals of its parts.
 */
export async function readBoundText(
  scope: Scope,
  bound: Bound,
  dictionary: MetricDictionary,
): Promise<string | null> {
  const definition = dictionary.get(bound.metric)
  if (definition === undefined) return null
  const value = await valueOf(scope, bound, dictionary)
  return value === null ? null : boundText(value, definition.unit, bound.currency)
}

async function valueOf(scope: Scope, bound: Bound, dictionary: MetricDictionary): Promise<number | null> {
  const { metric, planId, recordId, currency, channel, strategy } = bound
  const parts = partsOf(metric, dictionary)
  const split =
    bound.entity === 'task'
      ? await readSplitTotals(scope, {
          planId,
          taskId: recordId,
          metrics: parts.filter(isFactMetric),
          from: bound.from ?? ALL_DAYS.from,
          to: bound.to ?? ALL_DAYS.to,
          currency,
          channel,
          strategy,
        })
      : null
  if (split === null) return (await ownTotals(scope, bound, [metric], dictionary))[metric] ?? null
  const own = await ownTotals(scope, bound, parts, dictionary)
  const total = (key: string): number | null => addKnown(own[key] ?? null, split[key] ?? null)
  const formula = dictionary.get(metric)?.formula ?? null
  return formula === null ? total(metric) : evaluateFormula(expandFormula(formula, dictionary), total)
}
