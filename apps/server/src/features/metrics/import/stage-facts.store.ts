import type { FactKey, FactMetric } from '@yingce/domain/sheets/metric-field'
import type { DaySum } from '@yingce/office/metrics/day-sums'
import type { FactPart, StagedKey } from '@yingce/office/metrics/fact-parts'
import type { Scope } from '../../../db/scope.ts'
import { keyColumn, metricColumn } from '../fact-columns.ts'

function keyJson({ id, level, depth, texts }: StagedKey): Record<string, unknown> {
  return {
    id,
    level,
    depth,
    ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [keyColumn(key as FactKey), text])),
  }
}

function sumJson({ figures, ...about }: DaySum): Record<string, unknown> {
  return {
    ...about,
    ...Object.fromEntries(
      Object.entries(figures).map(([metric, sum]) => [metricColumn(metric as FactMetric), sum]),
    ),
  }
}

/** Puts facts of an import aside, to be written when it is confirmed. */
export async function stagePart(
  scope: Scope,
  importId: string,
  number: number,
  part: FactPart,
): Promise<void> {
  const figures = Object.entries(part.figures)
  const columns = figures.map(([metric]) => metricColumn(metric as FactMetric))
  const own = [
    'part',
    'facts',
    'keys',
    'sums',
    'days',
    'key_id',
    'channels',
    'channel',
    'day',
    'until',
    'hour',
    ...columns,
  ]
  await scope.run(
    `insert into metric_import_part (workspace_id, import_id, ${own.join(', ')})
     values ($1, $2, ${own.map((_column, index) => `$${index + 3}`).join(', ')})`,
    [
      scope.workspaceId,
      importId,
      number,
      part.size,
      JSON.stringify(part.keys.map(keyJson)),
      JSON.stringify(part.sums.map(sumJson)),
      part.days,
      part.keyId,
      part.channels,
      part.channel,
      part.day,
      part.until,
      part.hour,
      ...figures.map(([_metric, values]) => values),
    ],
  )
}

export async function clearParts(scope: Scope, importId: string): Promise<void> {
  await scope.run('delete from metric_import_part where workspace_id = $1 and import_id = $2', [
    scope.workspaceId,
    importId,
  ])
}
