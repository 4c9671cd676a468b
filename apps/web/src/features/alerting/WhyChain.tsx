import { CAUSE_CATEGORIES } from '@yingce/domain/records/entities'
import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { useAbility } from '../../api/use-session.ts'
import { NoteField } from '../../ui/NoteField.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { ConflictDialog } from '../record/ConflictDialog.tsx'
import { useRecordStore } from '../record/store/use-record-store.ts'

const WHYS = [1, 2, 3, 4, 5] as const
const ENDS = ['cause', 'corrective', 'preventive'] as const

/** 5-Why 根因分析 (M10): each answer with its evidence, then the cause and what is done about it, by whom and until when; written by several at once. */
export function WhyChain({ planId, rootCauseId }: { planId: string; rootCauseId: string }) {
  const { t } = useTranslation('alert')
  const canWrite = useAbility('record.update')
  const { store, conflicts, isLoading, error } = useRecordStore(planId, 'root_cause')
  const record = store.get(rootCauseId)
  if (record === undefined) {
    if (isLoading) return <div className="skeleton skeleton-card" />
    return error === null ? null : <ProblemNote error={error} />
  }
  const set = (field: string, value: string | null) =>
    store.edit([
      {
        id: rootCauseId,
        values: { [field]: value },
        unread: {},
        baseVersion: store.get(rootCauseId)?.version ?? record.version,
        isOverwriting: false,
      },
    ])
  const text = (field: string) => (record.values[field] as string | null) ?? ''
  const note = (field: string, isShort = false) => (
    <NoteField
      key={field}
      isShort={isShort}
      label={t(`fields:root_cause.${field}`)}
      value={text(field)}
      isReadOnly={!canWrite}
      onChange={(value) => set(field, value === '' ? null : value)}
    />
  )
  // The next question is asked once the last one has an answer.
  const asked = WHYS.filter(
    (step) => step === 1 || text(`why${step - 1}`) !== '' || text(`why${step}`) !== '',
  )
  return (
    <section className="card" aria-label={t('why')}>
      <div className="card-head">
        <h2>{t('why')}</h2>
        <small>{String(record.values['name'])}</small>
      </div>
      <ol className="why-chain">
        {asked.map((step) => (
          <li key={step}>
            {note(`why${step}`)}
            {note(`evidence${step}`)}
          </li>
        ))}
      </ol>
      <div className="why-ends">
        <div className="note-field">
          <label htmlFor={`${rootCauseId}-category`}>{t('fields:root_cause.category')}</label>
          <Select
            id={`${rootCauseId}-category`}
            disabled={!canWrite}
            value={text('category')}
            onChange={(value) => set('category', value)}
            options={CAUSE_CATEGORIES.map((value) => ({ value, label: t(`fields:choice.${value}`) }))}
          />
        </div>
        {ENDS.map((field) => note(field))}
        {note('owner', true)}
        <div className="note-field">
          <label htmlFor={`${rootCauseId}-due`}>{t('fields:root_cause.dueDate')}</label>
          <DatePicker
            id={`${rootCauseId}-due`}
            disabled={!canWrite}
            value={text('dueDate') === '' ? null : dayjs(text('dueDate'))}
            onChange={(day) => set('dueDate', day?.format('YYYY-MM-DD') ?? null)}
          />
        </div>
      </div>
      <ConflictDialog
        entity="root_cause"
        conflict={conflicts.get(rootCauseId) ?? null}
        name={String(record.values['name'])}
        onSettle={(choices) => store.settle(rootCauseId, choices)}
        onLater={() => store.settle(rootCauseId, {})}
      />
    </section>
  )
}
