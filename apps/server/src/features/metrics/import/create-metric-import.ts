import type { MetricUploadFields } from '@yingce/contracts/metrics/metric-import'
import type { z } from 'zod'
import type { Scope } from '../../../db/scope.ts'
import type { Upload } from '../../../files/receive-upload.ts'
import { Refusal } from '../../../http/refusal.ts'
import { storeDraftContent } from './draft-content.store.ts'
import { insertMetricImport, type MetricChoices, storeMetricReading } from './metric-import.store.ts'
import { readOwnMetricWords } from '../dictionary/own-metric-words.read.ts'
import { findSource } from '../source/metric-source.store.ts'
import { readMetricFile } from './read-metrics-upload.ts'
import { clearParts, stagePart } from './stage-facts.store.ts'

/**
 * Reads an uploaded file into a draft: its bytes, what was understood, and the
 * facts its rows would become. Nothing of it counts yet.
 *
 * @throws Refusal `file_…`; `file_no_table` when no table of metrics is in it
 */
export async function createMetricImport(
  scope: Scope,
  id: string,
  { bytes, fileName, fields }: Upload<z.infer<typeof MetricUploadFields>>,
  signal: AbortSignal,
): Promise<void> {
  const choices: MetricChoices = { ...fields }
  await insertMetricImport(scope, { id, kind: 'file', fileName, fileBytes: bytes.length, choices })
  const source = fields.source === undefined ? null : await findSource(scope, fields.source)
  const ownWords = await readOwnMetricWords(scope)
  // Both to their ends, whatever becomes of the other: neither may write into a transaction that is over.
  const [stored, reading] = await Promise.allSettled([
    storeDraftContent(scope, id, bytes),
    readMetricFile(
      { bytes, fileName, choices, mapping: source?.mapping ?? {}, ownWords },
      (part, number) => stagePart(scope, id, number, part),
      () => clearParts(scope, id),
      signal,
    ),
  ])
  if (reading.status === 'rejected') throw reading.reason
  if (stored.status === 'rejected') throw stored.reason
  const read = reading.value
  if (read.reading.tables.length === 0) throw new Refusal('file_no_table')
  await storeMetricReading(scope, id, choices, read, read.reading, read.counts)
}
