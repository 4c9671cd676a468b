import type { PeriodBlock } from '@yingce/domain/board/period-layout'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../../paths.ts'
import { PageError } from '../../../ui/PageError.tsx'
import { PageLoading } from '../../../ui/PageLoading.tsx'
import { DoubleCountNotes } from '../DoubleCountNotes.tsx'
import { SetAsideNotes } from '../SetAsideNotes.tsx'
import { TvFigures } from './TvFigures.tsx'
import { TvFrame } from './TvFrame.tsx'
import { TvTable } from './TvTable.tsx'
import { WALL_REFRESH_MILLIS } from './wall-refresh.ts'
import { usePeriodLayout } from '../layout/use-board-layout.ts'
import { usePeriodBoard } from '../period/use-period-board.ts'

/** This quarter of all plans on a wall, as it is arranged: the total, plans side by side and each by itself, channels. */
export function TvPlansPage() {
  const { t } = useTranslation('boards')
  const navigate = useNavigate()
  const leave = useCallback(() => void navigate({ to: paths.boards, search: {} }), [navigate])
  const board = usePeriodBoard({}, WALL_REFRESH_MILLIS)
  const layout = usePeriodLayout()
  if (board.isPending || layout.layouts.isPending) return <PageLoading />
  if (board.isError)
    return (
      <main>
        <PageError error={board.error} reset={() => void board.refetch()} />
      </main>
    )
  const { total, plans, channels, metrics, period } = board.data
  const nameOf = (plan: (typeof plans)[number]) => (plan.planId === null ? t('span.unassigned') : plan.name)
  const own = plans.filter(({ values }) => metrics.some((metric) => (values[metric] ?? null) !== null))
  const slidesOf = ({ kind }: PeriodBlock) => {
    switch (kind) {
      case 'tiles':
        return [
          {
            key: 'total',
            title: t('span.total'),
            body: <TvFigures metrics={metrics} {...total} marks={[]} />,
          },
        ]
      case 'plans':
        return [
          {
            key: 'plans',
            title: t('span.plans'),
            body: (
              <TvTable
                head={t('span.plan')}
                rows={own.map((plan) => ({ name: nameOf(plan), values: plan.values }))}
              />
            ),
          },
          ...own.map((plan) => ({
            key: plan.planId ?? 'none',
            title: nameOf(plan),
            body: (
              <TvFigures metrics={metrics} values={plan.values} previous={plan.previous} marks={plan.marks} />
            ),
          })),
        ]
      case 'channels':
        return [
          {
            key: 'channels',
            title: t('span.channels'),
            body: (
              <TvTable
                head={t('by.channel')}
                rows={channels.map(({ channel, values }) => ({ name: channel || t('noGroup'), values }))}
              />
            ),
          },
        ]
      // Seven columns of sums and shares are for reading at a desk.
      case 'targets':
        return []
    }
  }
  const slides = own.length === 0 ? [] : layout.blocks.flatMap(slidesOf)
  return (
    <TvFrame
      title={t('span.title')}
      note={`${period.name} · ${t('period.shown', period)}`}
      remarks={
        <>
          <SetAsideNotes items={board.data.setAside} canCompare={false} isOnWall />
          <DoubleCountNotes board={board.data} isOnWall />
        </>
      }
      onLeave={leave}
      slides={slides.map((slide, index) => ({ ...slide, key: `${index} ${slide.key}` }))}
    />
  )
}
