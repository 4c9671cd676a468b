import { type JournalEntry, reverseEntry } from '@yingce/contracts/money/journal'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useSession } from '../../api/use-session.ts'
import { formatFen } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

interface ReverseDialogProps {
  planId: string
  entry: JournalEntry
  onClose: () => void
}

/** Takes an entry back with a reason; both stay in the ledger. */
export function ReverseDialog({ planId, entry, onClose }: ReverseDialogProps) {
  const { t } = useTranslation('money')
  const id = useId()
  const client = useQueryClient()
  const today = useSession().workspace?.today ?? entry.date
  const [reason, setReason] = useState('')
  const reverse = useMutation({
    mutationFn: () =>
      call(reverseEntry, {
        params: { planId, entryId: entry.id },
        body: { date: today, reason: reason.trim() },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['plan', planId] })
      onClose()
    },
  })
  return (
    <Dialog
      title={t('reverse.title')}
      okText={t('journal.reverse')}
      cancelText={t('shell:common.cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      confirmLoading={reverse.isPending}
      onOk={() => reverse.mutate()}
      onCancel={onClose}
    >
      <p>
        {t('reverse.text', {
          kind: t(`kind.${entry.kind}`),
          date: entry.date,
          amount: formatFen(entry.amount),
        })}
      </p>
      <label htmlFor={id}>{t('reverse.reason')}</label>
      <Input.TextArea
        id={id}
        maxLength={2000}
        autoSize={{ minRows: 2 }}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {reverse.isError && <ProblemNote error={reverse.error} />}
    </Dialog>
  )
}
