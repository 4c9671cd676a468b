import {
  type ChannelView,
  listChannels,
  removeChannel,
  testChannel,
  updateChannel,
} from '@yingce/contracts/notice/channel'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { formatMoment } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { ChannelForm } from './ChannelForm.tsx'
import { failureText, keptFailureText } from './failure-text.ts'

const KEY = ['notice-channels']

function ChannelState({ channel }: { channel: ChannelView }) {
  const { t } = useTranslation('notice')
  if (!channel.isActive) return <span className="tag">○ {t('channel.off')}</span>
  if (channel.undelivered > 0)
    return <span className="tag tag-bad">■ {t('channel.undelivered', { count: channel.undelivered })}</span>
  if (channel.lastError !== null) return <span className="tag tag-warn">▲ {t('channel.failing')}</span>
  return <span className="tag tag-ok">● {t('channel.on')}</span>
}

function ChannelItem({ channel, onEdit }: { channel: ChannelView; onEdit: () => void }) {
  const { t } = useTranslation('notice')
  const client = useQueryClient()
  const params = { channelId: channel.id }
  const refresh = () => client.invalidateQueries({ queryKey: KEY })
  const test = useMutation({ mutationFn: () => call(testChannel, { params }), onSettled: refresh })
  const toggle = useMutation({
    mutationFn: () => call(updateChannel, { params, body: { isActive: !channel.isActive } }),
    onSettled: refresh,
  })
  const remove = useMutation({ mutationFn: () => call(removeChannel, { params }), onSettled: refresh })
  return (
    <>
      <div className="channel-head">
        <h3>{channel.name}</h3>
        <span className="figure-note">
          {t(`channelType.${channel.type}`)} · {channel.masked}
        </span>
        <ChannelState channel={channel} />
      </div>
      <p className="figure-note">
        {channel.group !== null &&
          `${channel.group.kinds.map((kind) => t(`kind.${kind}`)).join(t('comma'))} · ${t(`mode.${channel.group.mode}`)}`}
        {channel.mail !== null && t('channel.mailNote', { from: channel.mail.from })}
        {channel.waiting > 0 && ` · ${t('channel.waiting', { count: channel.waiting })}`}
        {channel.lastSentAt !== null &&
          ` · ${t('channel.lastSent', { at: formatMoment(channel.lastSentAt) })}`}
      </p>
      {channel.lastError !== null && <p className="delivery-error">{keptFailureText(channel.lastError)}</p>}
      <div className="channel-actions">
        <Button size="small" loading={test.isPending} onClick={() => test.mutate()}>
          {t('channel.test')}
        </Button>
        <Button size="small" onClick={onEdit}>
          {t('shell:common.edit')}
        </Button>
        <Button size="small" loading={toggle.isPending} onClick={() => toggle.mutate()}>
          {channel.isActive ? t('channel.switchOff') : t('channel.switchOn')}
        </Button>
        <Popconfirm
          title={t('channel.removeTitle', { name: channel.name })}
          description={t('channel.removeText', { count: channel.waiting })}
          okText={t('shell:common.delete')}
          cancelText={t('shell:common.cancel')}
          onConfirm={() => remove.mutate()}
        >
          <Button size="small" danger>
            {t('shell:common.delete')}
          </Button>
        </Popconfirm>
      </div>
      <div role="status">
        {test.data?.isSent === true && <span className="tag tag-ok">● {t('channel.testSent')}</span>}
        {test.data?.isSent === false && (
          <span className="delivery-error">
            {t('channel.testFailed', { reason: failureText(test.data.code ?? '', test.data.detail ?? '') })}
          </span>
        )}
      </div>
      {test.isError && <ProblemNote error={test.error} />}
      {toggle.isError && <ProblemNote error={toggle.error} />}
      {remove.isError && <ProblemNote error={remove.error} />}
    </>
  )
}

/** Robots, mail and webhooks of the workspace: set up, tested, switched off, removed. */
export function ChannelList() {
  const { t } = useTranslation('notice')
  const [edited, setEdited] = useState<string | 'new' | null>(null)
  const list = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call(listChannels, { signal }) })
  const items = list.data?.items ?? []
  const isLocalLink =
    list.data !== undefined && !/^https?:\/\/(?!127\.|localhost)/.test(list.data.linkBase ?? '')
  return (
    <section className="card" aria-labelledby="channels-title">
      <div className="card-head">
        <h2 id="channels-title">{t('channel.title')}</h2>
        <small>{t('channel.note')}</small>
      </div>
      {list.isError && <ProblemNote error={list.error} />}
      {isLocalLink && <p className="figure-note">{t('channel.noPublicUrl')}</p>}
      {list.isSuccess && items.length === 0 && edited === null && (
        <p className="empty">{t('channel.none')}</p>
      )}
      <ul className="channel-list">
        {items.map((channel) => (
          <li key={channel.id}>
            {edited === channel.id ? (
              <ChannelForm channel={channel} onDone={() => setEdited(null)} />
            ) : (
              <ChannelItem channel={channel} onEdit={() => setEdited(channel.id)} />
            )}
          </li>
        ))}
      </ul>
      {edited === 'new' ? (
        <ChannelForm channel={null} onDone={() => setEdited(null)} />
      ) : (
        <Button onClick={() => setEdited('new')}>{t('channel.add')}</Button>
      )}
    </section>
  )
}
