import type { BoardPeriod, ChannelBoard } from '@yingce/contracts/board/channel-board'
import { type BoardBlock, blockDays, hasMetric } from '@yingce/domain/board/board-layout'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { BlockChoices } from './BlockChoices.tsx'
import { BoardTiles } from './BoardTiles.tsx'
import type { BoardSource } from './board-source.ts'
import { ChannelTable } from './ChannelTable.tsx'
import { FunnelTable } from './FunnelTable.tsx'
import { GradeTable } from './GradeTable.tsx'
import { HeatMap } from './HeatMap.tsx'
import { MetricTrend } from './MetricTrend.tsx'

function Block({ block, board, choices }: { block: BoardBlock; board: ChannelBoard; choices: ReactNode }) {
  switch (block.kind) {
    case 'tiles':
      return <BoardTiles board={board} />
    case 'groups':
      return <ChannelTable board={board} choices={choices} />
    case 'trend':
      return <MetricTrend board={board} metric={block.metric} choices={choices} />
    case 'heat':
      return <HeatMap board={board} metric={block.metric} choices={choices} />
    case 'funnel':
      return <FunnelTable board={board} choices={choices} />
    case 'grades':
      return <GradeTable board={board} choices={choices} />
  }
}

interface BlockViewProps {
  block: BoardBlock
  /** By channel, in the period that the page shows. */
  board: ChannelBoard
  period: BoardPeriod
  source: BoardSource
}

/** A block with the figures of its own period and dimension; what is chosen here is for this look only. */
export function BlockView({ block, board, period, source }: BlockViewProps) {
  const { t } = useTranslation('boards')
  const [chosen, setChosen] = useState<Partial<BoardBlock>>({})
  const shown = { ...block, ...chosen }
  const days = blockDays(shown.period, board.today)
  const isWhole = days === null && shown.dimension === 'channel'
  const question = { ...(days ?? period), by: shown.dimension }
  const own = useQuery({
    queryKey: [...source.key, question],
    queryFn: ({ signal }) => source.load(question, signal),
    enabled: !isWhole,
    placeholderData: keepPreviousData,
    staleTime: source.planId === null ? Infinity : 0,
  })
  const figures = isWhole ? board : own.data
  // A link without money has no figures of it.
  if (hasMetric(shown.kind) && !board.metrics.includes(shown.metric)) return null
  const choices = (
    <BlockChoices
      block={shown}
      metrics={board.metrics}
      onChange={(change) => setChosen({ ...chosen, ...change })}
      picture={source.planId === null ? null : { planId: source.planId, period }}
    />
  )
  if (figures === undefined)
    return (
      <div className="card empty" role="status">
        {own.isError ? <ProblemNote error={own.error} /> : t('block.loading')}
      </div>
    )
  if (figures.channels.length === 0)
    return (
      <div className="card">
        <div className="card-head">
          <h2>{t(`block.kind.${shown.kind}`)}</h2>
          {choices}
        </div>
        <p className="empty">{t('noFactsInPeriod')}</p>
      </div>
    )
  return (
    <>
      {days !== null && (
        <p className="figure-note">
          {t(`block.period.${shown.period}`)} · {t('period.shown', days)}
        </p>
      )}
      <Block block={shown} board={figures} choices={choices} />
    </>
  )
}
