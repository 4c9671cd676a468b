import type { ComparedPair } from '@yingce/contracts/metrics/calibration'
import { useTranslation } from 'react-i18next'
import { MISSING } from '../../../ui/format.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { calibrationFigure, differenceText, gapText } from './calibration-text.ts'
import { GapTag } from './GapTag.tsx'
import { metricName } from '../metric-name.ts'
import { type CalibrationDays, useComparison } from './use-calibration.ts'

/** One comparison by day and channel; a day that one source lacks is "—" and no gap. */
export function CalibrationLines({ pair, days }: { pair: ComparedPair; days: CalibrationDays }) {
  const { t } = useTranslation('calibration')
  const query = useComparison(pair.id, days)
  const title = t('linesOf', {
    name: metricName(pair.metric),
    platform: pair.platformName,
    other: pair.otherName,
  })
  const answer = query.data
  return (
    <div className="card">
      <div className="card-head">
        <h2>{title}</h2>
      </div>
      {query.isError && <ProblemNote error={query.error} />}
      {query.isPending && <p role="status">{t('loading')}</p>}
      {answer !== undefined && (
        <>
          <p className="figure-note">{t(answer.isByChannel ? 'byChannel' : 'byDay')}</p>
          {answer.lines.length === 0 ? (
            <p className="empty">{t('noLines')}</p>
          ) : (
            <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t('day')}</th>
                    {answer.isByChannel && <th scope="col">{t('channel')}</th>}
                    {[pair.platformName, pair.otherName, t('difference'), t('gap')].map((name, index) => (
                      <th key={index} scope="col" className="number">
                        {name}
                      </th>
                    ))}
                    <th scope="col">{t('status')}</th>
                  </tr>
                </thead>
                <tbody>
                  {answer.lines.map((line) => (
                    <tr key={`${line.day} ${line.channel}`}>
                      <th scope="row">{line.day}</th>
                      {answer.isByChannel && <td>{line.channel ?? MISSING}</td>}
                      <td className="number">{calibrationFigure(pair.metric, line.platform)}</td>
                      <td className="number">{calibrationFigure(pair.metric, line.other)}</td>
                      <td className="number">{differenceText(pair.metric, line.calibration)}</td>
                      <td className="number">{gapText(line.calibration)}</td>
                      <td>
                        <GapTag calibration={line.calibration} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {answer.omitted > 0 && <p className="figure-note">{t('omitted', { count: answer.omitted })}</p>}
        </>
      )}
    </div>
  )
}
