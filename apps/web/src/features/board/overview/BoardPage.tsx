import { getPlanBoard, type PlanBoard } from '@yingce/contracts/plan/board'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { paths } from '../../../paths.ts'
import { PageLoading } from '../../../ui/PageLoading.tsx'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { usePlan } from '../../plan/use-plan.ts'
import { useAnnouncePresence } from '../../../api/use-presence.ts'
import { Contradictions } from './Contradictions.tsx'
import { EffectTable } from './EffectTable.tsx'
import { HeadTiles } from './HeadTiles.tsx'
import { KpiList } from './KpiList.tsx'
import { IssueList, LateList, NextList } from './TaskLists.tsx'
import { PhaseStrip } from './PhaseStrip.tsx'
import { Reconciliation } from './Reconciliation.tsx'
import { Trends } from './Trends.tsx'
import '../board.css'

function EmptyBoard({ planId }: { planId: string }) {
  const { t } = useTranslation('board')
  return (
    <div className="card empty">
      <span>{t('empty')}</span>
      <span className="inline-form">
        <Link to={paths.newImport} search={{ planId }}>
          {t('emptyImport')}
        </Link>
        <Link to="/plans/$planId/tracker" params={{ planId }}>
          {t('emptyTracker')}
        </Link>
      </span>
    </div>
  )
}

function BoardBody({ board, planId }: { board: PlanBoard; planId: string }) {
  if (board.taskCount === 0 && board.kpis.length === 0 && board.effect === null)
    return <EmptyBoard planId={planId} />
  return (
    <>
      <HeadTiles board={board} />
      <PhaseStrip board={board} />
      <div className="board-columns">
        <div className="stack">
          <KpiList board={board} planId={planId} />
          {board.effect !== null && <EffectTable effect={board.effect} />}
          {board.reconciliation !== null && <Reconciliation reconciliation={board.reconciliation} />}
          {board.daily.length > 1 && <Trends daily={board.daily} events={board.events} />}
        </div>
        <div className="stack">
          <LateList board={board} planId={planId} />
          <NextList board={board} planId={planId} />
          <Contradictions board={board} planId={planId} />
          <IssueList board={board} planId={planId} />
        </div>
      </div>
    </>
  )
}

/** Where the plan stands, what is wrong, what is next: everything computed by the server from the records. */
export function BoardPage() {
  const plan = usePlan()
  useAnnouncePresence(plan.id, 'board', null, null)
  const query = useQuery({
    queryKey: ['plan', plan.id, 'board'],
    queryFn: ({ signal }) => call(getPlanBoard, { params: { planId: plan.id }, signal }),
  })
  if (query.isPending) return <PageLoading />
  return (
    <div className="page board">
      {query.isError && <ProblemNote error={query.error} />}
      {query.data !== undefined && <BoardBody board={query.data} planId={plan.id} />}
    </div>
  )
}
