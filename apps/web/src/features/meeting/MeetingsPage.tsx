import { getMeetingRhythm, openMeeting } from '@yingce/contracts/meeting/meeting'
import { MEETING_KINDS, type MeetingKind } from '@yingce/domain/records/entities'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useAbility, useSession } from '../../api/use-session.ts'
import { currentLocale } from '../../i18n.ts'
import { PageLoading } from '../../ui/PageLoading.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { usePlan } from '../plan/use-plan.ts'
import { useRecordStore } from '../record/store/use-record-store.ts'
import { MeetingView } from './MeetingView.tsx'
import { RhythmDialog } from './RhythmDialog.tsx'
import './meeting.css'

/** Meetings of a plan: each opens with its figures, is written together, and ends in minutes and tasks (X5). */
export function MeetingsPage() {
  const { t } = useTranslation('meeting')
  const plan = usePlan()
  const today = useSession().workspace?.today ?? ''
  const canOpen = useAbility('record.create')
  const { record } = useSearch({ from: '/signed-in/plans/$planId/meetings' })
  const navigate = useNavigate()
  const [isSettingRhythm, setSettingRhythm] = useState(false)
  const { records, store, isLoading, error } = useRecordStore(plan.id, 'meeting')
  const rhythm = useQuery({
    queryKey: ['plan', plan.id, 'rhythm'],
    queryFn: ({ signal }) => call(getMeetingRhythm, { params: { planId: plan.id }, signal }),
  })
  const show = (id: string) =>
    navigate({ to: '/plans/$planId/meetings', params: { planId: plan.id }, search: { record: id } })
  const open = useMutation({
    mutationFn: (kind: MeetingKind) =>
      call(openMeeting, { params: { planId: plan.id }, body: { kind, day: today, locale: currentLocale() } }),
    onSuccess: async ({ id }) => {
      await store.load()
      await show(id)
    },
  })
  if (isLoading) return <PageLoading />
  const meetings = records.toSorted((a, b) =>
    String(b.values['startsAt'] ?? '').localeCompare(String(a.values['startsAt'] ?? '')),
  )
  // Without a choice: the last one that has come, not the retrospective that is planned for the plan's end.
  const isHere = (startsAt: unknown) => String(startsAt ?? '').slice(0, 10) <= today
  const chosen =
    meetings.find(({ id }) => id === record) ??
    meetings.find(({ values }) => isHere(values['startsAt'])) ??
    meetings.at(-1)
  return (
    <div className="meetings-page">
      <aside className="meetings-list" aria-label={t('list')}>
        <div className="meetings-new">
          {canOpen && (
            <Dropdown
              menu={{
                items: MEETING_KINDS.map((kind) => ({ key: kind, label: t(`open.${kind}`) })),
                onClick: ({ key }) => open.mutate(key as MeetingKind),
              }}
              trigger={['click']}
            >
              <Button type="primary" loading={open.isPending}>
                {t('openToday')}
              </Button>
            </Dropdown>
          )}
          <Button onClick={() => setSettingRhythm(true)}>{t('rhythm.button')}</Button>
        </div>
        {open.isError && <ProblemNote error={open.error} />}
        {error !== null && <ProblemNote error={error} />}
        {(rhythm.data?.items ?? []).map(({ kind, days, time }) => (
          <p key={kind} className="figure-note">
            {t(`open.${kind}`)} ·{' '}
            {days
              .map((day) => t(kind === 'monthly' ? 'rhythm.monthDay' : `rhythm.day.${day}`, { day }))
              .join(t('rhythm.and'))}{' '}
            {time}
          </p>
        ))}
        {meetings.length === 0 && <p className="empty">{t('empty')}</p>}
        <ul>
          {meetings.map((meeting) => (
            <li key={meeting.id}>
              <button
                type="button"
                className={meeting.id === chosen?.id ? 'meeting-link on' : 'meeting-link'}
                {...(meeting.id === chosen?.id ? { 'aria-current': 'true' as const } : {})}
                onClick={() => void show(meeting.id)}
              >
                <strong>{String(meeting.values['name'])}</strong>
                <span className="figure-note">
                  {String(meeting.values['startsAt'] ?? '').replace('T', ' ')} ·{' '}
                  {t(`fields:choice.${String(meeting.values['state'])}`)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </aside>
      {chosen !== undefined && <MeetingView key={chosen.id} plan={plan} meeting={chosen} store={store} />}
      {isSettingRhythm && (
        <RhythmDialog
          planId={plan.id}
          items={rhythm.data?.items ?? []}
          onClose={() => {
            setSettingRhythm(false)
            void rhythm.refetch()
          }}
        />
      )}
    </div>
  )
}
