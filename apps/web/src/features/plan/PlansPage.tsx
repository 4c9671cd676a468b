import { listPlans, type PlanView } from '@yingce/contracts/plan/plan'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useAbility, useSession } from '../../api/use-session.ts'
import { paths } from '../../paths.ts'
import { formatDay, formatFen, formatRatio, MISSING } from '../../ui/format.ts'
import { PageLoading } from '../../ui/PageLoading.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

function PlanRow({ plan, today }: { plan: PlanView; today: string }) {
  const { t } = useTranslation('plan')
  const share =
    plan.budget === null || plan.budget === 0 || plan.spent === null ? null : plan.spent / plan.budget
  return (
    <tr>
      <td>
        <Link to="/plans/$planId/board" params={{ planId: plan.id }} className="plan-name">
          {plan.name}
        </Link>
        <div className="figure-note">
          {plan.periodStart === null
            ? t('noPeriod')
            : `${formatDay(plan.periodStart, today)} – ${formatDay(plan.periodEnd, today)}`}
        </div>
      </td>
      <td className="nowrap">
        <span className="tag">{t(`state.${plan.state}`)}</span>
      </td>
      <td className="number">
        {t('doneOf', { done: plan.doneCount, count: plan.taskCount - plan.cancelledCount })}
      </td>
      <td className="number">
        {plan.lateCount === 0 ? (
          MISSING
        ) : (
          <span className="tag tag-bad">
            <span aria-hidden="true">■</span> {t('late', { count: plan.lateCount })}
          </span>
        )}
      </td>
      <td className="number">{formatFen(plan.budget)}</td>
      <td className="number">{formatFen(plan.spent)}</td>
      <td className="number">{formatRatio(share)}</td>
    </tr>
  )
}

/** Plans of the workspace with what matters of each in one line. */
export function PlansPage() {
  const { t } = useTranslation('plan')
  const { q } = useSearch({ from: '/signed-in/plans' })
  const [text, setText] = useState(q ?? '')
  const navigate = useNavigate()
  const session = useSession()
  const canCreate = useAbility('plan.create')
  const query = useInfiniteQuery({
    queryKey: ['plans', q ?? ''],
    queryFn: ({ signal, pageParam }) =>
      call(listPlans, { query: { q, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
  if (query.isPending) return <PageLoading />
  const plans = query.data?.pages.flatMap((page) => page.items) ?? []
  const today = session.workspace?.today ?? ''
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <div className="spacer" />
        <Input.Search
          className="plan-search"
          allowClear
          value={text}
          placeholder={t('search')}
          aria-label={t('search')}
          onChange={(event) => setText(event.target.value)}
          onSearch={(value) => void navigate({ to: paths.plans, search: value === '' ? {} : { q: value } })}
        />
        <Link to={paths.boards}>
          <Button tabIndex={-1}>{t('boards')}</Button>
        </Link>
        {canCreate && (
          <Link to={paths.newImport}>
            <Button>{t('import')}</Button>
          </Link>
        )}
        {canCreate && (
          <Link to={paths.start}>
            <Button type="primary">{t('new')}</Button>
          </Link>
        )}
      </div>
      {query.isError && <ProblemNote error={query.error} />}
      {plans.length === 0 ? (
        <div className="card empty">
          <span>{q === undefined ? t('empty') : t('emptySearch', { q })}</span>
          {q === undefined && canCreate && <Link to={paths.start}>{t('emptyAction')}</Link>}
        </div>
      ) : (
        <div className="card table-scroll" tabIndex={0} role="region" aria-label={t('title')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('col.name')}</th>
                <th scope="col">{t('col.state')}</th>
                <th scope="col" className="number">
                  {t('col.tasks')}
                </th>
                <th scope="col" className="number">
                  {t('col.late')}
                </th>
                <th scope="col" className="number">
                  {t('col.budget')}
                </th>
                <th scope="col" className="number">
                  {t('col.spent')}
                </th>
                <th scope="col" className="number">
                  {t('col.share')}
                </th>
              </tr>
            </thead>
            <tbody>
              {plans.map((plan) => (
                <PlanRow key={plan.id} plan={plan} today={today} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {t('showMore')}
        </Button>
      )}
    </div>
  )
}
