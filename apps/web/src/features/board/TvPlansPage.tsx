import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { PageLoading } from '../../ui/PageLoading.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TvFigures } from './TvFigures.tsx'
import { TvFrame } from './TvFrame.tsx'
import { TvTable } from './TvTable.tsx'
import { usePeriodBoard } from './use-period-board.ts'

/** This quarter of all plans on a wall: the total, the plans side by side, then each plan by itself. */
export function TvPlansPage() {
  const { t } = useTranslation('boards')
  const navigate = useNavigate()
  const leave = useCallback(() => void navigate({ to: paths.boards, search: {} }), [navigate])
  const board = usePeriodBoard({}, 60_000)
  if (board.isPending) return <PageLoading />
  if (board.isError) return <ProblemNote error={board.error} />
  const { total, plans, metrics, period } = board.data
  const nameOf = (plan: (typeof plans)[number]) => (plan.planId === null ? t('span.unassigned') : plan.name)
  const own = plans.filter(({ values }) => metrics.some((metric) => (values[metric] ?? null) !== null))
  return (
    <TvFrame
      title={t('span.title')}
      note={`${period.name} · ${t('period.shown', period)}`}
      onLeave={leave}
      slides={
        own.length === 0
          ? []
          : [
              {
                key: 'total',
                title: t('span.total'),
                body: <TvFigures metrics={metrics} {...total} marks={[]} />,
              },
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
                  <TvFigures
                    metrics={metrics}
                    values={plan.values}
                    previous={plan.previous}
                    marks={plan.marks}
                  />
                ),
              })),
            ]
      }
    />
  )
}
