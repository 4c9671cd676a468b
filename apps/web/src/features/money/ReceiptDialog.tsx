import { type JournalEntry, reconcileEntry } from '@yingce/contracts/money/journal'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

interface ReceiptDialogProps {
  planId: string
  entry: JournalEntry
  onClose: () => void
}

/** Says that the receipt was held against the entry, or takes that back. */
export function ReceiptDialog({ planId, entry, onClose }: ReceiptDialogProps) {
  const { t } = useTranslation('money')
  const id = useId()
  const client = useQueryClient()
  const [receipt, setReceipt] = useState(entry.receipt ?? '')
  const isReconciled = !entry.isReconciled
  const save = useMutation({
    mutationFn: () =>
      call(reconcileEntry, {
        params: { planId, entryId: entry.id },
        body: { isReconciled, receipt: receipt.trim() === '' ? null : receipt.trim() },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['plan', planId] })
      onClose()
    },
  })
  return (
    <Dialog
      title={t('receipt.title')}
      okText={t(isReconciled ? 'receipt.ok' : 'receipt.undo')}
      cancelText={t('shell:common.cancel')}
      okButtonProps={{ disabled: isReconciled && receipt.trim() === '' }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <label htmlFor={id}>{t('form.receipt')}</label>
      <Input
        id={id}
        maxLength={200}
        readOnly={!isReconciled}
        value={receipt}
        onChange={(event) => setReceipt(event.target.value)}
      />
      {save.isError && <ProblemNote error={save.error} />}
    </Dialog>
  )
}
