import { previewUndo, undoImport } from '@yingce/contracts/import/import'
import { hashKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { formatMoment } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { valueText } from '../record/value-text.ts'
import { Dialog } from '../../ui/Dialog.tsx'

/** Taking an import back: what goes, what comes back, and for each record changed since, keep or take back. */
export function UndoDialog({ importId, onClose }: { importId: string; onClose: () => void }) {
  const { t } = useTranslation('import')
  const client = useQueryClient()
  const [takeBack, setTakeBack] = useState<ReadonlySet<string>>(new Set())
  const params = { importId }
  const previewKey = ['import', importId, 'undo']
  const preview = useQuery({
    queryKey: previewKey,
    queryFn: ({ signal }) => call(previewUndo, { params, signal }),
    gcTime: 0,
    staleTime: 0,
  })
  const undo = useMutation({
    mutationFn: () => call(undoImport, { params, body: { takeBack: [...takeBack] } }),
    onSuccess: async () => {
      // What would be undone is not asked for again: it is undone.
      await client.invalidateQueries({ predicate: ({ queryHash }) => queryHash !== hashKey(previewKey) })
      onClose()
    },
  })
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(takeBack)
    if (isOn) next.add(id)
    else next.delete(id)
    setTakeBack(next)
  }
  return (
    <Dialog
      title={t('undo.title')}
      width={720}
      onCancel={onClose}
      cancelText={t('shell:common.cancel')}
      okText={t('undo.ok')}
      okButtonProps={{ danger: true, disabled: !preview.isSuccess }}
      confirmLoading={undo.isPending}
      onOk={() => undo.mutate()}
    >
      {preview.isPending && <div className="skeleton skeleton-card" />}
      {preview.isError && <ProblemNote error={preview.error} />}
      {preview.isSuccess && (
        <>
          <p>
            {t('undo.removes', { count: preview.data.removeCount })}
            {preview.data.revertCount > 0 ? ` ${t('undo.reverts', { count: preview.data.revertCount })}` : ''}
            {preview.data.removesPlan ? ` ${t('undo.plan')}` : ''}
          </p>
          {preview.data.changedSince.length > 0 && (
            <>
              <p>{t('undo.changed', { count: preview.data.changedSince.length })}</p>
              <ul className="rows rows-tall undo-list">
                {preview.data.changedSince.map((record) => (
                  <li key={record.recordId}>
                    <Checkbox
                      checked={takeBack.has(record.recordId)}
                      onChange={(event) => toggle(record.recordId, event.target.checked)}
                    >
                      {t('undo.takeBack')}
                      <span className="visually-hidden"> {record.name}</span>
                    </Checkbox>
                    <span className="task-ref">
                      <span>{record.name}</span>
                      <span className="figure-note">
                        {t('undo.by', { by: record.by ?? '', at: formatMoment(record.at) })}
                      </span>
                      {record.changes.map((change) => (
                        <span key={change.field} className="figure-note">
                          {t(`fields:${record.entity}.${change.field}`, { defaultValue: change.field })}:{' '}
                          {valueText(record.entity, change.field, change.imported)} →{' '}
                          {valueText(record.entity, change.field, change.current)}
                        </span>
                      ))}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      {undo.isError && <ProblemNote error={undo.error} />}
    </Dialog>
  )
}
