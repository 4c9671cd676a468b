import type { PlanView } from '@yingce/contracts/plan/plan'
import { closeMeeting, getMeetingFigures } from '@yingce/contracts/meeting/meeting'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useAbility } from '../../api/use-session.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { ConflictDialog } from '../record/ConflictDialog.tsx'
import type { AnyRecord } from '../record/store/local-edit.ts'
import type { RecordStore } from '../record/store/record-store.ts'
import { MinutesMenu } from './MinutesMenu.tsx'
import { ActionForm } from './ActionForm.tsx'
import { Briefs } from './Briefs.tsx'
import { FiguresView } from './FiguresView.tsx'
import { NoteField } from '../../ui/NoteField.tsx'

interface MeetingViewProps {
  plan: PlanView
  meeting: AnyRecord
  store: RecordStore
}

const NOTES = ['attendees', 'agenda', 'done', 'next', 'blocked', 'decisions', 'minutes'] as const

/** One meeting: figures from the data, notes that everybody writes at once, actions that become tasks. */
export function MeetingView({ plan, meeting, store }: MeetingViewProps) {
  const { t } = useTranslation('meeting')
  const canWrite = useAbility('record.update')
  const canExport = useAbility('export.run')
  const params = { planId: plan.id, meetingId: meeting.id }
  const isClosed = meeting.values['state'] === 'closed'
  const figures = useQuery({
    queryKey: ['plan', plan.id, 'meeting', meeting.id, isClosed],
    queryFn: ({ signal }) => call(getMeetingFigures, { params, signal }),
  })
  const close = useMutation({
    mutationFn: () => call(closeMeeting, { params }),
    onSuccess: () => store.load(),
  })
  const conflict = store.snapshot().conflicts.get(meeting.id) ?? null
  return (
    <section className="meeting" aria-labelledby="meeting-name">
      <div className="page-head">
        <h2 id="meeting-name">{String(meeting.values['name'])}</h2>
        <span className="tag">{t(`fields:choice.${String(meeting.values['state'])}`)}</span>
        <span className="spacer" />
        {canExport && <MinutesMenu {...params} />}
        {canWrite && !isClosed && (
          <Button loading={close.isPending} onClick={() => close.mutate()}>
            {t('close')}
          </Button>
        )}
      </div>
      {close.isError && <ProblemNote error={close.error} />}
      {figures.isError && <ProblemNote error={figures.error} />}
      {figures.data === undefined ? (
        <div className="skeleton skeleton-card" />
      ) : (
        <>
          <FiguresView planId={plan.id} figures={figures.data} />
          {figures.data.kind === 'kick_off' && <Briefs {...params} briefs={figures.data.briefs} />}
        </>
      )}
      <div className="meeting-notes">
        {NOTES.map((field) => (
          <NoteField
            key={field}
            label={t(`fields:meeting.${field}`)}
            value={(meeting.values[field] as string | null) ?? ''}
            isReadOnly={!canWrite}
            onChange={(text) =>
              store.edit([
                {
                  id: meeting.id,
                  values: { [field]: text === '' ? null : text },
                  unread: {},
                  baseVersion: store.get(meeting.id)?.version ?? meeting.version,
                  isOverwriting: false,
                },
              ])
            }
          />
        ))}
      </div>
      <ActionForm
        planId={plan.id}
        meetingId={meeting.id}
        actions={figures.data?.actions ?? []}
        canWrite={canWrite}
      />
      <ConflictDialog
        entity="meeting"
        conflict={conflict}
        name={String(meeting.values['name'])}
        onSettle={(choices) => store.settle(meeting.id, choices)}
        onLater={() => store.settle(meeting.id, {})}
      />
    </section>
  )
}
