import type { Entity } from '@yingce/domain/records/entities'
import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordSection } from './RecordSection.tsx'
import './record.css'

interface SheetTabsProps {
  entities: readonly Entity[]
  label: string
  /** A view beside the sheets that is no sheet. */
  view?: { readonly label: string; readonly content: ReactNode }
}

/** A page of several sheets: one is shown, the others are one click away. */
export function SheetTabs({ entities, label, view }: SheetTabsProps) {
  const { t } = useTranslation('record')
  const [shown, setShown] = useState<Entity | 'view'>(entities[0] ?? 'task')
  const options = entities.map((value): { value: Entity | 'view'; label: string } => ({
    value,
    label: t(`sheet.${value}`),
  }))
  if (view !== undefined) options.push({ value: 'view', label: view.label })
  return (
    <div className="sheet-page">
      {options.length > 1 && (
        <div className="sheet-switch">
          <Segmented<Entity | 'view'>
            value={shown}
            onChange={setShown}
            aria-label={label}
            options={options}
          />
        </div>
      )}
      {shown === 'view' ? view?.content : <RecordSection key={shown} entity={shown} />}
    </div>
  )
}
