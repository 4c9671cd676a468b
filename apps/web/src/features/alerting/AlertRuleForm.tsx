import {
  AlertRuleInput,
  type AlertRuleView,
  COOLDOWN_DAYS,
  createAlertRule,
  updateAlertRule,
} from '@yingce/contracts/alerting/alert-rule'
import type { PlanView } from '@yingce/contracts/plan/plan'
import { ruleSentence } from '@yingce/domain/alerting/rule-sentence'
import { ALERT_SEVERITIES } from '@yingce/domain/alerting/alert-rule'
import { listMembers } from '@yingce/contracts/workspace/member'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BoundedNumber } from '../../ui/BoundedNumber.tsx'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useRecordStore } from '../record/store/use-record-store.ts'
import { BackTest } from './BackTest.tsx'
import { ChannelField } from './ChannelField.tsx'
import { ConditionFields } from './ConditionFields.tsx'
import { useMetricDictionary } from '../metrics/dictionary/use-metric-definitions.ts'
import { inMyLanguage } from './metric-value.ts'
import { NEW_RULE } from './rule-draft.ts'
import { SidePanel } from '../../ui/Dialog.tsx'

interface AlertRuleFormProps {
  plan: PlanView
  /** null: a new one. */
  rule: AlertRuleView | null
  /** What a new one begins with; left out: the usual rule. */
  start?: AlertRuleInput
  onClose: () => void
}

function inputOf({
  name,
  condition,
  policy,
  scope,
  recipients,
  isOn,
  riskId,
}: AlertRuleInput): AlertRuleInput {
  return { name, condition, policy, scope, recipients, isOn, riskId }
}

/** A rule while it is made: the sentence that it is, and when it would have fired on the plan's own figures. */
export function AlertRuleForm({ plan, rule, start = NEW_RULE, onClose }: AlertRuleFormProps) {
  const { t } = useTranslation('alert')
  const id = useId()
  const [draft, setDraft] = useState<AlertRuleInput>(rule === null ? start : inputOf(rule))
  const members = useQuery({ queryKey: ['members'], queryFn: ({ signal }) => call(listMembers, { signal }) })
  const risks = useRecordStore(plan.id, 'risk')
  const save = useMutation({
    mutationFn: () =>
      rule === null
        ? call(createAlertRule, { params: { planId: plan.id }, body: draft })
        : call(updateAlertRule, {
            params: { planId: plan.id, ruleId: rule.id },
            body: { ...draft, version: rule.version },
          }),
    onSuccess: onClose,
  })
  const dictionary = useMetricDictionary()
  const { condition, policy, scope } = draft
  const change = (part: Partial<AlertRuleInput>) => setDraft({ ...draft, ...part })
  return (
    <SidePanel
      size={560}
      title={t(rule === null ? 'newRule' : 'editRule')}
      onClose={onClose}
      rootClassName="record-drawer"
      footer={
        <Button
          type="primary"
          // What the server would refuse is said at its field.
          disabled={!AlertRuleInput.safeParse(draft).success}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('save')}
        </Button>
      }
    >
      <p className="rule-sentence" role="status">
        {scope.channel !== null && <strong>{scope.channel} </strong>}
        {inMyLanguage(ruleSentence(condition, dictionary))}
      </p>
      {save.isError && <ProblemNote error={save.error} />}
      <div className="rule-fields">
        <ConditionFields condition={condition} onChange={(next) => change({ condition: next })} />
        {condition.type !== 'stalled_task' && (
          <ChannelField
            planId={plan.id}
            channel={scope.channel}
            onChange={(channel) => change({ scope: { ...scope, channel } })}
          />
        )}
        <div className="note-field">
          <label htmlFor={`${id}-severity`}>{t('form.severity')}</label>
          <Select
            id={`${id}-severity`}
            value={policy.severity}
            onChange={(severity) => change({ policy: { ...policy, severity } })}
            options={ALERT_SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
          />
        </div>
        <div className="note-field">
          <label htmlFor={`${id}-cooldown`}>{t('form.cooldown')}</label>
          <BoundedNumber
            id={`${id}-cooldown`}
            bounds={COOLDOWN_DAYS}
            value={policy.cooldownDays}
            suffix={t('form.days')}
            onChange={(days) => change({ policy: { ...policy, cooldownDays: days ?? 0 } })}
          />
        </div>
        <div className="note-field">
          <label htmlFor={`${id}-who`}>{t('form.recipients')}</label>
          <Select
            id={`${id}-who`}
            mode="multiple"
            value={[...draft.recipients]}
            placeholder={t('form.planMaker')}
            optionFilterProp="label"
            onChange={(recipients: string[]) => change({ recipients })}
            options={(members.data?.items ?? []).map((member) => ({ value: member.id, label: member.name }))}
          />
        </div>
        {risks.records.length > 0 && (
          <div className="note-field">
            <label htmlFor={`${id}-risk`}>{t('form.risk')}</label>
            <Select
              id={`${id}-risk`}
              allowClear
              value={draft.riskId}
              placeholder={t('form.noRisk')}
              onChange={(riskId: string | undefined) => change({ riskId: riskId ?? null })}
              showSearch={{ optionFilterProp: 'label' }}
              options={risks.records.map((risk) => ({ value: risk.id, label: String(risk.values['name']) }))}
            />
          </div>
        )}
      </div>
      <BackTest plan={plan} condition={condition} policy={policy} scope={scope} />
    </SidePanel>
  )
}
