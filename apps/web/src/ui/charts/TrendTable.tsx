import { useTranslation } from 'react-i18next'
import type { TrendEvent, TrendPoint } from './trend-option.ts'

interface TrendTableProps {
  title: string
  points: readonly TrendPoint[]
  format: (value: number | null) => string
  events: readonly TrendEvent[]
}

/** The figures of a trend by day, and beside them what happened then. */
export function TrendTable({ title, points, format, events }: TrendTableProps) {
  const { t } = useTranslation('board')
  const on = (day: string) =>
    events.filter((event) => event.day <= day && day <= (event.endDay ?? event.day)).map(({ label }) => label)
  return (
    <div className="table-scroll chart-table" tabIndex={0} role="region" aria-label={title}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('chart.day')}</th>
            <th scope="col" className="number">
              {title}
            </th>
            {events.length > 0 && <th scope="col">{t('chart.events')}</th>}
          </tr>
        </thead>
        <tbody>
          {points.map(({ day, value }) => (
            <tr key={day}>
              <td>{day}</td>
              <td className="number">{format(value)}</td>
              {events.length > 0 && <td>{on(day).join(t('chart.and'))}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
