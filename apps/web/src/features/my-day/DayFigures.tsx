import type { DayEntry } from '@yingce/contracts/my-day/my-day'
import { useTranslation } from 'react-i18next'
import { formatDay, formatFen, formatRatio } from '../../ui/format.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'

/** What the data say before anybody fills in: yesterday beside its plan, and each target with its status. */
export function DayFigures({ item }: { item: DayEntry }) {
  const { t } = useTranslation('day')
  const { spent, planned, difference, day } = item.spend
  return (
    <ul className="day-figures">
      {item.asks.includes('spent') && (spent !== null || planned !== null) && (
        <li>
          {t('spendOn', { date: formatDay(day, day) })} <b>{formatFen(spent)}</b>
          {difference !== null && (
            <span className={difference > 0 ? 'day-over' : 'figure-note'}>
              {' '}
              {difference === 0
                ? t('onPlan')
                : t(difference > 0 ? 'overPlan' : 'underPlan', { amount: formatFen(Math.abs(difference)) })}
            </span>
          )}
          {difference === null && planned !== null && (
            <span className="figure-note"> {t('plannedADay', { amount: formatFen(planned) })}</span>
          )}
        </li>
      )}
      {item.kpis.map((kpi) => (
        <li key={kpi.text}>
          {kpi.text} <b>{formatRatio(kpi.attainment)}</b> <StatusTag status={kpi.status} />
        </li>
      ))}
    </ul>
  )
}
