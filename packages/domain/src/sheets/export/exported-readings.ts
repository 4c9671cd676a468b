import type { ImportRecord } from '../import-table.ts'
import { recognizeWorkbook } from '../recognize-workbook.ts'
import { documentAsSource } from './document-as-source.ts'
import type { DocumentLocale, PlanExport } from './plan-export.ts'
import { workbookDocumentOf } from './workbook-document-of.ts'

/**
 * What the sheets of an export say when they are read back, by record id. A cell
 * cannot hold every value as it is: "无" reads as nothing, spaces at the ends are
 * dropped, a range shows as one text. Against this a returning cell is known as
 * untouched, whatever its record holds.
 *
 * @param records as they were at the export
 */
export function exportedReadings(
  records: PlanExport,
  locale: DocumentLocale,
): ReadonlyMap<string, ImportRecord> {
  const document = workbookDocumentOf(records, { locale, exportId: 'read-back' })
  const { tables } = recognizeWorkbook(documentAsSource(document))
  return new Map(
    tables.flatMap((table) =>
      table.records.flatMap((record) =>
        record.recordId === null ? [] : [[record.recordId, record] as const],
      ),
    ),
  )
}
