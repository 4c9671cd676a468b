import type { PlanBoard } from '@yingce/contracts/plan/board'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatRatio } from '../../../ui/format.ts'
import { quantityText } from '../../../ui/quantity-text.ts'
import { reachedText } from '../../../ui/reached-text.ts'
import { StatusTag } from '../../../ui/StatusTag.tsx'

const SHOWN = 8

/** KPIs with target, reached value, attainment and status. */
export function KpiList({ board, planId }: { board: PlanBoard; planId: string }) {
  const { t } = useTranslation('board')
  const [isAll, setAll] = useState(false)
  const counts = board.kpiCounts
  const shown = isAll ? board.kpis : board.kpis.slice(0, SHOWN)
  return (
    <section className="card" aria-labelledby="kpi-title">
      <div className="card-head">
        <h2 id="kpi-title">{t('kpi.title')}</h2>
        <small>
          {t('kpi.summary', {
            met: counts.met,
            risk: counts.at_risk,
            missed: counts.missed,
            none: counts.no_data + counts.not_started,
          })}
          {counts.target_unclear > 0 && t('kpi.unclear', { unclear: counts.target_unclear })}
        </small>
      </div>
      {board.kpis.length === 0 ? (
        <div className="empty">{t('kpi.empty')}</div>
      ) : (
        <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="kpi-title">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('kpi.metric')}</th>
                <th scope="col">{t('kpi.status')}</th>
                <th scope="col" className="number">
                  {t('kpi.target')}
                </th>
                <th scope="col" className="number">
                  {t('kpi.actual')}
                </th>
                <th scope="col" className="number">
                  {t('kpi.attainment')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((kpi, index) => (
                <tr key={`${kpi.recordId}${index}`}>
                  <td className="kpi-metric">
                    <Link
                      to={kpi.entity === 'task' ? '/plans/$planId/tracker' : '/plans/$planId/targets'}
                      params={{ planId }}
                      search={{ record: kpi.recordId }}
                    >
                      {kpi.metric}
                    </Link>
                    {kpi.per !== null && <span className="figure-note"> · {kpi.per}</span>}
                    {kpi.costBase !== null && (
                      <div className="figure-note">{t(`shell:costBase.${kpi.costBase}`)}</div>
                    )}
                    {kpi.source !== kpi.metric && <div className="figure-note">{kpi.source}</div>}
                  </td>
                  <td className="nowrap">
                    <StatusTag status={kpi.status} />
                  </td>
                  <td className="number">{quantityText(kpi.targetText, kpi.metric)}</td>
                  <td className="number">{reachedText(kpi)}</td>
                  <td className="number">
                    {formatRatio(kpi.attainment === null ? null : Math.min(kpi.attainment, 2), 1)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {board.kpis.length > SHOWN && (
        <button type="button" className="link-button" onClick={() => setAll(!isAll)}>
          {t(isAll ? 'less' : 'all', { count: board.kpis.length })}
        </button>
      )}
    </section>
  )
}
