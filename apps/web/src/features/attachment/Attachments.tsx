import {
  addAttachment,
  type Attachment,
  listAttachments,
  readAttachment,
  removeAttachment,
} from '@yingce/contracts/attachment/attachment'
import type { Entity } from '@yingce/domain/records/entities'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, urlOf } from '../../api/call.ts'
import { NetworkFailure } from '../../api/errors.ts'
import { formatMoment } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { shrinkPhoto } from './shrink-photo.ts'
import './attachments.css'

interface AttachmentsProps {
  planId: string
  entity: Entity
  recordId: string
  /** Known from elsewhere; with 0 the server is not asked. */
  count?: number
  canAdd: boolean
  /** Stands under others in a drawer. */
  hasHeading?: boolean
  /** Takes a chosen file, made small, in the place of sending it at once. */
  onFile?: (file: File) => Promise<void>
}

/** Photos and papers of a record as small pictures, and the button that opens the phone's camera. */
export function Attachments({
  planId,
  entity,
  recordId,
  count,
  canAdd,
  hasHeading = false,
  onFile,
}: AttachmentsProps) {
  const { t } = useTranslation('attachment')
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [shown, setShown] = useState<Attachment | null>(null)
  const queryKey = ['plan', planId, 'attachments', recordId]
  const list = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      call(listAttachments, { params: { planId }, query: { entity, recordId }, signal }),
    enabled: count !== 0,
  })
  const add = useMutation({
    networkMode: 'always',
    mutationFn: async (chosen: File) => {
      const file = await shrinkPhoto(chosen)
      if (onFile === undefined)
        return call(addAttachment, { params: { planId }, body: { entity, recordId }, file })
      await onFile(file)
      return null
    },
    onSuccess: (added) => {
      if (added === null) return
      client.setQueryData<{ items: Attachment[] }>(queryKey, (known) => ({
        items: [...(known?.items ?? []).filter(({ id }) => id !== added.id), added],
      }))
    },
  })
  const remove = useMutation({
    mutationFn: (attachmentId: string) => call(removeAttachment, { params: { planId, attachmentId } }),
    onSuccess: (_nothing, gone) => {
      setShown(null)
      client.setQueryData<{ items: Attachment[] }>(queryKey, (known) => ({
        items: (known?.items ?? []).filter(({ id }) => id !== gone),
      }))
    },
  })
  const addressOf = ({ id }: Attachment) => urlOf(readAttachment, { params: { planId, attachmentId: id } })
  const items = list.data?.items ?? []
  if (!canAdd && items.length === 0 && !list.isError) return null
  return (
    <div className="attachments">
      {hasHeading && <h2 className="drawer-heading">{t('title')}</h2>}
      {items.length > 0 && (
        <ul className="attachment-list" aria-label={t('title')}>
          {items.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                className="attachment-thumb"
                onClick={() => setShown(item)}
                aria-label={t('open', { name: item.fileName })}
              >
                {item.type === 'application/pdf' ? (
                  <span aria-hidden="true">PDF</span>
                ) : (
                  <img src={addressOf(item)} alt="" loading="lazy" />
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      {canAdd && (
        <>
          <input
            ref={input}
            type="file"
            hidden
            accept="image/jpeg,image/png,image/webp,application/pdf"
            onChange={(event) => {
              const file = event.target.files?.[0]
              // The same photo may be chosen again after a failure.
              event.target.value = ''
              if (file !== undefined) add.mutate(file)
            }}
          />
          <Button size="small" loading={add.isPending} onClick={() => input.current?.click()}>
            {t(add.isPending ? 'sending' : 'add')}
          </Button>
        </>
      )}
      {add.isError && (
        <>
          <ProblemNote error={add.error} />
          <Button size="small" onClick={() => add.mutate(add.variables)}>
            {t('again')}
          </Button>
        </>
      )}
      {list.error instanceof NetworkFailure && count !== undefined ? (
        <p className="figure-note">{t('later', { count })}</p>
      ) : (
        list.isError && <ProblemNote error={list.error} />
      )}
      <Modal
        open={shown !== null}
        title={shown?.fileName}
        onCancel={() => setShown(null)}
        footer={
          shown === null
            ? null
            : [
                ...(shown.isRemovable
                  ? [
                      <Button
                        key="remove"
                        danger
                        loading={remove.isPending}
                        onClick={() => remove.mutate(shown.id)}
                      >
                        {t('remove')}
                      </Button>,
                    ]
                  : []),
                <Button key="save" href={addressOf(shown)} download={shown.fileName}>
                  {t('save')}
                </Button>,
              ]
        }
      >
        {shown !== null && (
          <>
            {shown.type !== 'application/pdf' && (
              <img className="attachment-whole" src={addressOf(shown)} alt={shown.fileName} />
            )}
            <p className="figure-note">
              {t('by', { by: shown.by ?? t('formerMember'), at: formatMoment(shown.createdAt) })}
            </p>
            {remove.isError && <ProblemNote error={remove.error} />}
          </>
        )}
      </Modal>
    </div>
  )
}
