import { FIRE_REASON_LENGTH, fireRisk } from '@yingce/contracts/alerting/fire-risk'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useSession } from '../../api/use-session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

interface FireRiskProps {
  planId: string
  riskId: string
  name: string
  onClose: () => void
}

/** Somebody says that a risk has come about; its response opens as tasks (B5). */
export function FireRisk({ planId, riskId, name, onClose }: FireRiskProps) {
  const { t } = useTranslation('alert')
  const id = useId()
  const { message } = App.useApp()
  const client = useQueryClient()
  const today = useSession().workspace?.today ?? ''
  const [reason, setReason] = useState('')
  const [day, setDay] = useState(today)
  const fire = useMutation({
    mutationFn: () =>
      call(fireRisk, { params: { planId, recordId: riskId }, body: { reason: reason.trim(), day } }),
    onSuccess: ({ taskCount }) => {
      void client.invalidateQueries({ queryKey: ['plan', planId] })
      void client.invalidateQueries({ queryKey: ['alerts'] })
      void message.success(
        taskCount === 0 ? t('fire.doneWithoutSteps') : t('fire.done', { count: taskCount }),
      )
      onClose()
    },
  })
  return (
    <Dialog
      title={t('fire.title', { name })}
      okText={t('fire.ok')}
      cancelText={t('shell:common.cancel')}
      okButtonProps={{ disabled: reason.trim() === '' || day === '' }}
      confirmLoading={fire.isPending}
      onOk={() => fire.mutate()}
      onCancel={onClose}
    >
      <p className="figure-note">{t('fire.lead')}</p>
      <div className="note-field">
        <label htmlFor={`${id}-reason`}>{t('fire.reason')}</label>
        <Input
          id={`${id}-reason`}
          maxLength={FIRE_REASON_LENGTH}
          value={reason}
          placeholder={t('fire.reasonHint')}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div className="note-field">
        <label htmlFor={`${id}-day`}>{t('fire.day')}</label>
        <Input
          id={`${id}-day`}
          type="date"
          max={today}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
      {fire.isError && <ProblemNote error={fire.error} />}
    </Dialog>
  )
}
