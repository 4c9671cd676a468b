import type { PeriodBoard } from '@yingce/contracts/board/period-board'
import { SPAN_KINDS, type SpanKind, spanNameOf } from '@yingce/domain/board/board-span'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { PageLoading } from '../../ui/PageLoading.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { enterFullScreen } from './full-screen.ts'
import { PeriodTable } from './PeriodTable.tsx'
import { PeriodTargets } from './PeriodTargets.tsx'
import { PeriodTiles } from './PeriodTiles.tsx'
import { type AskedPeriod, usePeriodBoard } from './use-period-board.ts'
import './board.css'
import './channel-board.css'

function SpanBar({ board, onChange }: { board: PeriodBoard; onChange: (asked: AskedPeriod) => void }) {
  const { t } = useTranslation('boards')
  const { kind, name, from, to } = board.period
  return (
    <div className="board-bar">
      <div className="board-period">
        <Segmented<SpanKind>
          value={kind}
          onChange={(next) => onChange({ period: spanNameOf(from, next) })}
          aria-label={t('span.kind')}
          options={SPAN_KINDS.map((value) => ({ value, label: t(`span.${value}`) }))}
        />
        <Button onClick={() => onChange({ period: board.previous })}>{t(`span.before.${kind}`)}</Button>
        <strong>{name}</strong>
        <Button onClick={() => onChange({ period: board.next })}>{t(`span.after.${kind}`)}</Button>
        {board.currencies.length > 1 && (
          <Select
            value={board.currency}
            aria-label={t('span.currency')}
            onChange={(currency) => onChange({ period: name, currency })}
            options={board.currencies.map((value) => ({ value, label: value }))}
          />
        )}
        <span className="figure-note">
          {t('span.shown', { from, to, before: board.previous, currency: board.currency })}
        </span>
      </div>
      <Link to={paths.tvPlans} onClick={enterFullScreen}>
        {t('tv.open')}
      </Link>
    </div>
  )
}

/** A quarter or a year over all plans: totals, targets, plans and channels against the one before. */
export function PeriodBoardPage() {
  const { t } = useTranslation('boards')
  const search = useSearch({ from: '/signed-in/boards' })
  const navigate = useNavigate()
  const board = usePeriodBoard(search)
  if (board.isPending) return <PageLoading />
  const change = (next: AskedPeriod) => void navigate({ to: paths.boards, search: next })
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('span.title')}</h1>
      </div>
      {board.isError && <ProblemNote error={board.error} />}
      {board.data !== undefined && (
        <>
          <SpanBar board={board.data} onChange={change} />
          {board.data.plans.length === 0 ? (
            <p className="card empty">{t('span.empty')}</p>
          ) : (
            <div className="stack">
              <PeriodTiles board={board.data} />
              <PeriodTargets board={board.data} />
              <PeriodTable
                board={board.data}
                title={t('span.plans')}
                head={t('span.plan')}
                rows={board.data.plans.map((plan) => ({
                  key: plan.planId ?? 'none',
                  name:
                    plan.planId === null ? (
                      t('span.unassigned')
                    ) : (
                      <Link to="/plans/$planId/data" params={{ planId: plan.planId }}>
                        {plan.name}
                      </Link>
                    ),
                  values: plan.values,
                  previous: plan.previous,
                  marks: plan.marks,
                }))}
              />
              <PeriodTable
                board={board.data}
                title={t('span.channels')}
                head={t('by.channel')}
                rows={board.data.channels.map(({ channel, values, previous }) => ({
                  key: channel,
                  name: channel === '' ? t('noGroup') : channel,
                  values,
                  previous,
                  marks: null,
                }))}
              />
            </div>
          )}
        </>
      )}
    </div>
  )
}
