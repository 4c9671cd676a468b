import type { CalibrationPair } from '@yingce/contracts/metrics/calibration'
import { listMetricSources } from '@yingce/contracts/metrics/metric-source'
import { TOLERANCE_BOUNDS, USUAL_TOLERANCE } from '@yingce/domain/metrics/calibrate'
import { isInRange } from '@yingce/domain/records/field-range'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { isRefusal } from '../../../api/errors.ts'
import { CalibrationPairForm } from './CalibrationPairForm.tsx'
import { CalibrationProblem } from './CalibrationProblem.tsx'
import { useSaveCalibration } from './use-calibration.ts'

interface CalibrationSettingsProps {
  version: number
  pairs: readonly CalibrationPair[]
  onClose: () => void
}

/** The comparisons under the pen: all are saved together, against the version that was seen. */
export function CalibrationSettings({ version, pairs, onClose }: CalibrationSettingsProps) {
  const { t } = useTranslation('calibration')
  const client = useQueryClient()
  const sources = useQuery({
    queryKey: ['metric-sources'],
    queryFn: ({ signal }) => call(listMetricSources, { signal }),
  })
  const items = sources.data?.items ?? []
  const fresh = (): CalibrationPair => ({
    id: crypto.randomUUID(),
    metric: 'clicks',
    platformId: items[0]?.id ?? '',
    otherId: items[1]?.id ?? '',
    tolerance: USUAL_TOLERANCE,
    trusted: 'other',
    counted: 'trusted_by_channel',
  })
  const [draft, setDraft] = useState<readonly CalibrationPair[]>(pairs)
  const save = useSaveCalibration(onClose)
  // Said at its field; the server would name the bound as a ratio.
  const isOutside = draft.some(({ tolerance }) => !isInRange(tolerance, TOLERANCE_BOUNDS))
  const isStale = isRefusal(save.error, 'wrong_state')
  return (
    <section className="card" aria-labelledby="settings-title">
      <div className="card-head">
        <h2 id="settings-title">{t('settings')}</h2>
      </div>
      <p className="figure-note">{t('settingsLead')}</p>
      {items.length < 2 ? (
        <p className="empty">{t('needTwo')}</p>
      ) : (
        <>
          {draft.map((pair, index) => (
            <CalibrationPairForm
              key={pair.id}
              number={index + 1}
              pair={pair}
              sources={items}
              onChange={(next) => setDraft(draft.with(index, next))}
              onRemove={() => setDraft(draft.filter((one) => one.id !== pair.id))}
            />
          ))}
          <Button onClick={() => setDraft([...draft, fresh()])}>{t('add')}</Button>
        </>
      )}
      {isStale ? (
        <div className="problem-note" role="alert">
          <strong>{t('stale')}</strong>{' '}
          <Button
            size="small"
            onClick={() => {
              void client.invalidateQueries({ queryKey: ['calibration'] }).then(onClose)
            }}
          >
            {t('reload')}
          </Button>
        </div>
      ) : (
        save.isError && <CalibrationProblem error={save.error} />
      )}
      <div className="inline-form calibration-foot">
        <Button
          type="primary"
          loading={save.isPending}
          disabled={isOutside}
          onClick={() => save.mutate({ version, pairs: [...draft] })}
        >
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </section>
  )
}
