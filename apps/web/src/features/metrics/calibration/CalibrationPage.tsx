import { useSearch } from '@tanstack/react-router'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAbility } from '../../../api/use-session.ts'
import { PageLoading } from '../../../ui/PageLoading.tsx'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { CalibrationLines } from './CalibrationLines.tsx'
import { CalibrationPairs } from './CalibrationPairs.tsx'
import { CalibrationSettings } from './CalibrationSettings.tsx'
import { DoubleCounts } from './DoubleCounts.tsx'
import { DataTabs } from '../DataTabs.tsx'
import { type CalibrationDays, useCalibration } from './use-calibration.ts'
import './calibration.css'

/** The same metric of two sources held against each other: how far apart they are, and which one counts. */
export function CalibrationPage() {
  const { t } = useTranslation('calibration')
  const canSet = useAbility('import.run')
  const search = useSearch({ from: '/signed-in/data/calibration' })
  const [days, setDays] = useState<CalibrationDays>(null)
  const [chosen, setChosen] = useState<string | null>(search.pair ?? null)
  const [isSetting, setSetting] = useState(false)
  const query = useCalibration(days)
  if (query.isPending) return <PageLoading />
  const { pairs = [], period, version = 0 } = query.data ?? {}
  // Whoever comes from a notice sees what it is about; else what is over its tolerance comes first.
  const shown =
    pairs.find(({ id }) => id === chosen) ??
    pairs.find(({ total }) => total.calibration?.isOverTolerance === true) ??
    pairs[0]
  const stored = pairs.map(({ id, metric, platformId, otherId, tolerance, trusted, counted }) => ({
    id,
    metric,
    platformId,
    otherId,
    tolerance,
    trusted,
    counted,
  }))
  return (
    <div className="page">
      <DataTabs />
      {query.isError && <ProblemNote error={query.error} />}
      <div className="stack">
        <div className="calibration-bar">
          <div className="inline-form">
            {period !== undefined && (
              <DatePicker.RangePicker
                value={[dayjs(period.from), dayjs(period.to)]}
                allowClear={false}
                aria-label={t('period')}
                onChange={(range) => {
                  if (range?.[0] && range[1])
                    setDays({ from: range[0].format('YYYY-MM-DD'), to: range[1].format('YYYY-MM-DD') })
                }}
              />
            )}
            {days !== null && <Button onClick={() => setDays(null)}>{t('lastSeven')}</Button>}
          </div>
          {canSet && !isSetting && (
            <Button type={pairs.length === 0 ? 'primary' : 'default'} onClick={() => setSetting(true)}>
              {t('set')}
            </Button>
          )}
        </div>
        {isSetting && (
          <CalibrationSettings version={version} pairs={stored} onClose={() => setSetting(false)} />
        )}
        {!isSetting && <DoubleCounts version={version} pairs={stored} canSet={canSet} />}
        {pairs.length === 0 && !isSetting && <p className="card empty">{t('empty')}</p>}
        {pairs.length > 0 && (
          <div className="card">
            <div className="card-head">
              <h2>{t('pairs')}</h2>
            </div>
            <p className="figure-note">{t('lead')}</p>
            <CalibrationPairs pairs={pairs} shownId={shown?.id ?? null} onShow={setChosen} />
          </div>
        )}
        {shown !== undefined && <CalibrationLines pair={shown} days={days} />}
      </div>
    </div>
  )
}
