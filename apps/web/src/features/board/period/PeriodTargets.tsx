import type { PeriodBoard } from '@yingce/contracts/board/period-board'
import { useTranslation } from 'react-i18next'
import { formatNumber, formatRatio } from '../../../ui/format.ts'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { formatBoardValue } from '../board-format.ts'

/** Targets of all plans against what those plans reached. */
export function PeriodTargets({ board }: { board: PeriodBoard }) {
  const { t } = useTranslation('boards')
  const title = t('span.targets')
  if (board.targets.length === 0)
    return (
      <div className="card">
        <div className="card-head">
          <h2>{title}</h2>
        </div>
        <p className="empty">{t('span.noTargets')}</p>
      </div>
    )
  return (
    <div className="card">
      <div className="card-head">
        <h2>{title}</h2>
      </div>
      <p className="figure-note">{t('span.targetsNote')}</p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('span.metric')}</th>
              <th scope="col">{t('status')}</th>
              {(['whole', 'due', 'actual', 'attainment', 'planCount'] as const).map((name) => (
                <th key={name} scope="col" className="number">
                  {t(`span.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {board.targets.map((target) => {
              const show = (value: number | null) => formatBoardValue(target.metric, value)
              return (
                <tr key={`${target.metric} ${target.isCeiling}`}>
                  <th scope="row">{t(`metric.${target.metric}`)}</th>
                  <td>
                    <StatusTag status={target.status} />
                  </td>
                  <td className="number">
                    {target.isCeiling ? '≤' : '≥'} {show(Math.round(target.whole))}
                  </td>
                  <td className="number">{show(Math.round(target.due))}</td>
                  <td className="number">{show(target.actual)}</td>
                  <td className="number">{formatRatio(target.attainment)}</td>
                  <td className="number">{formatNumber(target.plans)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}
