import { freeOwnMetric, OWN_COUNTS, OWN_LEVELS } from '@yingce/domain/metrics/own-metric'
import type { MetricDefinition, MetricUnit } from '@yingce/domain/metrics/metric-definition'
import { useTranslation } from 'react-i18next'

interface OwnMetricChoiceProps {
  definitions: readonly MetricDefinition[]
  onChoose: (metric: string, unit: MetricUnit) => void
}

/** A metric that is filled in or imported takes one of those that nobody has named yet. */
export function OwnMetricChoice({ definitions, onChoose }: OwnMetricChoiceProps) {
  const { t } = useTranslation('metrics')
  const choices = [
    { name: 'count', unit: 'count' as const, metric: freeOwnMetric(OWN_COUNTS, definitions) },
    { name: 'level', unit: 'index' as const, metric: freeOwnMetric(OWN_LEVELS, definitions) },
  ]
  return (
    <p className="figure-note metric-own">
      {t('own.lead')}{' '}
      {choices.map(({ name, unit, metric }) =>
        metric === null ? (
          <span key={name}>{t(`own.none.${name}`)} </span>
        ) : (
          <button key={name} type="button" className="link-button" onClick={() => onChoose(metric, unit)}>
            {t(`own.${name}`)}
          </button>
        ),
      )}
    </p>
  )
}
