import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecordRights } from '../record/use-record-rights.ts'
import { FireRisk } from './FireRisk.tsx'
import './alerting.css'

interface RiskActionsProps {
  planId: string
  risk: { readonly id: string; readonly values: Readonly<Record<string, unknown>> }
}

/** What can be done with a risk, beside the grid and in its panel; nothing for people who may not make tasks. */
export function RiskActions({ planId, risk }: RiskActionsProps) {
  const { t } = useTranslation('alert')
  const { canCreate } = useRecordRights('task')
  const [isFiring, setFiring] = useState(false)
  if (!canCreate) return null
  return (
    <>
      <button type="button" className="link-button" onClick={() => setFiring(true)}>
        {t('fire.button')}
      </button>
      {isFiring && (
        <FireRisk
          planId={planId}
          riskId={risk.id}
          name={String(risk.values['name'] ?? '')}
          onClose={() => setFiring(false)}
        />
      )}
    </>
  )
}
