import type { BoardEvent } from '@yingce/contracts/board/board-event'
import { useTranslation } from 'react-i18next'
import { useEventText } from './use-event-text.ts'

/** Addresses that a click may open; anything else stays text. */
const LINK = /^https?:\/\//i

/** What is marked on a trend, in words: the same shapes as on the chart, whole names, and where it was seen. */
export function EventList({ events }: { events: readonly BoardEvent[] }) {
  const { t } = useTranslation('boards')
  const textOf = useEventText()
  if (events.length === 0) return null
  return (
    <ul className="board-events" aria-label={t('events')}>
      {events.map((event, index) => (
        <li key={`${index} ${event.day}`}>
          <span aria-hidden="true">{event.kind === 'competitor' ? '◆' : '●'}</span> {event.day.slice(5)}
          {event.endDay === null ? '' : `–${event.endDay.slice(5)}`} {textOf(event)}
          {event.channel === null ? '' : ` · ${event.channel}`}
          {event.source !== null && (
            <>
              {' · '}
              {LINK.test(event.source) ? (
                <a href={event.source} target="_blank" rel="noreferrer">
                  {t('event.source')}
                </a>
              ) : (
                event.source
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
