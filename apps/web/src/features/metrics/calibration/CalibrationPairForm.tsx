import type { CalibrationPair } from '@yingce/contracts/metrics/calibration'
import type { MetricSource } from '@yingce/contracts/metrics/metric-source'
import { TOLERANCE_BOUNDS } from '@yingce/domain/metrics/calibrate'
import { CALIBRATED_METRICS } from '@yingce/domain/metrics/compare-sources'
import { COUNTED_SOURCES } from '@yingce/domain/metrics/trusted-source'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { BoundedNumber } from '../../../ui/BoundedNumber.tsx'
import { metricName, sourceName } from '../metric-name.ts'

const PERCENT_BOUNDS = { min: TOLERANCE_BOUNDS.min * 100, max: TOLERANCE_BOUNDS.max * 100 }

interface CalibrationPairFormProps {
  /** From 1, to tell the fields of several apart. */
  number: number
  pair: CalibrationPair
  sources: readonly MetricSource[]
  onChange: (pair: CalibrationPair) => void
  onRemove: () => void
}

/** One comparison: which metric, which two sources, how far apart they may be, and which one counts. */
export function CalibrationPairForm({ number, pair, sources, onChange, onRemove }: CalibrationPairFormProps) {
  const { t } = useTranslation('calibration')
  const label = (what: string) => t('fieldOf', { what: t(what), number })
  const options = sources.map(({ id, name }) => ({ value: id, label: sourceName(name) }))
  const nameOf = (id: string) => options.find(({ value }) => value === id)?.label ?? t('noSource')
  const field = (what: string, control: React.ReactNode) => (
    <div className="calibration-field">
      <span className="figure-label" aria-hidden="true">
        {t(what)}
      </span>
      {control}
    </div>
  )
  return (
    <div className="calibration-form" role="group" aria-label={t('pairOf', { number })}>
      {field(
        'metric',
        <Select
          value={pair.metric}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={label('metric')}
          onChange={(metric) => onChange({ ...pair, metric })}
          options={CALIBRATED_METRICS.map((value) => ({ value, label: metricName(value) }))}
        />,
      )}
      {field(
        'platform',
        <Select
          value={pair.platformId}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={label('platform')}
          onChange={(platformId) => onChange({ ...pair, platformId })}
          options={options}
        />,
      )}
      {field(
        'other',
        <Select
          value={pair.otherId}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={label('other')}
          onChange={(otherId) => onChange({ ...pair, otherId })}
          options={options}
        />,
      )}
      {field(
        'tolerance',
        <BoundedNumber
          value={Number((pair.tolerance * 100).toFixed(4))}
          bounds={PERCENT_BOUNDS}
          suffix="%"
          aria-label={label('tolerance')}
          onChange={(percent) => onChange({ ...pair, tolerance: (percent ?? 0) / 100 })}
        />,
      )}
      {field(
        'trusted',
        <Select
          value={pair.trusted}
          aria-label={label('trusted')}
          onChange={(trusted) => onChange({ ...pair, trusted })}
          options={[
            { value: 'platform' as const, label: nameOf(pair.platformId) },
            { value: 'other' as const, label: nameOf(pair.otherId) },
          ]}
        />,
      )}
      {field(
        'counted',
        <Select
          value={pair.counted}
          aria-label={label('counted')}
          popupMatchSelectWidth={false}
          onChange={(counted) => onChange({ ...pair, counted })}
          options={COUNTED_SOURCES.map((value) => ({ value, label: t(`countedAs.${value}`) }))}
        />,
      )}
      <Button aria-label={t('removeOf', { number })} onClick={onRemove}>
        {t('remove')}
      </Button>
    </div>
  )
}
