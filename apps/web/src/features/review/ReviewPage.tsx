import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SheetTabs } from '../record/SheetTabs.tsx'
import { DocumentEditor } from './DocumentEditor.tsx'
import '../record/record.css'

const SHEETS = ['effect_review', 'effect_evaluation'] as const
const VIEWS = ['documents', 'sheets'] as const

/** 复盘: the documents that are written of the data, and the team's own review sheets. */
export function ReviewPage() {
  const { t } = useTranslation('review')
  const [view, setView] = useState<(typeof VIEWS)[number]>('documents')
  return (
    <>
      <div className="sheet-switch review-switch">
        <Segmented
          aria-label={t('view.label')}
          value={view}
          onChange={setView}
          options={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      </div>
      {view === 'documents' ? <DocumentEditor /> : <SheetTabs entities={SHEETS} label={t('view.sheets')} />}
    </>
  )
}
