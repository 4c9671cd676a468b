import type { AssignmentOverview } from '@yingce/contracts/assignment/assignment'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { MISSING } from '../../../ui/format.ts'
import { amountsText, placeText, ruleSentence } from './rule-draft.ts'

interface RuleListProps {
  rules: AssignmentOverview['rules']
  /** null: may only look. */
  onEdit: ((index: number) => void) | null
  /** A new order, by the places of the present one; a place left out is a rule deleted. */
  onPropose: (order: readonly number[]) => void
}

/** The rules in the order in which they are tried, with what each takes. */
export function RuleList({ rules, onEdit, onPropose }: RuleListProps) {
  const { t } = useTranslation('data')
  if (rules.length === 0) return <p className="empty">{t('assign.noRules')}</p>
  const order = rules.map((_rule, index) => index)
  const up = (index: number) => onPropose(order.with(index, index - 1).with(index - 1, index))
  return (
    <ol className="rule-list">
      {rules.map((rule, index) => (
        <li key={rule.id}>
          <div className="rule-text">
            <strong>{rule.name}</strong>
            <span className="figure-note">{ruleSentence(rule, t)}</span>
            <span>→ {placeText(rule.place, t)}</span>
          </div>
          <div className="rule-figures">
            <span>{rule.amounts.length === 0 ? MISSING : amountsText(rule.amounts)}</span>
            <span className="figure-note">{t('assign.lines', { count: rule.lines })}</span>
          </div>
          {onEdit !== null && (
            <div className="inline-form">
              <Button size="small" disabled={index === 0} onClick={() => up(index)}>
                {t('assign.up')}
                <span className="visually-hidden"> {rule.name}</span>
              </Button>
              <Button size="small" onClick={() => onEdit(index)}>
                {t('shell:common.edit')}
                <span className="visually-hidden"> {rule.name}</span>
              </Button>
              <Button size="small" danger onClick={() => onPropose(order.filter((each) => each !== index))}>
                {t('shell:common.delete')}
                <span className="visually-hidden"> {rule.name}</span>
              </Button>
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
