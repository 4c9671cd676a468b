import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../api/use-session.ts'
import { useLiveCache } from '../../../api/use-live.ts'
import { useTv } from './use-tv.ts'
import './tv.css'

interface TvFrameProps {
  title: string
  /** Under the title: the period. */
  note: string
  /** Below each slide: what is to be known of the figures. */
  remarks: ReactNode
  slides: readonly { key: string; title: string; body: ReactNode }[]
  onLeave: () => void
}

/** A page for a wall: a title, one slide at a time in large figures, nothing to press; the figures stay live. */
export function TvFrame({ title, note, remarks, slides, onLeave }: TvFrameProps) {
  const { t } = useTranslation('boards')
  const session = useSession()
  useLiveCache(session.workspace?.id ?? '')
  const { slide, isPaused } = useTv(slides.length, onLeave)
  const shown = slides[slide]
  return (
    <main className="tv">
      <header className="tv-head">
        <h1>{title}</h1>
        <span>{note}</span>
      </header>
      {shown === undefined ? (
        <p className="tv-empty">{t('noFactsInPeriod')}</p>
      ) : (
        // On a phone a wide table scrolls sideways: whoever has no finger on it needs to reach it.
        <section key={shown.key} className="tv-slide" aria-labelledby="tv-slide-title" tabIndex={0}>
          <h2 id="tv-slide-title">{shown.title}</h2>
          {shown.body}
        </section>
      )}
      <div className="tv-remarks">{remarks}</div>
      <footer className="tv-foot">
        <span>{t('tv.keys')}</span>
        <span>
          {isPaused && `${t('tv.paused')} · `}
          {slides.length > 1 && t('tv.place', { place: slide + 1, count: slides.length })}
        </span>
      </footer>
    </main>
  )
}
