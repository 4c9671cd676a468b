import { useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChannelBoardPanel } from '../board/channel/ChannelBoardPanel.tsx'
import { ComparePanel } from '../board/comparison/ComparePanel.tsx'
import { usePlan } from '../plan/use-plan.ts'
import { RecordSection } from './RecordSection.tsx'
import './record.css'

const PARTS = ['board', 'compare', 'channel_effect', 'metric_fact'] as const
type Part = (typeof PARTS)[number]

/** The channel board first, then two groups compared, and the two sheets that hold figures. A link to a record or a view opens its sheet. */
export function DataPage() {
  const { t } = useTranslation('boards')
  const plan = usePlan()
  const search = useSearch({ from: '/signed-in/plans/$planId/data' })
  const isOfSheet = search.record !== undefined || search.view !== undefined
  const [part, setPart] = useState<Part>(isOfSheet ? 'channel_effect' : 'board')
  return (
    <div className="sheet-page">
      <div className="sheet-switch">
        <Segmented<Part>
          value={part}
          onChange={setPart}
          aria-label={t('switch')}
          options={PARTS.map((value) => ({
            value,
            label:
              value === 'board'
                ? t('board')
                : value === 'compare'
                  ? t('compare.title')
                  : t(`record:sheet.${value}`),
          }))}
        />
      </div>
      {part === 'board' && <ChannelBoardPanel planId={plan.id} />}
      {part === 'compare' && <ComparePanel planId={plan.id} />}
      {part !== 'board' && part !== 'compare' && <RecordSection key={part} entity={part} />}
    </div>
  )
}
