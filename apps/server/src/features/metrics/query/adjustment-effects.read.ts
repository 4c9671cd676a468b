import type { AdjustmentEffect } from '@yingce/contracts/metrics/adjustment-effect'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { daysAround } from '@yingce/domain/metrics/days-around'
import { hasNewCustomers } from './new-customers.read.ts'
import { metricOfName } from '@yingce/domain/metrics/metric-of-name'
import type { Scope } from '../../../db/scope.ts'
import { readRecords, requirePlan } from '../../../records/read-records.ts'
import { readBeforeAfter } from './before-after.read.ts'
import { readPlanCurrency } from './plan-currency.read.ts'
import { readDictionary } from '../dictionary/metric-dictionary.read.ts'

/**
 * The strategy adjustment log with what each entry did to its metric (X10), in its order.
 *
 * @param today by the clock of the workspace
 * @throws Refusal `not_found`
 */
export async function readAdjustmentEffects(
  scope: Scope,
  planId: string,
  today: LocalDate,
): Promise<AdjustmentEffect[]> {
  await requirePlan(scope, planId)
  const dictionary = await readDictionary(scope)
  const names = { dictionary, hasNewCustomers: await hasNewCustomers(scope, planId) }
  const currency = await readPlanCurrency(scope, planId)
  const effects: AdjustmentEffect[] = []
  for (const { id, values } of await readRecords(scope, planId, 'adjustment')) {
    if (values.metric === null || values.changedOn === null) continue
    const definition = metricOfName(values.metric, names)
    if (definition === null) continue
    const { key, zh, en, unit } = definition
    const { before, after } = daysAround(values.changedOn, today)
    const measured = { planId, metric: key, channel: values.channel, taskId: null, currency }
    effects.push({
      recordId: id,
      metric: { key, zh, en, unit },
      ...(await readBeforeAfter(scope, measured, before, after, dictionary)),
    })
  }
  return effects
}
