import type { MeetingFigures } from '@yingce/contracts/meeting/meeting'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDay, formatFen, formatRecent, formatRatio } from '../../ui/format.ts'

type Field = MeetingFigures['filled'][number]['fields'][number]
const SHOWN = 8

function shown(field: Field['field'], value: Field['from']): string {
  if (value === null) return '—'
  if (typeof value === 'string') return value
  return field === 'spent' ? formatFen(value) : formatRatio(value, 0)
}

/** What people filled in up to the meeting: every field from what stood there to what stands there now. */
export function FilledIn({ planId, figures }: { planId: string; figures: MeetingFigures }) {
  const { t } = useTranslation('meeting')
  const { filled, back, day } = figures
  return (
    <section className="card" aria-label={t('filled')}>
      <div className="card-head">
        <h3>{t('filled')}</h3>
        <small>{t('since', { date: formatDay(back.from, day) })}</small>
      </div>
      {filled.length === 0 ? (
        <p className="figure-note">{t('noneFilled')}</p>
      ) : (
        <ul className="meeting-lines">
          {filled.slice(0, SHOWN).map((line) => (
            <li key={line.taskId}>
              <Link to="/plans/$planId/tracker" params={{ planId }} search={{ record: line.taskId }}>
                {line.name}
              </Link>{' '}
              <span className="figure-note">
                {[line.by, formatRecent(line.at)].filter((part) => part !== null).join(' · ')}
              </span>
              <ul className="meeting-filled">
                {line.fields.map(({ field, from, to }) => (
                  <li key={field}>
                    {t(`fields:task.${field}`)}{' '}
                    {field !== 'issue' && (
                      <span className="figure-note">
                        {shown(field, from)} <span aria-hidden="true">→</span>{' '}
                      </span>
                    )}
                    <b>{shown(field, to)}</b>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {filled.length > SHOWN && <p className="figure-note">{t('more', { count: filled.length - SHOWN })}</p>}
    </section>
  )
}
