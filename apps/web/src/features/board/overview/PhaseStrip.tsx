import type { PlanBoard } from '@yingce/contracts/plan/board'
import { diffDays } from '@yingce/domain/calendar/date-arithmetic'
import { useTranslation } from 'react-i18next'
import { formatDay, formatRatio } from '../../../ui/format.ts'

/** Phases as a line, wide as they are long, filled as far as they are. */
export function PhaseStrip({ board }: { board: PlanBoard }) {
  const { t } = useTranslation('board')
  if (board.phases.length === 0) return null
  const days = (start: string | null, end: string | null) =>
    start === null || end === null ? 7 : Math.max(diffDays(start, end) + 1, 1)
  return (
    <section className="card" aria-label={t('phases')}>
      <ol className="phase-strip" tabIndex={0}>
        {board.phases.map((phase) => (
          <li
            key={phase.id}
            style={{ flexGrow: days(phase.start, phase.end) }}
            className={`phase phase-${phase.state}`}
            aria-current={phase.name === board.period.phase ? 'step' : undefined}
          >
            <div className="phase-bar">
              <b style={{ width: `${Math.min(phase.progress ?? 0, 1) * 100}%` }} />
            </div>
            <div className="phase-name">{phase.name}</div>
            <div className="figure-note">
              {formatDay(phase.start, board.today)} – {formatDay(phase.end, board.today)}
            </div>
            <div className="figure-note">
              {t('phaseDone', {
                done: phase.doneCount,
                count: phase.taskCount,
                share: formatRatio(phase.progress, 0),
              })}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
