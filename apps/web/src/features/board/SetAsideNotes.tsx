import type { SetAside } from '@yingce/contracts/metrics/calibration'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { calibrationFigure } from '../metrics/calibration/calibration-text.ts'
import { metricName, sourceName } from '../metrics/metric-name.ts'

interface SetAsideNotesProps {
  items: readonly SetAside[]
  /** Whoever comes by a shared link has no such page. */
  canCompare: boolean
}

/** Which figures come from the trusted source alone, and what the other one says of the same days. */
export function SetAsideNotes({ items, canCompare }: SetAsideNotesProps) {
  const { t } = useTranslation('boards')
  return items.map(({ pairId, metric, trusted, other, counted, setAside }) => (
    <p key={pairId} className="figure-note board-set-aside">
      {t('setAside', {
        metric: metricName(metric),
        trusted: sourceName(trusted),
        other: sourceName(other),
        counted: calibrationFigure(metric, counted),
        setAside: calibrationFigure(metric, setAside),
      })}{' '}
      {canCompare && (
        <Link to={paths.dataCalibration} search={{ pair: pairId }}>
          {t('setAsideLink')}
        </Link>
      )}
    </p>
  ))
}
