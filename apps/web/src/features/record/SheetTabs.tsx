import type { Entity } from '@yingce/domain/records/entities'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordSection } from './RecordSection.tsx'
import './record.css'

/** A page of several sheets: one is shown, the others are one click away. */
export function SheetTabs({ entities, label }: { entities: readonly Entity[]; label: string }) {
  const { t } = useTranslation('record')
  const [entity, setEntity] = useState<Entity>(entities[0] ?? 'task')
  return (
    <div className="sheet-page">
      {entities.length > 1 && (
        <div className="sheet-switch">
          <Segmented<Entity>
            value={entity}
            onChange={setEntity}
            aria-label={label}
            options={entities.map((value) => ({ value, label: t(`sheet.${value}`) }))}
          />
        </div>
      )}
      <RecordSection key={entity} entity={entity} />
    </div>
  )
}
