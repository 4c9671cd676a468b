import type { ComparedPair } from '@yingce/contracts/metrics/calibration'
import { useTranslation } from 'react-i18next'
import { formatRatio } from '../../../ui/format.ts'
import { calibrationFigure, differenceText, gapText } from './calibration-text.ts'
import { GapTag } from './GapTag.tsx'
import { metricName } from '../metric-name.ts'

interface CalibrationPairsProps {
  pairs: readonly ComparedPair[]
  shownId: string | null
  onShow: (pairId: string) => void
}

/** One row a comparison: both sums, how far apart, and which source counts. */
export function CalibrationPairs({ pairs, shownId, onShow }: CalibrationPairsProps) {
  const { t } = useTranslation('calibration')
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('pairs')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('metric')}</th>
            <th scope="col">{t('status')}</th>
            <th scope="col" className="number">
              {t('platform')}
            </th>
            <th scope="col" className="number">
              {t('other')}
            </th>
            <th scope="col" className="number">
              {t('difference')}
            </th>
            <th scope="col" className="number">
              {t('gap')}
            </th>
            <th scope="col" className="number">
              {t('tolerance')}
            </th>
            <th scope="col">{t('trusted')}</th>
            <th scope="col">{t('counted')}</th>
            <th scope="col">{t('days')}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => {
            const { metric, total, currency } = pair
            const name = `${metricName(metric)}${currency === null ? '' : ` (${currency})`}`
            return (
              <tr key={pair.id}>
                <th scope="row">{name}</th>
                <td>
                  <GapTag calibration={total.calibration} />
                </td>
                <td className="number">
                  {calibrationFigure(metric, total.platform)}
                  <div className="figure-note">{pair.platformName}</div>
                </td>
                <td className="number">
                  {calibrationFigure(metric, total.other)}
                  <div className="figure-note">{pair.otherName}</div>
                </td>
                <td className="number">{differenceText(metric, total.calibration)}</td>
                <td className="number">{gapText(total.calibration)}</td>
                <td className="number">{formatRatio(pair.tolerance)}</td>
                <td>{pair.trusted === 'platform' ? pair.platformName : pair.otherName}</td>
                <td>{t(`countedAs.${pair.counted}`)}</td>
                <td className="nowrap">
                  <button
                    type="button"
                    className="link-button"
                    aria-pressed={shownId === pair.id}
                    onClick={() => onShow(pair.id)}
                  >
                    {pair.overCount === 0 ? t('show') : t('showOver', { count: pair.overCount })}
                    <span className="visually-hidden">
                      {' '}
                      {t('showOf', { name, platform: pair.platformName, other: pair.otherName })}
                    </span>
                  </button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
