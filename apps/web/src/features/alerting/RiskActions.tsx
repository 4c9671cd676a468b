import type { PlanView } from '@yingce/contracts/plan/plan'
import { ruleOfText } from '@yingce/domain/alerting/rule-of-text'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAbility } from '../../api/use-session.ts'
import { useMetricDictionary } from '../metrics/dictionary/use-metric-definitions.ts'
import { useRecordRights } from '../record/use-record-rights.ts'
import { AlertRuleForm } from './AlertRuleForm.tsx'
import { FireRisk } from './FireRisk.tsx'
import { NEW_RULE } from './rule-draft.ts'
import './alerting.css'

interface RiskActionsProps {
  plan: PlanView
  risk: { readonly id: string; readonly values: Readonly<Record<string, unknown>> }
}

/**
 * What a person may do with a risk, beside the grid and in its panel: say that it has come about, and,
 * where its trigger reads as a rule, have a rule watch it. Nothing is made before the form is saved.
 */
export function RiskActions({ plan, risk }: RiskActionsProps) {
  const { t } = useTranslation('alert')
  const client = useQueryClient()
  const { canCreate } = useRecordRights('task')
  const canSet = useAbility('plan.update')
  const dictionary = useMetricDictionary()
  const [opened, setOpened] = useState<'fire' | 'rule' | null>(null)
  const { name, trigger } = risk.values
  const read = canSet && typeof trigger === 'string' ? ruleOfText(trigger, dictionary) : null
  const close = () => setOpened(null)
  return (
    <>
      {canCreate && (
        <button type="button" className="link-button" onClick={() => setOpened('fire')}>
          {t('fire.button')}
        </button>
      )}
      {read !== null && (
        <button type="button" className="link-button" onClick={() => setOpened('rule')}>
          {t('ruleOfRisk')}
        </button>
      )}
      {opened === 'fire' && (
        <FireRisk planId={plan.id} riskId={risk.id} name={String(name ?? '')} onClose={close} />
      )}
      {opened === 'rule' && read !== null && (
        <AlertRuleForm
          plan={plan}
          rule={null}
          start={{
            ...NEW_RULE,
            condition: read.condition,
            scope: { ...NEW_RULE.scope, channel: read.channel },
            riskId: risk.id,
          }}
          onClose={() => {
            close()
            void client.invalidateQueries({ queryKey: ['plan', plan.id] })
          }}
        />
      )}
    </>
  )
}
