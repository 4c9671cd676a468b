import type { ChannelBoard } from '@yingce/contracts/board/channel-board'
import type { BoardMetric } from '@yingce/domain/board/board-metric'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BoardTiles } from './BoardTiles.tsx'
import { ChannelTable } from './ChannelTable.tsx'
import { FunnelTable } from './FunnelTable.tsx'
import { GradeTable } from './GradeTable.tsx'
import { HeatMap } from './HeatMap.tsx'
import { MetricTrend } from './MetricTrend.tsx'
import './board.css'
import './channel-board.css'

/** The figures of a channel board; the same signed in and by a shared link. */
export function ChannelBoardView({ board }: { board: ChannelBoard }) {
  const { t } = useTranslation('boards')
  const [metric, setMetric] = useState<BoardMetric>('ctr')
  if (board.channels.length === 0) return <p className="card empty">{t('noFactsInPeriod')}</p>
  return (
    <div className="stack">
      {board.otherCurrencies.length > 0 && (
        <p className="figure-note">
          {t('otherCurrencies', { own: board.currency, others: board.otherCurrencies.join(t('comma')) })}
        </p>
      )}
      <BoardTiles board={board} />
      <ChannelTable board={board} />
      <div className="inline-form">
        <label htmlFor="board-metric">{t('dailyMetric')}</label>
        <Select<BoardMetric>
          id="board-metric"
          className="board-select"
          value={metric}
          onChange={setMetric}
          options={board.metrics.map((value) => ({ value, label: t(`metric.${value}`) }))}
        />
      </div>
      <MetricTrend board={board} metric={metric} />
      {board.channelDaily.length > 0 && <HeatMap board={board} metric={metric} />}
      <FunnelTable board={board} />
      <GradeTable board={board} />
    </div>
  )
}
