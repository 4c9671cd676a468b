import type { updateMetricImport } from '@yingce/contracts/metrics/metric-import'
import type { BodyOf } from '@yingce/contracts/route'
import { isFactKey, isFactMetric } from '@yingce/domain/sheets/metric-field'
import type { Scope } from '../../../db/scope.ts'
import { Refusal } from '../../../http/refusal.ts'
import { readDraftContent } from './draft-content.store.ts'
import {
  type MetricChoices,
  lockMetricImport,
  storeMetricReading,
  type TableChoice,
} from './metric-import.store.ts'
import { sourceNameOf } from './metric-import-view.ts'
import { readOwnMetricWords } from '../dictionary/own-metric-words.read.ts'
import { findSource } from '../source/metric-source.store.ts'
import { readMetricFile } from './read-metrics-upload.ts'
import { clearParts, stagePart } from './stage-facts.store.ts'

type Change = BodyOf<typeof updateMetricImport>

const OTHER_FIELDS = new Set(['day', 'dayEnd', 'hour', 'currency'])

/** @throws Refusal `invalid_request` naming the columns whose field does not exist */
function requireFields(tables: Change['tables']): void {
  const issues = (tables ?? []).flatMap(({ columns = [] }, table) =>
    columns.flatMap(({ field }, column) =>
      field === null || isFactMetric(field) || isFactKey(field) || OTHER_FIELDS.has(field)
        ? []
        : [
            {
              path: `body.tables.${table}.columns.${column}.field`,
              code: 'unknown_field',
              message: `"${field}" is no field of metrics`,
            },
          ],
    ),
  )
  if (issues.length > 0) throw new Refusal('invalid_request', { issues })
}

/**
 * The choices after a change. Another header row forgets the columns chosen below the old one, and another
 * encoding both: they were chosen of a text that reads differently now.
 *
 * @param encoding what the draft was read in; null: no text
 */
function changed(
  before: MetricChoices,
  { tables, ...change }: Change,
  encoding: string | null,
): MetricChoices {
  const isOtherText = encoding !== null && change.encoding !== undefined && change.encoding !== encoding
  const kept: Record<string, TableChoice> = isOtherText
    ? Object.fromEntries(
        Object.entries(before.tables ?? {}).map(([sheet, { isTaken }]) => [sheet, { isTaken }]),
      )
    : { ...before.tables }
  for (const { sheet, columns, ...rest } of tables ?? []) {
    const old = kept[sheet] ?? {}
    const isMoved = rest.headerRow !== undefined && rest.headerRow !== old.headerRow
    kept[sheet] = {
      ...old,
      ...rest,
      ...(isMoved || columns !== undefined
        ? {
            columns: {
              ...(isMoved ? {} : old.columns),
              ...Object.fromEntries((columns ?? []).map(({ index, field }) => [index, field])),
            },
          }
        : {}),
    }
  }
  return { ...before, ...change, tables: kept }
}

/** Lays changes over a draft and reads the file again under them. @throws Refusal `file_…`, `wrong_state` */
export async function changeMetricImport(
  id: string,
  change: Change,
  inWorkspace: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>,
  signal: AbortSignal,
): Promise<void> {
  requireFields(change.tables)
  await inWorkspace(async (scope) => {
    const row = await lockMetricImport(scope, id, 'draft')
    const { bytes, fileName } = await readDraftContent(scope, id)
    const choices = changed(row.choices, change, row.encoding)
    const source = await findSource(scope, sourceNameOf({ ...row, choices }))
    const ownWords = await readOwnMetricWords(scope)
    await clearParts(scope, id)
    const read = await readMetricFile(
      { bytes, fileName, choices, mapping: source?.mapping ?? {}, ownWords },
      (part, number) => stagePart(scope, id, number, part),
      () => clearParts(scope, id),
      signal,
    )
    await storeMetricReading(scope, id, choices, read, read.reading, read.counts)
  })
}
