import type { ChannelBoard } from '@yingce/contracts/board/channel-board'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber, formatRatio } from '../../../ui/format.ts'

type Funnel = ChannelBoard['funnel']['total']

function Cells({ funnel }: { funnel: Funnel }) {
  const { t } = useTranslation('boards')
  return (
    <>
      {funnel.steps.map((step, index) => (
        <td key={step.name} className="number">
          {formatNumber(step.count)}
          {index > 0 && <span className="board-change">{formatRatio(step.stepRate, 2)}</span>}
          {step.isLargerThanPrevious && <span className="board-change">{t('larger')}</span>}
        </td>
      ))}
      <td className="number">{formatRatio(funnel.overallRate, 3)}</td>
    </>
  )
}

/** Impressions → clicks → conversions by channel (or content, creator …), with the rate from the step before and the biggest loss named. */
export function FunnelTable({ board, choices }: { board: ChannelBoard; choices: ReactNode }) {
  const { t } = useTranslation('boards')
  const { channels, total, biggestLoss } = board.funnel
  return (
    <div className="card">
      <div className="card-head">
        <h2>{t('funnel')}</h2>
        {choices}
      </div>
      <p className="figure-note">
        {t('funnelNote')}
        {board.omitted > 0 && ` ${t('omitted', { count: board.omitted })}`}
      </p>
      {biggestLoss !== null && (
        <p className="board-finding">
          {t('biggestLoss', {
            channel: biggestLoss.channel === '' ? t('noGroup') : biggestLoss.channel,
            step: t(`step.${biggestLoss.step.name}`),
            drop: formatRatio(biggestLoss.step.dropRate, 2),
            lost: formatNumber(biggestLoss.step.lost),
          })}
        </p>
      )}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('funnel')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t(`by.${board.dimension}`)}</th>
              {total.steps.map(({ name }) => (
                <th key={name} scope="col" className="number">
                  {t(`metric.${name}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {t('overall')}
              </th>
            </tr>
          </thead>
          <tbody>
            {channels.map(({ channel, funnel }) => (
              <tr key={channel}>
                <th scope="row">{channel === '' ? t('noGroup') : channel}</th>
                <Cells funnel={funnel} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{t('total')}</td>
              <Cells funnel={total} />
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  )
}
