import { Select } from 'antd'
import { sampleMetric } from '@yingce/domain/alerting/sample-metric'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { BoundedNumber } from '../../ui/BoundedNumber.tsx'
import { useMetricDictionary } from '../metrics/dictionary/use-metric-definitions.ts'
import { metricName } from '../metrics/metric-name.ts'
import {
  type Condition,
  CONDITION_TYPES,
  type ConditionType,
  shownValue,
  storedValue,
  unitMark,
  unitOf,
  usualCondition,
  watchable,
  withMetric,
} from './rule-draft.ts'

interface ConditionFieldsProps {
  condition: Condition
  onChange: (condition: Condition) => void
}

/** The figures of a condition, each kind with its own. */
export function ConditionFields({ condition, onChange }: ConditionFieldsProps) {
  const { t } = useTranslation('alert')
  const id = useId()
  const number = (
    name: string,
    value: number,
    onValue: (value: number) => void,
    {
      suffix = '',
      min = 0,
      max = 1e12,
      label = t(`form.${name}`),
    }: { suffix?: string; min?: number; max?: number; label?: string } = {},
  ) => (
    <div className="note-field" key={name}>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <BoundedNumber
        id={`${id}-${name}`}
        bounds={{ min, max }}
        value={value}
        suffix={suffix}
        onChange={(next) => {
          if (next !== null) onValue(next)
        }}
      />
    </div>
  )
  const choice = <T extends string>(
    name: string,
    value: T,
    options: readonly T[],
    onValue: (value: T) => void,
  ) => (
    <div className="note-field" key={name}>
      <label htmlFor={`${id}-${name}`}>{t(`form.${name}`)}</label>
      <Select
        id={`${id}-${name}`}
        value={value}
        onChange={onValue}
        options={options.map((one) => ({ value: one, label: t(`form.${name}Of.${String(one)}`) }))}
      />
    </div>
  )
  const dictionary = useMetricDictionary()
  const sampled = 'metric' in condition ? sampleMetric(condition.metric) : null
  const fields = () => {
    switch (condition.type) {
      case 'threshold':
        return [
          choice('comparator', condition.comparator, ['lt', 'lte', 'gt', 'gte'] as const, (comparator) =>
            onChange({ ...condition, comparator }),
          ),
          number(
            'line',
            shownValue(unitOf(dictionary, condition.metric), condition.value),
            (shown) =>
              onChange({ ...condition, value: storedValue(unitOf(dictionary, condition.metric), shown) }),
            { suffix: unitMark(unitOf(dictionary, condition.metric)) },
          ),
          number(
            'breaches',
            condition.breaches,
            (breaches) => onChange({ ...condition, breaches, days: Math.max(breaches, condition.days) }),
            { min: 1, max: 60 },
          ),
          number(
            'ofDays',
            condition.days,
            (days) => onChange({ ...condition, days, breaches: Math.min(days, condition.breaches) }),
            { min: 1, max: 60, suffix: t('form.days') },
          ),
          ...(sampled === null
            ? []
            : [
                number(
                  'sample',
                  condition.minimumSample ?? 0,
                  (sample) =>
                    onChange({ ...condition, minimumSample: sample === 0 ? null : Math.round(sample) }),
                  {
                    max: 1_000_000_000,
                    label: t('form.sample', { metric: metricName(sampled, dictionary) }),
                  },
                ),
              ]),
        ]
      case 'change':
        return [
          choice('direction', condition.direction, ['fall', 'rise', 'either'] as const, (direction) =>
            onChange({ ...condition, direction }),
          ),
          number(
            'minimumChange',
            condition.minimumChange * 100,
            (share) => onChange({ ...condition, minimumChange: share / 100 }),
            { suffix: '%', max: 1000 },
          ),
          number('deviations', condition.deviations, (deviations) => onChange({ ...condition, deviations }), {
            min: 1,
            max: 20,
          }),
        ]
      case 'pacing':
        return [
          number('band', condition.band * 100, (share) => onChange({ ...condition, band: share / 100 }), {
            suffix: '%',
            max: 100,
          }),
        ]
      case 'overspend':
        return [
          choice('basis', condition.basis, ['day', 'cumulative'] as const, (basis) =>
            onChange({ ...condition, basis }),
          ),
          number(
            'tolerance',
            condition.tolerance * 100,
            (share) => onChange({ ...condition, tolerance: share / 100 }),
            { suffix: '%', max: 1000 },
          ),
        ]
      case 'missing_data':
        return [
          number('missingDays', condition.days, (days) => onChange({ ...condition, days }), {
            min: 1,
            max: 60,
            suffix: t('form.days'),
          }),
        ]
      case 'stalled_task':
        return [
          number(
            'workingDays',
            condition.workingDays,
            (workingDays) => onChange({ ...condition, workingDays }),
            { min: 1, max: 60, suffix: t('form.workdays') },
          ),
        ]
    }
  }
  return (
    <>
      <div className="note-field">
        <label htmlFor={`${id}-type`}>{t('form.type')}</label>
        <Select<ConditionType>
          id={`${id}-type`}
          value={condition.type}
          onChange={(type) =>
            onChange(
              'metric' in condition
                ? usualCondition(type, condition.metric, dictionary.get(condition.metric)?.kind === 'flow')
                : usualCondition(type, 'ctr'),
            )
          }
          options={CONDITION_TYPES.map((value) => ({ value, label: t(`form.typeOf.${value}`) }))}
        />
      </div>
      {condition.type !== 'stalled_task' && (
        <div className="note-field">
          <label htmlFor={`${id}-metric`}>{t('form.metric')}</label>
          <Select
            id={`${id}-metric`}
            showSearch
            optionFilterProp="label"
            value={condition.metric}
            onChange={(metric) => onChange(withMetric(condition, metric))}
            options={watchable(dictionary, condition.type).map(({ key }) => ({
              value: key,
              label: metricName(key, dictionary),
            }))}
          />
        </div>
      )}
      {fields()}
    </>
  )
}
