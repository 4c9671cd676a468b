import { previewMetricUndo, undoMetricImport } from '@yingce/contracts/metrics/metric-import'
import { hashKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'

/** Taking an import of metrics back: says first what goes, what returns and what stays. */
export function MetricUndoDialog({ importId, onClose }: { importId: string; onClose: () => void }) {
  const { t } = useTranslation('data')
  const client = useQueryClient()
  const params = { importId }
  const previewKey = ['metric-import', importId, 'undo']
  const preview = useQuery({
    queryKey: previewKey,
    queryFn: ({ signal }) => call(previewMetricUndo, { params, signal }),
    gcTime: 0,
    staleTime: 0,
  })
  const undo = useMutation({
    mutationFn: () => call(undoMetricImport, { params, body: {} }),
    onSuccess: async () => {
      // What would be undone is not asked for again: it is undone.
      await client.invalidateQueries({ predicate: ({ queryHash }) => queryHash !== hashKey(previewKey) })
      onClose()
    },
  })
  return (
    <Dialog
      title={t('undo.title')}
      onCancel={onClose}
      cancelText={t('shell:common.cancel')}
      okText={t('undo.ok')}
      okButtonProps={{ danger: true, disabled: !preview.isSuccess }}
      confirmLoading={undo.isPending}
      onOk={() => undo.mutate()}
    >
      {preview.isError && <ProblemNote error={preview.error} />}
      {undo.isError && <ProblemNote error={undo.error} />}
      {preview.data !== undefined && (
        <>
          <p>{t('undo.removed', { count: preview.data.removed })}</p>
          {preview.data.returned > 0 && <p>{t('undo.returned', { count: preview.data.returned })}</p>}
          {preview.data.superseded > 0 && <p>{t('undo.superseded', { count: preview.data.superseded })}</p>}
        </>
      )}
    </Dialog>
  )
}
