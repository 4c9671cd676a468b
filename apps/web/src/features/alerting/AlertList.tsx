import { type AlertView, listAlerts } from '@yingce/contracts/alerting/alert'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { formatMoment } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { AlertState, SeverityTag } from './AlertTags.tsx'
import { inMyLanguage } from './metric-value.ts'

/** Alerts, the newest first; of one plan, or of all. */
export function AlertList({ planId }: { planId?: string }) {
  const { t } = useTranslation('alert')
  const [shown, setShown] = useState<'unresolved' | 'all'>('unresolved')
  const alerts = useQuery({
    queryKey: [...(planId === undefined ? ['alerts'] : ['plan', planId, 'alerts']), shown],
    queryFn: ({ signal }) =>
      call(listAlerts, {
        query: {
          ...(planId === undefined ? {} : { planId }),
          ...(shown === 'all' ? {} : { state: 'unresolved' as const }),
        },
        signal,
      }),
  })
  const items: readonly AlertView[] = alerts.data?.items ?? []
  return (
    <div className="alert-list">
      <Segmented
        aria-label={t('which')}
        value={shown}
        onChange={setShown}
        options={[
          { value: 'unresolved', label: t('unresolved', { count: alerts.data?.unresolvedCount ?? 0 }) },
          { value: 'all', label: t('all') },
        ]}
      />
      {alerts.isError && <ProblemNote error={alerts.error} />}
      {alerts.isPending && <div className="skeleton skeleton-card" />}
      {alerts.isSuccess && items.length === 0 && (
        <p className="empty">{t(shown === 'all' ? 'none' : 'noneOpen')}</p>
      )}
      <ul>
        {items.map((alert) => (
          <li key={alert.id} className="card">
            <Link to="/alerts/$alertId" params={{ alertId: alert.id }} className="alert-title">
              {inMyLanguage(alert.title)}
            </Link>
            <div className="alert-facts">
              <SeverityTag severity={alert.severity} /> <AlertState state={alert.state} />
              <span className="figure-note">
                {alert.planName} · {t('firedAt', { at: formatMoment(alert.firedAt) })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
