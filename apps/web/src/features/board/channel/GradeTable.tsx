import type { ChannelBoard } from '@yingce/contracts/board/channel-board'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber, formatRatio, MISSING } from '../../../ui/format.ts'
import { metricName } from '../../metrics/metric-name.ts'
import { formatBoardValue } from '../board-format.ts'

type Channel = ChannelBoard['channels'][number]

function Arithmetic({ row }: { row: Channel }) {
  const { t } = useTranslation('boards')
  return (
    <>
      {row.grade.steps.map((step) => {
        const base = row[step.dimension]
        if (base === null) return null
        const asOf = 'asOf' in base ? t('asOf', { day: base.asOf }) : ''
        return (
          <div key={step.dimension} className="figure-note">
            {t('gradeStep', {
              dimension: t(`dimension.${step.dimension}`),
              metric: 'asOf' in base ? metricName(base.metric) : t(`metric.${base.metric}`),
              actual: `${formatBoardValue(base.metric, base.actual)}${asOf}`,
              base: formatBoardValue(base.metric, base.base),
              kind: t(`base.${base.kind}`),
              counted: formatRatio(step.counted),
              share: formatRatio(step.share),
              points: formatRatio(step.points),
            })}
          </div>
        )
      })}
      {row.grade.missing.length > 0 && (
        <div className="figure-note">
          {t('gradeMissing', {
            names: row.grade.missing.map((name) => t(`dimension.${name}`)).join(t('comma')),
          })}
        </div>
      )}
    </>
  )
}

/** Grade A, B or C of each channel with its arithmetic, the advice, and its class by contribution beside it. */
export function GradeTable({ board, choices }: { board: ChannelBoard; choices: ReactNode }) {
  const { t } = useTranslation('boards')
  const title = t('grades', { dimension: t(`by.${board.dimension}`) })
  return (
    <div className="card">
      <div className="card-head">
        <h2>{title}</h2>
        {choices}
      </div>
      <p className="figure-note">{t('gradesNote')}</p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t(`by.${board.dimension}`)}</th>
              <th scope="col">{t('grade')}</th>
              <th scope="col" className="number">
                {t('score')}
              </th>
              <th scope="col">{t('arithmetic')}</th>
              <th scope="col">{t('advice')}</th>
              <th scope="col" className="number">
                {t('contribution', { metric: t(`metric.${board.contributionOf}`) })}
              </th>
              <th scope="col">{t('pareto')}</th>
            </tr>
          </thead>
          <tbody>
            {board.channels.map((row) => (
              <tr key={row.channel}>
                <th scope="row">{row.channel === '' ? t('noGroup') : row.channel}</th>
                <td>
                  {row.grade.grade ??
                    (row.grade.gap === null
                      ? MISSING
                      : t(`gap.${row.grade.gap}`, { conversions: formatNumber(row.grade.conversions) }))}
                </td>
                <td className="number">{formatRatio(row.grade.score)}</td>
                <td className="wordy">
                  <Arithmetic row={row} />
                </td>
                <td className="nowrap">{t(`advise.${row.grade.change}`)}</td>
                <td className="number">{formatRatio(row.contribution.share)}</td>
                <td>{row.contribution.grade ?? MISSING}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
