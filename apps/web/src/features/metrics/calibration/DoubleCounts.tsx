import type { CalibrationPair, DoubleCount } from '@yingce/contracts/metrics/calibration'
import { USUAL_TOLERANCE } from '@yingce/domain/metrics/calibrate'
import { doubleCountText } from '@yingce/domain/metrics/double-count-text'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { isRefusal } from '../../../api/errors.ts'
import { currentLocale } from '../../../i18n.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { CalibrationProblem } from './CalibrationProblem.tsx'
import { useDoubleCounts, useSaveCalibration } from './use-calibration.ts'

interface DoubleCountsProps {
  version: number
  pairs: readonly CalibrationPair[]
  /** May the reader say which source counts? */
  canSet: boolean
}

/** The comparison that answers a question: the source with the larger figure is the platform. */
function answerOf(
  { metric, firstId, secondId, first, second }: DoubleCount,
  trustedId: string | null,
): CalibrationPair {
  const [platformId, otherId] = first >= second ? [firstId, secondId] : [secondId, firstId]
  return {
    id: crypto.randomUUID(),
    metric,
    platformId,
    otherId,
    tolerance: USUAL_TOLERANCE,
    trusted: trustedId === otherId ? 'other' : 'platform',
    counted: trustedId === null ? 'both' : 'trusted_by_channel',
  }
}

/** What two sources report for the same channels and days, with one click for each answer. */
export function DoubleCounts({ version, pairs, canSet }: DoubleCountsProps) {
  const { t } = useTranslation('calibration')
  const query = useDoubleCounts({})
  const save = useSaveCalibration(() => {})
  const items = query.data ?? []
  if (query.isError) return <ProblemNote error={query.error} />
  if (items.length === 0) return null
  const answer = (item: DoubleCount, trustedId: string | null) =>
    save.mutate({ version, pairs: [...pairs, answerOf(item, trustedId)] })
  return (
    <section className="card" aria-labelledby="double-title">
      <div className="card-head">
        <h2 id="double-title">{t('double.title')}</h2>
      </div>
      <p className="figure-note">{t('double.lead')}</p>
      {save.isError &&
        (isRefusal(save.error, 'wrong_state') ? (
          <p className="problem-note" role="alert">
            {t('stale')}
          </p>
        ) : (
          <CalibrationProblem error={save.error} />
        ))}
      <ul className="double-counts">
        {items.map((item) => {
          const text = doubleCountText(item, currentLocale())
          return (
            <li key={`${item.metric} ${item.firstId} ${item.secondId}`} aria-label={text}>
              <p>{text}</p>
              {canSet && (
                <div className="inline-form">
                  {[
                    { id: item.firstId, name: item.firstName },
                    { id: item.secondId, name: item.secondName },
                  ].map(({ id, name }) => (
                    <Button key={id} disabled={save.isPending} onClick={() => answer(item, id)}>
                      {t('double.trust', { name })}
                    </Button>
                  ))}
                  <Button disabled={save.isPending} onClick={() => answer(item, null)}>
                    {t('double.add')}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
