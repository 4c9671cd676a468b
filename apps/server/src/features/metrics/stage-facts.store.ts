import type { FactKey, FactMetric } from '@yingce/domain/sheets/metric-field'
import type { FactPart, StagedKey } from '@yingce/office/metrics/fact-parts'
import type { Scope } from '../../db/scope.ts'
import { keyColumn, metricColumn } from './fact-columns.ts'

function keyJson({ id, level, depth, texts }: StagedKey): Record<string, unknown> {
  return {
    id,
    level,
    depth,
    ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [keyColumn(key as FactKey), text])),
  }
}

/** Puts facts of an import aside, to be written when it is confirmed. */
export async function stagePart(
  scope: Scope,
  importId: string,
  number: number,
  part: FactPart,
): Promise<void> {
  const figures = Object.fromEntries(
    Object.entries(part.figures).map(([metric, literal]) => [metricColumn(metric as FactMetric), literal]),
  )
  await scope.run(
    `insert into metric_import_part (workspace_id, import_id, part, keys, key_ids, days, untils, hours, figures)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      scope.workspaceId,
      importId,
      number,
      JSON.stringify(part.keys.map(keyJson)),
      part.keyIds,
      part.days,
      part.untils,
      part.hours,
      JSON.stringify(figures),
    ],
  )
}

export async function clearParts(scope: Scope, importId: string): Promise<void> {
  await scope.run('delete from metric_import_part where workspace_id = $1 and import_id = $2', [
    scope.workspaceId,
    importId,
  ])
}
