import { useTranslation } from 'react-i18next'
import { useMetricDictionary } from '../metrics/dictionary/use-metric-definitions.ts'
import { metricValueText } from './metric-value.ts'

interface DayChartProps {
  label: string
  metric: string | null
  days: readonly { readonly date: string; readonly value: number | null }[]
  /** The line that must not be crossed; null: none to draw. */
  limit: number | null
  /** Days on which the rule fires. */
  fired: ReadonlySet<string>
}

const WIDTH = 640
const HEIGHT = 140
const PAD = 8

/** A metric by day with its line, gaps where there are no data, and the days on which the rule speaks; the table stands behind it. */
export function DayChart({ label, metric, days, limit, fired }: DayChartProps) {
  const { t } = useTranslation('alert')
  const dictionary = useMetricDictionary()
  const values = days.flatMap(({ value }) => (value === null ? [] : [value]))
  if (values.length === 0) return <p className="figure-note">{t('noData')}</p>
  const top = Math.max(...values, limit ?? 0) * 1.1 || 1
  const bottom = Math.min(0, ...values)
  const x = (index: number) => PAD + (index * (WIDTH - 2 * PAD)) / Math.max(1, days.length - 1)
  const y = (value: number) => HEIGHT - PAD - ((value - bottom) / (top - bottom)) * (HEIGHT - 2 * PAD)
  const path = days
    .map(({ value }, index) => {
      if (value === null) return ''
      const before = days[index - 1]?.value ?? null
      return `${before === null ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`
    })
    .join('')
  return (
    <figure className="day-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {limit !== null && (
          <line className="day-chart-limit" x1={PAD} x2={WIDTH - PAD} y1={y(limit)} y2={y(limit)} />
        )}
        <path className="day-chart-line" d={path} />
        {days.map(({ date, value }, index) =>
          value === null ? null : (
            <circle
              key={date}
              cx={x(index)}
              cy={y(value)}
              r={fired.has(date) ? 4.5 : 2}
              className={fired.has(date) ? 'day-chart-fired' : 'day-chart-dot'}
            >
              <title>{`${date} ${metricValueText(dictionary, metric, value)}`}</title>
            </circle>
          ),
        )}
      </svg>
      <div className="day-chart-axis" aria-hidden="true">
        <span>{days[0]?.date}</span>
        <span>{days.at(-1)?.date}</span>
      </div>
      <details>
        <summary>{t('asTable')}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('day')}</th>
              <th scope="col" className="number">
                {t('value')}
              </th>
              <th scope="col">{t('fires')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ date, value }) => (
              <tr key={date}>
                <td>{date}</td>
                <td className="number">{metricValueText(dictionary, metric, value)}</td>
                <td>{fired.has(date) ? `▲ ${t('firesHere')}` : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
