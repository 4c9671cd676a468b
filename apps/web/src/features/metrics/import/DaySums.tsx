import type { MetricImportView } from '@yingce/contracts/metrics/metric-import'
import { FACT_METRIC_NAMES } from '@yingce/domain/sheets/metric-field'
import { useTranslation } from 'react-i18next'
import { metricName, sumText } from '../metric-name.ts'

/** Sums of the file to hold against the platform: over all, and by day. */
export function DaySums({ view }: { view: MetricImportView }) {
  const { t } = useTranslation('data')
  const days = Object.entries(view.byDay).toSorted(([a], [b]) => a.localeCompare(b))
  const metrics = FACT_METRIC_NAMES.filter((metric) => days.some(([, sums]) => sums[metric] !== undefined))
  if (metrics.length === 0) return null
  const total = (metric: string) => days.reduce((sum, [, sums]) => sum + (sums[metric] ?? 0), 0)
  return (
    <section className="card" aria-labelledby="sums-title">
      <div className="card-head">
        <h2 id="sums-title">{t('sums.title')}</h2>
        <small>
          {view.period === null ? '' : t('list.period', { from: view.period.from, to: view.period.to })} ·{' '}
          {view.currency}
        </small>
      </div>
      <dl className="sum-list">
        {metrics.map((metric) => (
          <div key={metric}>
            <dt>{metricName(metric)}</dt>
            <dd>{sumText(metric, total(metric))}</dd>
          </div>
        ))}
      </dl>
      <div className="table-scroll by-day" tabIndex={0} role="group" aria-labelledby="sums-title">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('key.day')}</th>
              {metrics.map((metric) => (
                <th key={metric} scope="col" className="number">
                  {metricName(metric)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map(([day, sums]) => (
              <tr key={day}>
                <td className="nowrap">{day}</td>
                {metrics.map((metric) => (
                  <td key={metric} className="number">
                    {sumText(metric, sums[metric])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
