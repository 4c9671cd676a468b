import type { DocumentSections, EditableDocument } from '@yingce/contracts/export/document-text'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type { LocalDateTime } from '@yingce/domain/calendar/local-date-time'
import type { ReportLocale } from '@yingce/domain/review/document/report-input'
import { sectionsOf } from '@yingce/domain/review/document/sections-of'
import { weekAround } from '@yingce/domain/review/document/week-of-tasks'
import type { Scope } from '../../db/scope.ts'
import { documentData } from './document-data.ts'
import { readDocumentTexts } from './document-text.store.ts'
import { makeDocument } from './make-document.ts'

/**
 * What a person edits: each section's generated sentences, and the text that stands in their place.
 *
 * @throws Refusal `not_found`
 */
export async function readDocumentSections(
  scope: Scope,
  planId: string,
  document: EditableDocument,
  { locale, day, now }: { locale: ReportLocale; day: LocalDate | undefined; now: LocalDateTime },
): Promise<DocumentSections> {
  const generated = await makeDocument(scope, { planId, document, locale, now, day }, {})
  const ofDay = day ?? now.slice(0, 10)
  const texts = await readDocumentTexts(scope, { planId, document, locale, day: ofDay })
  const known = sectionsOf(generated)
  // A section that only a person's text brings into the document has no generated sentences.
  const own = texts.filter(({ section }) => !known.some(({ id }) => id === section))
  return {
    title: generated.title,
    week: document === 'weekly' ? { ...weekAround(ofDay) } : null,
    sections: [
      ...known,
      ...own.map(({ section }) => ({ id: section, title: section, text: '', data: [] })),
    ].map(({ id, title, text, data }) => {
      const written = texts.find(({ section }) => section === id)
      return {
        id,
        title,
        generated: text,
        data: data.map(documentData),
        written: written?.text ?? null,
        version: written?.version ?? 0,
        by: written?.by ?? null,
        at: written?.at ?? null,
      }
    }),
  }
}
