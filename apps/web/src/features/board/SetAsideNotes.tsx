import type { SetAside } from '@yingce/contracts/metrics/calibration'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { calibrationFigure } from '../metrics/calibration/calibration-text.ts'
import { metricName, sourceName } from '../metrics/metric-name.ts'
import { FigureNotes } from './FigureNotes.tsx'

interface SetAsideNotesProps {
  items: readonly SetAside[]
  /** Whoever comes by a shared link has no such page. */
  canCompare: boolean
  isOnWall?: boolean
}

/** Which figures come from the trusted source alone, and what the other one says of the same days. */
export function SetAsideNotes({ items, canCompare, isOnWall = false }: SetAsideNotesProps) {
  const { t } = useTranslation('boards')
  const notes = items.map(({ pairId, metric, trusted, other, counted, setAside }) => {
    const text = t('setAside', {
      metric: metricName(metric),
      trusted: sourceName(trusted),
      other: sourceName(other),
      counted: calibrationFigure(metric, counted),
      setAside: calibrationFigure(metric, setAside),
    })
    const body = (
      <>
        {text}{' '}
        {canCompare && (
          <Link to={paths.dataCalibration} search={{ pair: pairId }}>
            {t('setAsideLink')}
          </Link>
        )}
      </>
    )
    return { key: pairId, body }
  })
  return <FigureNotes notes={notes} isOnWall={isOnWall} more={(count) => t('setAsideMore', { count })} />
}
