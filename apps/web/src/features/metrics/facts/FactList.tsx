import type { MetricQueryRow } from '@yingce/contracts/metrics/metric-query'
import { isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatFen, formatNumber, MISSING } from '../../../ui/format.ts'
import { useWindow } from '../../../ui/use-window.ts'
import { metricName, sourceName } from '../metric-name.ts'

export const SHOWN_METRICS = [
  'impressions',
  'clicks',
  'reads',
  'engagements',
  'leads',
  'conversions',
  'orders',
  'cost',
  'revenue',
] as const

interface FactListProps {
  rows: readonly MetricQueryRow[]
  isByCampaign: boolean
  isTruncated: boolean
}

const ROW_HEIGHT = 34

function figure(metric: string, value: number | null | undefined): string {
  if (value === null || value === undefined) return MISSING
  return isMoneyMetric(metric) ? formatFen(value) : formatNumber(value, 2)
}

function nameOf({ names }: MetricQueryRow, group: string): string | null {
  const name = names[group] ?? null
  return name === null || group !== 'source' ? name : sourceName(name)
}

/** Rows of facts; only those in sight are drawn. */
export function FactList({ rows, isByCampaign, isTruncated }: FactListProps) {
  const { t } = useTranslation('data')
  const box = useRef<HTMLDivElement>(null)
  const { first, last } = useWindow(box, rows.length, ROW_HEIGHT)
  const groups = ['channel', 'source', ...(isByCampaign ? ['campaign'] : [])]
  const metrics = SHOWN_METRICS.filter((metric) => rows.some(({ values }) => values[metric] != null))
  const columns = groups.length + metrics.length + 2
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t('facts.count', { count: rows.length })}</h2>
        {isTruncated && <small>{t('facts.truncated')}</small>}
      </div>
      <div
        ref={box}
        className="table-scroll fact-list"
        tabIndex={0}
        role="region"
        aria-label={t('tabs.facts')}
      >
        <table className="table" aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              <th scope="col">{t('key.day')}</th>
              {groups.map((group) => (
                <th key={group} scope="col">
                  {t(`key.${group}`)}
                </th>
              ))}
              {metrics.map((metric) => (
                <th key={metric} scope="col" className="number">
                  {metricName(metric)}
                </th>
              ))}
              <th scope="col">{t('sources.currency')}</th>
            </tr>
          </thead>
          <tbody>
            {first > 0 && (
              <tr aria-hidden="true" style={{ height: first * ROW_HEIGHT }}>
                <td colSpan={columns} />
              </tr>
            )}
            {rows.slice(first, last).map((row, index) => (
              <tr key={first + index} aria-rowindex={first + index + 2}>
                <td className="nowrap">{row.time}</td>
                {groups.map((group) => (
                  <td key={group} title={nameOf(row, group) ?? ''}>
                    {nameOf(row, group) ?? row.group[group] ?? MISSING}
                  </td>
                ))}
                {metrics.map((metric) => (
                  <td key={metric} className="number">
                    {figure(metric, row.values[metric])}
                  </td>
                ))}
                <td>{row.currency}</td>
              </tr>
            ))}
            {last < rows.length && (
              <tr aria-hidden="true" style={{ height: (rows.length - last) * ROW_HEIGHT }}>
                <td colSpan={columns} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </section>
  )
}
