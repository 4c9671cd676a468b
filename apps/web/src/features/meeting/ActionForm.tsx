import type { MeetingFigures } from '@yingce/contracts/meeting/meeting'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useSession } from '../../api/use-session.ts'
import { type ActionTask, ActionTaskForm } from '../../ui/ActionTaskForm.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { LineList } from './LineList.tsx'

/** What was agreed becomes a task of the plan at once, which points at the meeting. */
export function ActionForm({
  planId,
  meetingId,
  actions,
  canWrite,
}: {
  planId: string
  meetingId: string
  actions: MeetingFigures['actions']
  canWrite: boolean
}) {
  const { t } = useTranslation('meeting')
  const { message } = App.useApp()
  const client = useQueryClient()
  const today = useSession().workspace?.today ?? ''
  const create = useMutation({
    mutationFn: ({ name, owner, end }: ActionTask) =>
      call(recordRoutes('task').create, {
        params: { planId },
        body: {
          values: { name, owner, plannedStart: today, plannedEnd: end, meetingId },
        },
      }),
    onSuccess: (task) => {
      void client.invalidateQueries({ queryKey: ['plan', planId, 'meeting'] })
      void message.success(t('taskMade', { name: task.values.name }))
    },
  })
  if (!canWrite && actions.length === 0) return null
  return (
    <section className="card" aria-label={t('actions')}>
      <div className="card-head">
        <h3>{t('actions')}</h3>
      </div>
      <LineList planId={planId} lines={actions} />
      {canWrite && (
        <ActionTaskForm
          isMaking={create.isPending}
          onMake={(task, onMade) => create.mutate(task, { onSuccess: onMade })}
        />
      )}
      {create.isError && <ProblemNote error={create.error} />}
    </section>
  )
}
