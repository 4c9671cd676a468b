import type { PlanBoard } from '@yingce/contracts/plan/board'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../../../ui/format.ts'
import { StatusTag } from '../../../ui/StatusTag.tsx'

interface ListProps {
  board: PlanBoard
  planId: string
}

function ListCard({
  id,
  title,
  note,
  children,
}: {
  id: string
  title: string
  note: string
  children: ReactNode
}) {
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        <small>{note}</small>
      </div>
      {children}
    </section>
  )
}

function TaskLink({
  planId,
  task,
}: {
  planId: string
  task: { id: string; name: string; owner: string | null; phaseName: string | null }
}) {
  return (
    <span className="task-ref">
      <Link to="/plans/$planId/tracker" params={{ planId }} search={{ record: task.id }}>
        {task.name}
      </Link>
      <span className="figure-note">
        {[task.owner, task.phaseName].filter((part) => part !== null).join(' · ')}
      </span>
    </span>
  )
}

/** What is late, worst first. */
export function LateList({ board, planId }: ListProps) {
  const { t } = useTranslation('board')
  return (
    <ListCard id="late-title" title={t('late.title')} note={t('count', { count: board.lateCount })}>
      {board.late.length === 0 ? (
        <div className="figure-note">{t('late.none')}</div>
      ) : (
        <ul className="rows">
          {board.late.map((task) => (
            <li key={task.id}>
              <TaskLink planId={planId} task={task} />
              <span className="figure-note">{formatDay(task.plannedEnd, board.today)}</span>
              <StatusTag status="delayed" days={task.days} />
            </li>
          ))}
        </ul>
      )}
    </ListCard>
  )
}

/** What starts or ends next. */
export function NextList({ board, planId }: ListProps) {
  const { t } = useTranslation('board')
  return (
    <ListCard id="next-title" title={t('next.title')} note={t('next.note')}>
      {board.next.length === 0 ? (
        <div className="figure-note">{t('next.none')}</div>
      ) : (
        <ul className="rows">
          {board.next.map((task) => (
            <li key={`${task.id}${task.what}`}>
              <TaskLink planId={planId} task={task} />
              <span className="figure-note">{formatDay(task.date, board.today)}</span>
              <span className="tag">{t(`next.${task.what}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </ListCard>
  )
}

/** Problems written into the tracker, with their solutions. */
export function IssueList({ board, planId }: ListProps) {
  const { t } = useTranslation('board')
  return (
    <ListCard id="issues-title" title={t('issues.title')} note={t('count', { count: board.issues.length })}>
      {board.issues.length === 0 ? (
        <div className="figure-note">{t('issues.none')}</div>
      ) : (
        <ul className="rows rows-tall">
          {board.issues.map((issue) => (
            <li key={issue.id}>
              <span className="task-ref">
                <span>{issue.text}</span>
                <span className="figure-note">
                  {issue.solution === null
                    ? t('issues.noSolution')
                    : t('issues.solution', { text: issue.solution })}
                </span>
                <Link
                  className="figure-note"
                  to="/plans/$planId/tracker"
                  params={{ planId }}
                  search={{ record: issue.id }}
                >
                  {issue.name}
                </Link>
              </span>
            </li>
          ))}
        </ul>
      )}
    </ListCard>
  )
}
