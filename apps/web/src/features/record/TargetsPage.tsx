import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { KpiTreePage } from '../kpi-tree/KpiTreePage.tsx'
import { usePlan } from '../plan/use-plan.ts'
import { RecordSection } from './RecordSection.tsx'
import './record.css'

/** Targets of the plan as the team's table, or as the KPI tree that facts are measured against. */
export function TargetsPage() {
  const { t } = useTranslation('kpi')
  const { id: planId } = usePlan()
  const { as = 'table' } = useSearch({ from: '/signed-in/plans/$planId/targets' })
  const navigate = useNavigate()
  const show = (next: 'table' | 'tree') =>
    navigate({
      to: '/plans/$planId/targets',
      params: { planId },
      search: next === 'tree' ? { as: next } : {},
    })
  return (
    <div className="sheet-page">
      <div className="sheet-switch">
        <Segmented<'table' | 'tree'>
          value={as}
          onChange={(next) => void show(next)}
          aria-label={t('switch.label')}
          options={[
            { value: 'table', label: t('switch.table') },
            { value: 'tree', label: t('switch.tree') },
          ]}
        />
      </div>
      {as === 'tree' ? <KpiTreePage /> : <RecordSection entity="target" />}
    </div>
  )
}
