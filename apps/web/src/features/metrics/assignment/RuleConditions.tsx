import { NAME_PARTS, type RuleBody } from '@yingce/contracts/assignment/assignment'
import { LINE_FIELDS, OPERATORS } from '@yingce/domain/assignment/assignment-rule'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { BoundedNumber } from '../../../ui/BoundedNumber.tsx'

type Conditions = RuleBody['conditions']

interface RuleConditionsProps {
  conditions: Conditions
  onChange: (conditions: Conditions) => void
}

/** All of these have to hold. */
export function RuleConditions({ conditions, onChange }: RuleConditionsProps) {
  const { t } = useTranslation('data')
  const set = (index: number, change: Partial<Conditions[number]>) =>
    onChange(conditions.map((each, at) => (at === index ? { ...each, ...change } : each)))
  return (
    <fieldset className="rule-conditions">
      <legend className="figure-label">{t('assign.conditions')}</legend>
      {conditions.map((condition, index) => (
        <div key={index} className="inline-form">
          <Select
            value={condition.field}
            aria-label={t('assign.field', { number: index + 1 })}
            onChange={(field) => set(index, { field })}
            options={LINE_FIELDS.map((value) => ({ value, label: t(`key.${value}`) }))}
          />
          <Select
            value={condition.operator}
            aria-label={t('assign.operator', { number: index + 1 })}
            onChange={(operator) => set(index, { operator, part: operator === 'part' ? 1 : null })}
            options={OPERATORS.map((value) => ({ value, label: t(`assign.operators.${value}`) }))}
          />
          {condition.operator === 'part' && (
            <BoundedNumber
              value={condition.part}
              bounds={NAME_PARTS}
              precision={0}
              aria-label={t('assign.part', { number: index + 1 })}
              onChange={(part) => set(index, { part: part === 0 ? 1 : part })}
            />
          )}
          <Input
            value={condition.value}
            maxLength={400}
            aria-label={t('assign.value', { number: index + 1 })}
            onChange={(event) => set(index, { value: event.target.value })}
          />
          {conditions.length > 1 && (
            <Button onClick={() => onChange(conditions.filter((_each, at) => at !== index))}>
              {t('shell:common.delete')}
              <span className="visually-hidden"> {index + 1}</span>
            </Button>
          )}
        </div>
      ))}
      <Button
        size="small"
        onClick={() =>
          onChange([...conditions, { field: 'source', operator: 'equals', value: '', part: null }])
        }
      >
        {t('assign.addCondition')}
      </Button>
    </fieldset>
  )
}
