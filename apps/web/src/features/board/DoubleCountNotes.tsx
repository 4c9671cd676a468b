import type { ToldDoubleCount } from '@yingce/contracts/metrics/calibration'
import { doubleCountText } from '@yingce/domain/metrics/double-count-text'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../i18n.ts'
import { paths } from '../../paths.ts'
import { useDoubleCounts } from '../metrics/calibration/use-calibration.ts'
import { FigureNotes } from './FigureNotes.tsx'
import { WALL_REFRESH_MILLIS } from './tv/wall-refresh.ts'

interface DoubleCountNotesProps {
  /** Absent: all plans. */
  planId?: string
  board: {
    /** Null: there are no facts. */
    readonly period: { readonly from: string; readonly to: string } | null
    readonly metrics: readonly string[]
    readonly currency: string
  }
  /** Nothing is pressed there, and it stays for days. */
  isOnWall?: boolean
}

/** Which figures of a board two sources report, while nothing says that one of them counts. The board does not wait for it. */
export function DoubleCountNotes({ planId, board, isOnWall = false }: DoubleCountNotesProps) {
  const { period, metrics, currency } = board
  const plan = planId === undefined ? {} : { planId }
  const { data = [] } = useDoubleCounts(
    period === null ? null : { from: period.from, to: period.to, currency, ...plan },
    isOnWall ? WALL_REFRESH_MILLIS : false,
  )
  return (
    <ToldDoubleCounts
      items={data.filter(({ metric }) => metrics.includes(metric))}
      canAnswer={!isOnWall}
      isOnWall={isOnWall}
    />
  )
}

/** The same of what was asked for already, with its sources named. */
export function ToldDoubleCounts({
  items,
  canAnswer,
  isOnWall = false,
}: {
  items: readonly ToldDoubleCount[]
  canAnswer: boolean
  isOnWall?: boolean
}) {
  const { t } = useTranslation('boards')
  const notes = items.map((item) => {
    const text = doubleCountText(item, currentLocale())
    const body = (
      <>
        {text} {canAnswer && <Link to={paths.dataCalibration}>{t('doubleCountLink')}</Link>}
      </>
    )
    return { key: text, body }
  })
  return <FigureNotes notes={notes} isOnWall={isOnWall} more={(count) => t('doubleCountsMore', { count })} />
}
