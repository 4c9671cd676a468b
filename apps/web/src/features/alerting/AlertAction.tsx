import { actOnAlert } from '@yingce/contracts/alerting/alert'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { type ActionTask, ActionTaskForm } from '../../ui/ActionTaskForm.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

/** The corrective action: a task of the plan, from here on measured by the same metric. */
export function AlertAction({ alertId, onDone }: { alertId: string; onDone: () => Promise<void> }) {
  const { t } = useTranslation('alert')
  const act = useMutation({
    mutationFn: ({ name, owner, end }: ActionTask) =>
      call(actOnAlert, { params: { alertId }, body: { name, owner, dueDate: end } }),
    onSuccess: onDone,
  })
  return (
    <section className="card" aria-label={t('action.title')}>
      <div className="card-head">
        <h2>{t('action.title')}</h2>
      </div>
      <ActionTaskForm
        isMaking={act.isPending}
        onMake={(task, onMade) => act.mutate(task, { onSuccess: onMade })}
      />
      {act.isError && <ProblemNote error={act.error} />}
    </section>
  )
}
