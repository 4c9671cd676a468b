import type { ChannelBoard } from '@yingce/contracts/board/channel-board'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber, formatRatio } from '../../../ui/format.ts'

/** The steps of all together as bars, each with its rate from the step before. */
export function TvFunnel({ board }: { board: ChannelBoard }) {
  const { t } = useTranslation('boards')
  const { steps } = board.funnel.total
  const first = steps[0]?.count ?? 0
  return (
    <ol className="tv-funnel">
      {steps.map((step) => {
        // A share below 1 % would be no bar at all.
        const share = first === 0 || step.count === null ? 0 : Math.max(1, (step.count / first) * 100)
        return (
          <li key={step.name}>
            <span>
              {t(`metric.${step.name}`)} <strong>{formatNumber(step.count)}</strong>
              {step.stepRate !== null && ` · ${formatRatio(step.stepRate, 2)}`}
            </span>
            <span className="tv-bar" style={{ '--share': `${Math.min(100, share)}%` } as CSSProperties} />
          </li>
        )
      })}
    </ol>
  )
}
