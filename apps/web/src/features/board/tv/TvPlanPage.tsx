import { getChannelBoard } from '@yingce/contracts/board/channel-board'
import { type BoardBlock, blockDays, type BlockKind } from '@yingce/domain/board/board-layout'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { paths } from '../../../paths.ts'
import { PageError } from '../../../ui/PageError.tsx'
import { PageLoading } from '../../../ui/PageLoading.tsx'
import { DoubleCountNotes } from '../DoubleCountNotes.tsx'
import { SetAsideNotes } from '../SetAsideNotes.tsx'
import { TvFigures } from './TvFigures.tsx'
import { TvFrame } from './TvFrame.tsx'
import { TvFunnel } from './TvFunnel.tsx'
import { TvTable } from './TvTable.tsx'
import { WALL_REFRESH_MILLIS } from './wall-refresh.ts'
import { TvTrend } from './TvTrend.tsx'
import { useBoardLayout } from '../layout/use-board-layout.ts'

/** Kinds that say something from across a room; heat maps and grades are for reading at a desk. */
const SHOWN: ReadonlySet<BlockKind> = new Set(['tiles', 'groups', 'trend', 'funnel'])

/** The board of a plan on a wall: the blocks of its arrangement, one after the other. */
export function TvPlanPage() {
  const { t } = useTranslation('boards')
  const { planId } = useParams({ from: paths.tvPlan })
  const navigate = useNavigate()
  const leave = useCallback(
    () => void navigate({ to: '/plans/$planId/data', params: { planId } }),
    [navigate, planId],
  )
  const layout = useBoardLayout(planId)
  const whole = useQuery({
    queryKey: ['plan', planId, 'channel-board', {}],
    queryFn: ({ signal }) => call(getChannelBoard, { params: { planId }, query: {}, signal }),
    refetchInterval: WALL_REFRESH_MILLIS,
  })
  const today = whole.data?.today
  const blocks = layout.blocks.filter(({ kind }) => SHOWN.has(kind))
  const boards = useQueries({
    queries: blocks.map((block) => {
      const question = {
        ...(today === undefined ? null : blockDays(block.period, today)),
        by: block.dimension,
      }
      return {
        queryKey: ['plan', planId, 'channel-board', question],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          call(getChannelBoard, { params: { planId }, query: question, signal }),
        enabled: today !== undefined,
        refetchInterval: WALL_REFRESH_MILLIS,
      }
    }),
  })
  if (whole.isPending || layout.layouts.isPending) return <PageLoading />
  if (whole.isError)
    return (
      <main>
        <PageError error={whole.error} reset={() => void whole.refetch()} />
      </main>
    )
  const slides = blocks.flatMap((block, index) => {
    const board = boards[index]?.data
    if (board === undefined || board.channels.length === 0) return []
    return [{ key: `${index}`, title: titleOf(block), body: bodyOf(block, board) }]
  })
  function titleOf({ kind, metric, dimension }: BoardBlock): string {
    if (kind === 'trend') return `${t('trend')} · ${t(`metric.${metric}`)}`
    return kind === 'groups' ? t('channels', { dimension: t(`by.${dimension}`) }) : t(`block.kind.${kind}`)
  }
  function bodyOf({ kind, metric }: BoardBlock, board: NonNullable<(typeof boards)[number]['data']>) {
    switch (kind) {
      case 'trend':
        return <TvTrend board={board} metric={metric} />
      case 'funnel':
        return <TvFunnel board={board} />
      case 'groups':
        return (
          <TvTable
            head={t(`by.${board.dimension}`)}
            rows={board.channels.map(({ channel, values }) => ({ name: channel || t('noGroup'), values }))}
          />
        )
      default:
        return (
          <TvFigures
            metrics={board.metrics}
            values={board.total.values}
            previous={board.total.previous}
            marks={board.total.marks}
          />
        )
    }
  }
  const { period } = whole.data
  return (
    <TvFrame
      title={whole.data.planName}
      note={period === null ? '' : t('period.shown', period)}
      remarks={
        <>
          <SetAsideNotes items={whole.data.setAside} canCompare={false} isOnWall />
          <DoubleCountNotes planId={planId} board={whole.data} isOnWall />
        </>
      }
      slides={slides}
      onLeave={leave}
    />
  )
}
