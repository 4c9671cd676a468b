import type { PeriodBoard } from '@yingce/contracts/board/period-board'
import type { PeriodBlock } from '@yingce/domain/board/period-layout'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PeriodTable } from './PeriodTable.tsx'
import { PeriodTargets } from './PeriodTargets.tsx'
import { PeriodTiles } from './PeriodTiles.tsx'

/** One block of the board over all plans. */
export function PeriodBlockView({ block, board }: { block: PeriodBlock; board: PeriodBoard }) {
  const { t } = useTranslation('boards')
  switch (block.kind) {
    case 'tiles':
      return <PeriodTiles board={board} />
    case 'targets':
      return <PeriodTargets board={board} />
    case 'plans':
      return (
        <PeriodTable
          board={board}
          title={t('span.plans')}
          head={t('span.plan')}
          rows={board.plans.map((plan) => ({
            key: plan.planId ?? 'none',
            name:
              plan.planId === null ? (
                t('span.unassigned')
              ) : (
                <Link to="/plans/$planId/data" params={{ planId: plan.planId }}>
                  {plan.name}
                </Link>
              ),
            values: plan.values,
            previous: plan.previous,
            marks: plan.marks,
          }))}
        />
      )
    case 'channels':
      return (
        <PeriodTable
          board={board}
          title={t('span.channels')}
          head={t('by.channel')}
          rows={board.channels.map(({ channel, values, previous }) => ({
            key: channel,
            name: channel === '' ? t('noGroup') : channel,
            values,
            previous,
            marks: null,
          }))}
        />
      )
  }
}
