import { AlertRuleInput, backTestAlertRule } from '@yingce/contracts/alerting/alert-rule'
import type { AnswerOf } from '@yingce/contracts/route'
import type { PlanView } from '@yingce/contracts/plan/plan'
import { addDays, maxDate } from '@yingce/domain/calendar/date-arithmetic'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useSession } from '../../api/use-session.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { DayChart } from './DayChart.tsx'

const MOST_DAYS = 90
const Tried = AlertRuleInput.pick({ condition: true, policy: true, scope: true })

interface BackTestProps extends Pick<AlertRuleInput, 'condition' | 'policy' | 'scope'> {
  plan: PlanView
}

/** What the rule is held against; without a budget or a target it says nothing, and the page says so. */
function plannedText(planned: AnswerOf<typeof backTestAlertRule>['planned'], t: TFunction<'alert'>): string {
  if (planned === null) return t('backTest.noPlan')
  const { basis, from, to } = planned
  return t(`backTest.planned.${basis}`, { texts: planned.texts.join(t('backTest.and')), from, to })
}

/** When the rule would have fired on the plan's past figures; nothing is kept and nobody told. */
export function BackTest({ plan, condition, policy, scope }: BackTestProps) {
  const { t } = useTranslation('alert')
  const today = useSession().workspace?.today ?? ''
  const to = addDays(today, -1)
  const from = maxDate([addDays(to, 1 - MOST_DAYS), plan.periodStart]) ?? to
  const rule = useDeferredValue(JSON.stringify({ condition, policy, scope }))
  // A number out of its bounds is said at its field; until it is put right the last answer stands.
  const isSound = Tried.safeParse(JSON.parse(rule)).success
  const tried = useQuery({
    queryKey: ['plan', plan.id, 'back-test', rule, from, to],
    enabled: from <= to && isSound,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) =>
      call(backTestAlertRule, {
        params: { planId: plan.id },
        body: {
          ...(JSON.parse(rule) as Pick<AlertRuleInput, 'condition' | 'policy' | 'scope'>),
          period: { from, to },
        },
        signal,
      }),
  })
  return (
    <section aria-label={t('backTest.title')} className="back-test">
      <h3>{t('backTest.title')}</h3>
      {tried.isError && <ProblemNote error={tried.error} />}
      {tried.data !== undefined && (
        <>
          <p>
            {t('backTest.fired', { count: tried.data.alerts.length, from, to })}
            {tried.data.alerts.length > 0 && (
              <span className="figure-note">
                {' '}
                {tried.data.alerts
                  .slice(-8)
                  .map(({ date, taskName }) =>
                    taskName === null ? date.slice(5) : `${taskName} ${date.slice(5)}`,
                  )
                  .join(t('backTest.and'))}
              </span>
            )}
          </p>
          {(condition.type === 'pacing' || condition.type === 'overspend') && (
            <p className="figure-note">{plannedText(tried.data.planned, t)}</p>
          )}
          {tried.data.isMoneyLeftOut && (
            <p className="figure-note">{t('backTest.otherCurrency', { currency: plan.currency })}</p>
          )}
          {condition.type !== 'stalled_task' && (
            <DayChart
              label={t('backTest.title')}
              metric={condition.metric}
              days={tried.data.days}
              limit={condition.type === 'threshold' ? condition.value : null}
              fired={new Set(tried.data.alerts.map(({ date }) => date))}
            />
          )}
        </>
      )}
    </section>
  )
}
