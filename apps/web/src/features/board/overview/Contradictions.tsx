import type { PlanBoard } from '@yingce/contracts/plan/board'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { contradictionText } from './contradiction-text.ts'

/** What a row says against itself, as a sentence with a link to the place. */
export function Contradictions({ board, planId }: { board: PlanBoard; planId: string }) {
  const { t } = useTranslation('board')
  return (
    <section className="card" aria-labelledby="contradictions-title">
      <div className="card-head">
        <h2 id="contradictions-title">{t('contradictions.title')}</h2>
        <small>{t('count', { count: board.contradictionCount })}</small>
      </div>
      {board.contradictions.length === 0 ? (
        <div className="figure-note">{t('contradictions.none')}</div>
      ) : (
        <ul className="rows rows-tall">
          {board.contradictions.map((item, index) => (
            <li key={`${item.recordId}${item.code}${index}`}>
              <span className="task-ref">
                <span>
                  <span className="warn-mark" aria-hidden="true">
                    ▲{' '}
                  </span>
                  {contradictionText(item)}
                </span>
                <Link
                  className="figure-note"
                  to={
                    item.entity === 'execution_step' ? '/plans/$planId/execution' : '/plans/$planId/tracker'
                  }
                  params={{ planId }}
                  search={{ record: item.recordId }}
                >
                  {item.recordName}
                </Link>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
