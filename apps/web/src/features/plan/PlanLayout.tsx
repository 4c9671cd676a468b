import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/use-session.ts'
import { PLAN_TABS, paths } from '../../paths.ts'
import { diffDays } from '@yingce/domain/calendar/date-arithmetic'
import { formatDay } from '../../ui/format.ts'
import { useTabInView } from '../../ui/use-tab-in-view.ts'
import { PlanActions } from './PlanActions.tsx'
import { PlanPresence } from './PlanPresence.tsx'
import { usePlan } from './use-plan.ts'

/** Header and tabs of a plan; the tab's page fills the rest. */
export function PlanLayout() {
  const { t } = useTranslation('plan')
  const tabs = useTabInView()
  const plan = usePlan()
  const today = useSession().workspace?.today ?? ''
  return (
    <>
      <header className="plan-head">
        <div className="crumb">
          {/* The way up is not the page that is open. */}
          <Link to={paths.plans} activeOptions={{ exact: true }}>
            {t('title')}
          </Link>{' '}
          / {t(`origin.${plan.origin}`)}
        </div>
        <div className="plan-title">
          <h1>{plan.name}</h1>
          <span className="tag">{t(`state.${plan.state}`)}</span>
          {plan.periodStart !== null && (
            <span className="figure-note">
              {formatDay(plan.periodStart, '')} – {formatDay(plan.periodEnd, plan.periodStart)}
            </span>
          )}
          {plan.periodEnd !== null && (
            <span className="figure-note">
              {plan.periodEnd < today
                ? t('ended')
                : t('daysLeft', { count: diffDays(today, plan.periodEnd) })}
            </span>
          )}
          <span className="spacer" />
          <PlanPresence planId={plan.id} />
          <PlanActions plan={plan} />
        </div>
        <nav ref={tabs} className="plan-tabs" aria-label={t('tabs.label')}>
          {PLAN_TABS.map((tab) => (
            <Link
              key={tab}
              to={`/plans/$planId/${tab}`}
              params={{ planId: plan.id }}
              className="plan-tab"
              activeProps={{ className: 'plan-tab on', 'aria-current': 'page' }}
              activeOptions={{ includeSearch: false }}
            >
              {t(`tabs.${tab}`)}
            </Link>
          ))}
        </nav>
      </header>
      <Outlet />
    </>
  )
}
