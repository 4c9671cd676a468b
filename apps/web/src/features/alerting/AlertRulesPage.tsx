import {
  type AlertRuleView,
  deleteAlertRule,
  listAlertRules,
  updateAlertRule,
} from '@yingce/contracts/alerting/alert-rule'
import { evaluateAlerts } from '@yingce/contracts/alerting/alert'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useAbility } from '../../api/use-session.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { usePlan } from '../plan/use-plan.ts'
import { AlertList } from './AlertList.tsx'
import { AlertRuleForm } from './AlertRuleForm.tsx'
import { SeverityTag } from './AlertTags.tsx'
import { inMyLanguage } from './metric-value.ts'
import './alerting.css'

/** The alerts of a plan and the rules that raise them; each rule reads as a sentence (M4). */
export function AlertRulesPage() {
  const { t } = useTranslation('alert')
  const plan = usePlan()
  const client = useQueryClient()
  const canSet = useAbility('plan.update')
  const canCheck = useAbility('record.update')
  const { message } = App.useApp()
  const [edited, setEdited] = useState<AlertRuleView | 'new' | null>(null)
  const key = ['plan', plan.id, 'alert-rules']
  const rules = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(listAlertRules, { params: { planId: plan.id }, signal }),
  })
  const refresh = () => client.invalidateQueries({ queryKey: ['plan', plan.id] })
  const toggle = useMutation({
    mutationFn: ({ rule, isOn }: { rule: AlertRuleView; isOn: boolean }) =>
      call(updateAlertRule, {
        params: { planId: plan.id, ruleId: rule.id },
        body: {
          name: rule.name,
          condition: rule.condition,
          policy: rule.policy,
          scope: rule.scope,
          recipients: rule.recipients,
          riskId: rule.riskId,
          version: rule.version,
          isOn,
        },
      }),
    onSettled: refresh,
  })
  const remove = useMutation({
    mutationFn: (rule: AlertRuleView) =>
      call(deleteAlertRule, { params: { planId: plan.id, ruleId: rule.id } }),
    onSettled: refresh,
  })
  const check = useMutation({
    mutationFn: () => call(evaluateAlerts, { params: { planId: plan.id } }),
    onSuccess: ({ fired }) =>
      void message.info(fired === 0 ? t('checkedNone') : t('checked', { count: fired })),
    onSettled: () => Promise.all([refresh(), client.invalidateQueries({ queryKey: ['alerts'] })]),
  })
  const items = rules.data?.items ?? []
  const failed = rules.error ?? toggle.error ?? remove.error ?? check.error
  return (
    <div className="page alert-rules">
      <section aria-labelledby="alert-rules">
        <div className="page-head">
          <h2 id="alert-rules">{t('rules')}</h2>
          <span className="spacer" />
          {canCheck && items.some(({ isOn }) => isOn) && (
            <Button loading={check.isPending} onClick={() => check.mutate()}>
              {t('checkNow')}
            </Button>
          )}
          {canSet && (
            <Button type="primary" onClick={() => setEdited('new')}>
              {t('newRule')}
            </Button>
          )}
        </div>
        {failed !== null && <ProblemNote error={failed} />}
        {rules.isSuccess && items.length === 0 && <p className="empty">{t('noRules')}</p>}
        <ul className="rule-list">
          {items.map((rule) => (
            <li key={rule.id} className="card">
              <div className="rule-sentence">
                {rule.scope.channel !== null && <strong>{rule.scope.channel} </strong>}
                {inMyLanguage(rule.sentence)}
              </div>
              <div className="alert-facts">
                <SeverityTag severity={rule.policy.severity} />
                <span className="figure-note">
                  {t('ruleAlerts', { count: rule.alertCount })}
                  {rule.evaluatedOn !== null && ` · ${t('judgedTo', { date: rule.evaluatedOn })}`}
                </span>
                <span className="spacer" />
                <Switch
                  size="small"
                  checked={rule.isOn}
                  disabled={!canSet}
                  aria-label={t('isOn', { rule: inMyLanguage(rule.sentence) })}
                  onChange={(isOn) => toggle.mutate({ rule, isOn })}
                />
                {canSet && (
                  <>
                    <Button size="small" onClick={() => setEdited(rule)}>
                      {t('edit')}
                    </Button>
                    <Button size="small" onClick={() => remove.mutate(rule)}>
                      {t('delete')}
                    </Button>
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="found-alerts">
        <div className="page-head">
          <h2 id="found-alerts">{t('found')}</h2>
        </div>
        <AlertList planId={plan.id} />
      </section>
      {edited !== null && (
        <AlertRuleForm
          plan={plan}
          rule={edited === 'new' ? null : edited}
          onClose={() => {
            setEdited(null)
            void refresh()
          }}
        />
      )}
    </div>
  )
}
