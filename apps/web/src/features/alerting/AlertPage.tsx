import {
  acknowledgeAlert,
  type AlertView,
  analyseAlert,
  getAlert,
  resolveAlert,
} from '@yingce/contracts/alerting/alert'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useAbility } from '../../api/use-session.ts'
import { paths } from '../../paths.ts'
import { formatMoment } from '../../ui/format.ts'
import { PageLoading } from '../../ui/PageLoading.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { AlertAction } from './AlertAction.tsx'
import { AlertState, SeverityTag } from './AlertTags.tsx'
import { DayChart } from './DayChart.tsx'
import { useMetricDictionary } from '../metrics/dictionary/use-metric-definitions.ts'
import { metricName } from '../metrics/metric-name.ts'
import { inMyLanguage, metricValueText } from './metric-value.ts'
import { WhyChain } from './WhyChain.tsx'
import './alerting.css'

type Step = AlertView['acknowledged']

function Timeline({ alert }: { alert: AlertView }) {
  const { t } = useTranslation('alert')
  const line = (label: string, step: Step) => (
    <li className={step === null ? 'alert-step' : 'alert-step done'}>
      <span aria-hidden="true">{step === null ? '○' : '●'}</span> {label}
      {step !== null && (
        <span className="figure-note">
          {' '}
          {[step.by, formatMoment(step.at)].filter((part) => part !== null).join(' · ')}
        </span>
      )}
    </li>
  )
  return (
    <ol className="alert-steps">
      {line(t('step.fired'), { at: alert.firedAt, by: alert.firedBy })}
      {line(t('step.acknowledged'), alert.acknowledged)}
      {line(t('step.acted'), alert.acted)}
      {line(t('step.resolved'), alert.resolved)}
    </ol>
  )
}

/** One alert from the first figure to what was learnt; everything on it is done in one or two taps. */
export function AlertPage() {
  const { t } = useTranslation('alert')
  const { alertId } = useParams({ from: '/signed-in/alerts/$alertId' })
  const client = useQueryClient()
  const canWrite = useAbility('record.update')
  const dictionary = useMetricDictionary()
  const [resolution, setResolution] = useState('')
  const params = { alertId }
  const query = useQuery({
    queryKey: ['alerts', 'one', alertId],
    queryFn: ({ signal }) => call(getAlert, { params, signal }),
  })
  const refresh = () => client.invalidateQueries({ queryKey: ['alerts'] })
  const acknowledge = useMutation({
    mutationFn: () => call(acknowledgeAlert, { params }),
    onSuccess: refresh,
  })
  const analyse = useMutation({ mutationFn: () => call(analyseAlert, { params }), onSuccess: refresh })
  const resolve = useMutation({
    mutationFn: () => call(resolveAlert, { params, body: { resolution } }),
    onSuccess: refresh,
  })
  if (query.isError)
    return (
      <div className="page page-narrow">
        <ProblemNote error={query.error} />
        <Link to={paths.alerts}>{t('back')}</Link>
      </div>
    )
  if (query.data === undefined) return <PageLoading />
  const alert = query.data
  const { effect, metric } = alert
  const isOpen = alert.state !== 'resolved'
  const failed = acknowledge.error ?? analyse.error ?? resolve.error
  return (
    <div className="page page-narrow alert-page">
      <div className="page-head">
        <h1>{inMyLanguage(alert.title)}</h1>
      </div>
      <div className="alert-facts">
        <SeverityTag severity={alert.severity} /> <AlertState state={alert.state} />
        <Link to="/plans/$planId/board" params={{ planId: alert.planId }}>
          {alert.planName}
        </Link>
        {alert.taskName !== null && <span>{alert.taskName}</span>}
        {alert.riskId !== null && (
          <Link to="/plans/$planId/risks" params={{ planId: alert.planId }} search={{ record: alert.riskId }}>
            {t('risk', { name: alert.riskName })}
          </Link>
        )}
      </div>
      {failed !== null && <ProblemNote error={failed} />}
      <Timeline alert={alert} />
      {isOpen && canWrite && (
        <div className="alert-buttons">
          {alert.state === 'open' && (
            <Button type="primary" loading={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
              {t('acknowledge')}
            </Button>
          )}
          {alert.rootCauseId === null && (
            <Button loading={analyse.isPending} onClick={() => analyse.mutate()}>
              {t('askWhy')}
            </Button>
          )}
        </div>
      )}
      {alert.evidence.length > 0 && (
        <section className="card" aria-label={t('evidence')}>
          <div className="card-head">
            <h2>{metric === null ? t('evidence') : metricName(metric, dictionary)}</h2>
            <small>
              {alert.since} – {alert.day}
            </small>
          </div>
          <DayChart
            label={t('evidence')}
            metric={metric}
            days={alert.evidence}
            limit={alert.evidence[0]?.limit ?? null}
            fired={new Set(alert.evidence.map(({ date }) => date))}
          />
        </section>
      )}
      {effect !== null && (
        <section className="card" aria-label={t('effect')}>
          <div className="card-head">
            <h2>{t('effect')}</h2>
          </div>
          <dl className="alert-effect">
            <div>
              <dt>{t('before', effect.beforeDays)}</dt>
              <dd className="figure">{metricValueText(dictionary, metric, effect.before)}</dd>
            </div>
            <div>
              <dt>{effect.afterDays === null ? t('afterLater') : t('after', effect.afterDays)}</dt>
              <dd className="figure">{metricValueText(dictionary, metric, effect.after)}</dd>
            </div>
          </dl>
        </section>
      )}
      {alert.rootCauseId !== null && <WhyChain planId={alert.planId} rootCauseId={alert.rootCauseId} />}
      {alert.actionTaskId !== null && alert.actionTaskName !== null && (
        <p>
          {t('actionTask')}{' '}
          <Link
            to="/plans/$planId/tracker"
            params={{ planId: alert.planId }}
            search={{ record: alert.actionTaskId }}
          >
            {alert.actionTaskName}
          </Link>
        </p>
      )}
      {isOpen && canWrite && alert.actionTaskName === null && (
        <AlertAction alertId={alertId} onDone={refresh} />
      )}
      {isOpen && canWrite && (
        <section className="card" aria-label={t('resolve')}>
          <div className="card-head">
            <h2>{t('resolve')}</h2>
          </div>
          <Input.TextArea
            aria-label={t('resolution')}
            placeholder={t('resolutionHint')}
            autoSize={{ minRows: 2 }}
            maxLength={2000}
            value={resolution}
            onChange={(event) => setResolution(event.target.value)}
          />
          <div className="alert-buttons">
            <Button loading={resolve.isPending} onClick={() => resolve.mutate()}>
              {t('resolveNow')}
            </Button>
          </div>
        </section>
      )}
      {alert.resolution !== null && <p className="alert-resolution">{alert.resolution}</p>}
    </div>
  )
}
