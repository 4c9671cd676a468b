import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatRecent } from '../../ui/format.ts'
import { PageLoading } from '../../ui/PageLoading.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { paths } from '../../paths.ts'
import { ConflictDialog } from '../record/ConflictDialog.tsx'
import { DayCard } from './DayCard.tsx'
import type { KeptEntry } from './kept-entries.ts'
import { MOST_KEPT_PHOTOS } from './kept-photos.ts'
import { WaitingPhotos } from './WaitingPhotos.tsx'
import { useMyDay } from './use-my-day.ts'
import './my-day.css'

/** 我的今日: everything a person fills in today, on one page, in two minutes, on the phone (C5). */
export function MyDayPage() {
  const { t } = useTranslation('day')
  const { day, error, staleSince, entries, kept, photos, keptPhotos } = useMyDay()
  const { message } = App.useApp()
  const [asked, setAsked] = useState<KeptEntry | null>(null)
  if (error !== null)
    return (
      <div className="page page-narrow">
        <ProblemNote error={error} />
      </div>
    )
  if (day === undefined) return <PageLoading />
  const waiting = kept.filter(({ state }) => state === 'waiting')
  const waitingPhotos = keptPhotos.filter(({ state }) => state === 'waiting').length
  const open = day.items.filter(({ stale }) => stale.length > 0).length
  return (
    <div className="page page-narrow my-day">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <span className="figure-note">{t('on', { date: day.today, name: day.name })}</span>
      </div>
      <p className="page-lead" role="status">
        {day.items.length === 0
          ? ''
          : t(open === 0 ? 'summaryNoneOpen' : 'summary', { count: day.items.length, open })}
        {waiting.length > 0 && <strong> {t('kept', { count: waiting.length })}</strong>}
        {waitingPhotos > 0 && <strong> {t('photo.kept', { count: waitingPhotos })}</strong>}
      </p>
      <div role="status">
        {staleSince !== null && (
          <p className="day-offline">
            <span aria-hidden="true">▲</span> {t('offline', { at: formatRecent(staleSince) })}
          </p>
        )}
      </div>
      {kept
        .filter(({ state }) => state !== 'waiting')
        .map((entry) => (
          <div key={entry.taskId} className="problem-note" role="alert">
            <strong>{entry.taskName}</strong> {entry.state === 'conflict' ? t('conflicted') : entry.reason}{' '}
            {entry.state === 'conflict' && (
              <Button size="small" onClick={() => setAsked(entry)}>
                {t('choose')}
              </Button>
            )}{' '}
            <Button size="small" onClick={() => entries.discard(entry.taskId)}>
              {t('discard')}
            </Button>
          </div>
        ))}
      {day.items.length === 0 && (
        <div className="empty">
          <p>{day.otherCount + day.doneToday.length > 0 ? t('nothing') : t('never', { name: day.name })}</p>
          <Link to={paths.plans}>{t('toPlans')}</Link>
        </div>
      )}
      <WaitingPhotos
        photos={keptPhotos.filter(({ taskId }) => !day.items.some(({ task }) => task.id === taskId))}
        onDrop={(id) => void photos.discard(id)}
      />
      <ul className="day-list">
        {day.items.map((item) => (
          <li key={item.task.id}>
            <DayCard
              item={item}
              today={day.today}
              kept={waiting.find(({ taskId }) => taskId === item.task.id) ?? null}
              onEntry={(values) =>
                entries.add({
                  planId: item.planId,
                  taskId: item.task.id,
                  taskName: item.task.values.name,
                  version: item.task.version,
                  values,
                  isOverwriting: false,
                })
              }
              photos={keptPhotos.filter(({ taskId }) => taskId === item.task.id)}
              onPhoto={async (file) => {
                const isKept = await photos.add({
                  id: `${new Date().toISOString()} ${crypto.randomUUID()}`,
                  planId: item.planId,
                  taskId: item.task.id,
                  taskName: item.task.values.name,
                  fileName: file.name,
                  content: file,
                })
                if (!isKept) void message.error(t('photo.full', { count: MOST_KEPT_PHOTOS }), 8)
              }}
              onDropPhoto={(id) => void photos.discard(id)}
            />
          </li>
        ))}
      </ul>
      {day.doneToday.length > 0 && (
        <section aria-labelledby="day-done">
          <h2 id="day-done" className="day-heading">
            {t('doneToday', { count: day.doneToday.length })}
          </h2>
          <ul className="day-done">
            {day.doneToday.map((task) => (
              <li key={task.id}>
                <span aria-hidden="true">●</span> {task.name}
                <span className="figure-note"> {task.planName}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ConflictDialog
        entity="task"
        conflict={asked?.conflict ?? null}
        name={asked?.taskName ?? ''}
        onSettle={(choices) => {
          if (asked !== null) void entries.settle(asked.taskId, choices)
          setAsked(null)
        }}
        onLater={() => setAsked(null)}
      />
    </div>
  )
}
