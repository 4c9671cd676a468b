import {
  type DocumentSections,
  EDITABLE_DOCUMENTS,
  type EditableDocument,
  getDocumentSections,
  writeDocumentSection,
} from '@yingce/contracts/export/document-text'
import { DOCUMENT_FORMATS, exportDocument } from '@yingce/contracts/export/export'
import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import { isLocalDate } from '@yingce/domain/calendar/local-date'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, urlOf } from '../../api/call.ts'
import { useAbility, useSession } from '../../api/use-session.ts'
import { currentLocale } from '../../i18n.ts'
import { formatMoment } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useDownload } from '../../ui/use-download.ts'
import { usePlan } from '../plan/use-plan.ts'
import { DocumentFigures } from './DocumentFigures.tsx'
import './review.css'

type Section = DocumentSections['sections'][number]

interface SectionFieldProps {
  section: Section
  canWrite: boolean
  isSaving: boolean
  onSave: (text: string | null) => void
}

/** One section: what the data say, or what somebody wrote instead; the tables and charts of the document stay the data's. */
function SectionField({ section, canWrite, isSaving, onSave }: SectionFieldProps) {
  const { t } = useTranslation('review')
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? section.written ?? section.generated
  return (
    <section className="card" aria-label={section.title}>
      <div className="card-head">
        <h2>{section.title}</h2>
        <small>
          {section.written === null
            ? t('generated')
            : t('writtenBy', {
                by: section.by ?? '',
                at: section.at === null ? '' : formatMoment(section.at),
              })}
        </small>
      </div>
      <Input.TextArea
        aria-label={section.title}
        readOnly={!canWrite}
        autoSize={{ minRows: 2, maxRows: 20 }}
        maxLength={20_000}
        placeholder={t('onlyData')}
        value={shown}
        onChange={(event) => setDraft(event.target.value)}
      />
      {canWrite && (draft !== null || section.written !== null) && (
        <div className="review-buttons">
          <Button
            size="small"
            type="primary"
            disabled={draft === null || draft === (section.written ?? section.generated)}
            loading={isSaving}
            onClick={() => onSave(shown)}
          >
            {t('save')}
          </Button>
          {section.written !== null && (
            <Button size="small" onClick={() => onSave(null)}>
              {t('again')}
            </Button>
          )}
        </div>
      )}
      <DocumentFigures data={section.data} />
    </section>
  )
}

/** The plan's documents, filled in from its data and edited here before they leave (R1–R3). */
export function DocumentEditor() {
  const { t } = useTranslation('review')
  const plan = usePlan()
  const client = useQueryClient()
  const canWrite = useAbility('record.update')
  const canExport = useAbility('export.run')
  const today = useSession().workspace?.today ?? ''
  const [document, setDocument] = useState<EditableDocument>('weekly')
  // In the address: a notice names the week of its report.
  const { day: asked } = useSearch({ from: '/signed-in/plans/$planId/review' })
  const day = isLocalDate(asked) ? asked : today
  const navigate = useNavigate({ from: '/plans/$planId/review' })
  const setDay = (next: string) =>
    void navigate({ to: '.', replace: true, search: (previous) => ({ ...previous, day: next }) })
  const download = useDownload()
  const locale = currentLocale()
  const ofWeek = document === 'weekly' ? { day } : {}
  const params = { planId: plan.id, document }
  const key = ['plan', plan.id, 'document', document, locale, ofWeek]
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(getDocumentSections, { params, query: { locale, ...ofWeek }, signal }),
  })
  const write = useMutation({
    mutationFn: ({ section, text }: { section: Section; text: string | null }) =>
      call(writeDocumentSection, {
        params: { ...params, section: section.id },
        body: { locale, ...ofWeek, text, version: section.version },
      }),
    onSuccess: (answer) => client.setQueryData(key, answer),
  })
  const week = query.data?.week ?? null
  return (
    <div className="review-editor">
      <div className="page-head">
        <Segmented<EditableDocument>
          aria-label={t('which')}
          value={document}
          onChange={setDocument}
          options={EDITABLE_DOCUMENTS.map((value) => ({ value, label: t(`document.${value}`) }))}
        />
        {week !== null && (
          <span className="review-week">
            <Button size="small" aria-label={t('weekBefore')} onClick={() => setDay(addDays(day, -7))}>
              ‹
            </Button>
            {week.start} – {week.end}
            <Button size="small" aria-label={t('weekAfter')} onClick={() => setDay(addDays(day, 7))}>
              ›
            </Button>
          </span>
        )}
        <span className="spacer" />
        {canExport &&
          DOCUMENT_FORMATS.map((format) => (
            <Button
              key={format}
              size="small"
              disabled={download.isBusy}
              onClick={() =>
                download.take(
                  t(`document.${document}`),
                  urlOf(exportDocument, { params, query: { locale, format, ...ofWeek } }),
                )
              }
            >
              {format.toUpperCase()}
            </Button>
          ))}
      </div>
      <p className="figure-note">{t('lead')}</p>
      {query.isError && <ProblemNote error={query.error} />}
      {write.isError && <ProblemNote error={write.error} />}
      {query.isPending && <div className="skeleton skeleton-block" />}
      {(query.data?.sections ?? []).map((section) => (
        <SectionField
          key={`${document} ${week?.start ?? ''} ${section.id} ${section.version}`}
          section={section}
          canWrite={canWrite}
          isSaving={write.isPending && write.variables.section.id === section.id}
          onSave={(text) => write.mutate({ section, text })}
        />
      ))}
    </div>
  )
}
