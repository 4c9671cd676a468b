import { FILL_DAYS, type FillSheet, type saveFillDay } from '@yingce/contracts/metrics/fill-form'
import type { BodyOf } from '@yingce/contracts/route'
import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import { isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import type { Scope } from '../../../db/scope.ts'
import { Refusal } from '../../../http/refusal.ts'
import { localToday } from '../../../identity/local-today.ts'
import { metricColumn, rowColumns, updatedColumns } from '../fact-columns.ts'
import { readAskedMetrics } from './asked-metrics.read.ts'
import { type FillFormRow, markFilled } from './fill-form.store.ts'
import { lockSource } from '../source/metric-source.store.ts'

const MICROS_PER_FEN = 10_000

type Metric = FillFormRow['metrics'][number]
type Values = FillSheet['days'][number]['values']

function fillDays(form: FillFormRow, now: Date): { today: string; days: string[] } {
  const today = localToday(now, form.timeZone)
  return { today, days: Array.from({ length: FILL_DAYS }, (_none, back) => addDays(today, -back)) }
}

/** The store's own entries of today and the seven days before. */
export async function readFillSheet(scope: Scope, form: FillFormRow, now: Date): Promise<FillSheet> {
  const { today, days } = fillDays(form, now)
  const { metrics, ownMetrics } = await readAskedMetrics(scope, form)
  const columns = metrics.map((metric, index) => `f.${metricColumn(metric)}::float8 as m${index}`)
  const rows = await scope.rows<Record<string, number | string | null>>(
    `select ${['f.day', ...columns].join(', ')} from fact f
     where f.workspace_id = $1 and f.source_id = $2 and f.key_id = $2 and f.hour = -1 and f.day between $3 and $4`,
    [scope.workspaceId, form.sourceId, days.at(-1), today],
  )
  const byDay = new Map(rows.map((row) => [String(row['day']), row]))
  const figure = (metric: Metric, index: number, day: string): number | null => {
    const stored = byDay.get(day)?.[`m${index}`]
    if (typeof stored !== 'number') return null
    return isMoneyMetric(metric) ? Math.round(stored / MICROS_PER_FEN) : stored
  }
  return {
    name: form.name,
    metrics,
    ownMetrics,
    currency: form.currency,
    today,
    days: days.map((day) => ({
      day,
      values: Object.fromEntries(
        metrics.map((metric, index) => [metric, figure(metric, index, day)]),
      ) as Values,
    })),
  }
}

/**
 * @param metrics what the form asks now
 * @throws Refusal `rule_violated` for a day that is too old or to come, for metrics that the form does not ask,
 *   and where it asks for nothing any more
 */
function requireFits(
  form: FillFormRow,
  metrics: readonly Metric[],
  { day, values }: Pick<BodyOf<typeof saveFillDay>, 'day' | 'values'>,
  now: Date,
): void {
  const { today, days } = fillDays(form, now)
  const issues = [
    ...(days.includes(day)
      ? []
      : [
          {
            path: 'body.day',
            code: 'day_out_of_range',
            message: `Days from ${days.at(-1)} to ${today} can be filled in`,
            params: { from: days.at(-1), to: today },
          },
        ]),
    ...(metrics.length > 0
      ? []
      : [{ path: 'body.values', code: 'nothing_asked', message: 'The form asks for nothing any more' }]),
    ...Object.keys(values)
      .filter((metric) => !metrics.some((asked) => asked === metric))
      .map((metric) => ({
        path: `body.values.${metric}`,
        code: 'not_asked',
        message: `The form does not ask for ${metric}`,
        params: { metric },
      })),
  ]
  if (issues.length > 0) throw new Refusal('rule_violated', { issues })
}

/**
 * Writes one day of a store as a fact of its source, in place of what the store
 * had said before. Metrics that this form does not ask (another form of the store may; an own
 * metric has left its field) stay as they are.
 *
 * @throws Refusal `rule_violated`
 */
export async function saveDay(
  scope: Scope,
  form: FillFormRow,
  { day, values }: Pick<BodyOf<typeof saveFillDay>, 'day' | 'values'>,
  now: Date,
): Promise<void> {
  const { metrics } = await readAskedMetrics(scope, form)
  requireFits(form, metrics, { day, values }, now)
  if ((await lockSource(scope, form.sourceId)) === null) throw new Refusal('not_found')
  await scope.run(
    `insert into metric_key (workspace_id, source_id, id, level, depth, channel) values ($1, $2, $2, 'channel', 1, $3)
     on conflict (workspace_id, source_id, id) do update set channel = excluded.channel`,
    [scope.workspaceId, form.sourceId, form.channel],
  )
  const figures = metrics.map((metric) => {
    const value = values[metric] ?? null
    return value !== null && isMoneyMetric(metric) ? Math.round(value * MICROS_PER_FEN) : value
  })
  const row = rowColumns(
    new Map(
      metrics.map((metric, index) => [
        metricColumn(metric),
        `$${index + 6}::${isMoneyMetric(metric) ? 'bigint' : 'float8'}`,
      ]),
    ),
  )
  await scope.run(
    `insert into fact_row (workspace_id, source_id, day, key_id, hour, import_id, channel, plan_id, ${row.columns.join(', ')})
     values ($1, $2, $3, $2, -1, $2, $4, $5, ${row.values.join(', ')})
     on conflict (workspace_id, source_id, day, key_id, hour) do update set channel = excluded.channel, plan_id = excluded.plan_id,
       ${updatedColumns(metrics.map(metricColumn)).join(', ')}`,
    [scope.workspaceId, form.sourceId, day, form.channel, form.planId, ...figures],
  )
  await scope.run('select roll_up_metric_days($1, $2, $3::date[])', [scope.workspaceId, form.sourceId, [day]])
  await markFilled(scope, form.id)
}
