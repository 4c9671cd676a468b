import type { RuleBody } from '@yingce/contracts/assignment/assignment'
import { listPlans } from '@yingce/contracts/plan/plan'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { RuleConditions } from './RuleConditions.tsx'
import { RuleShares } from './RuleShares.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'

interface RuleDialogProps {
  rule: RuleBody
  onClose: () => void
  onDone: (rule: RuleBody) => void
}

const WHOLE_BPS = 10_000

/** Why a rule cannot go on to its preview; null when it can. */
function whyNot({ name, conditions, target }: RuleBody): string | null {
  if (name.trim() === '') return 'name'
  if (conditions.length === 0 || conditions.some(({ value }) => value.trim() === '')) return 'condition'
  if (target.planId === '') return 'plan'
  const sum = target.shares.reduce((total, { shareBps }) => total + shareBps, 0)
  return target.shares.length > 0 && sum !== WHOLE_BPS ? 'shares' : null
}

/** One rule: what a line has to say, and where it goes then. */
export function RuleDialog({ rule: given, onClose, onDone }: RuleDialogProps) {
  const { t } = useTranslation('data')
  const [rule, setRule] = useState(given)
  const plans = useQuery({
    queryKey: ['plans', 'all'],
    queryFn: ({ signal }) => call(listPlans, { query: { limit: 200 }, signal }),
  })
  const { target } = rule
  const reason = whyNot(rule)
  const setTarget = (change: Partial<RuleBody['target']>) =>
    setRule({ ...rule, target: { ...target, ...change } })
  const optional = (text: string) => (text.trim() === '' ? null : text)
  return (
    <Dialog
      width={720}
      title={t(given.id === undefined ? 'assign.new' : 'assign.edit')}
      onCancel={onClose}
      cancelText={t('shell:common.cancel')}
      okText={t('assign.preview')}
      okButtonProps={{ disabled: reason !== null }}
      onOk={() => onDone(rule)}
    >
      <div className="stack">
        <label className="stacked-label">
          <span className="figure-label">{t('assign.name')}</span>
          <Input
            value={rule.name}
            maxLength={120}
            onChange={(event) => setRule({ ...rule, name: event.target.value })}
          />
        </label>
        <RuleConditions
          conditions={rule.conditions}
          onChange={(conditions) => setRule({ ...rule, conditions })}
        />
        <div className="form-row form-row-three">
          <label className="stacked-label">
            <span className="figure-label">{t('assign.plan')}</span>
            <Select
              value={target.planId === '' ? null : target.planId}
              aria-label={t('assign.plan')}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(planId: string) => setTarget({ planId, shares: [] })}
              options={(plans.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          </label>
          <label className="stacked-label">
            <span className="figure-label">{t('assign.strategy')}</span>
            <Input
              value={target.strategy ?? ''}
              maxLength={120}
              onChange={(event) => setTarget({ strategy: optional(event.target.value) })}
            />
          </label>
          <label className="stacked-label">
            <span className="figure-label">{t('assign.creator')}</span>
            <Input
              value={target.creator ?? ''}
              maxLength={120}
              onChange={(event) => setTarget({ creator: optional(event.target.value) })}
            />
          </label>
        </div>
        {target.planId !== '' && (
          <RuleShares
            planId={target.planId}
            shares={target.shares}
            onChange={(shares) => setTarget({ shares })}
          />
        )}
        <p role="status" className="figure-note">
          {reason === null ? '' : t(`assign.missing.${reason}`)}
        </p>
      </div>
    </Dialog>
  )
}
