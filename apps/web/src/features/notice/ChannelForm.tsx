import {
  CHANNEL_TYPES,
  type ChannelView,
  createChannel,
  PORTS,
  updateChannel,
} from '@yingce/contracts/notice/channel'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BoundedItem } from '../../ui/BoundedItem.tsx'
import { call } from '../../api/call.ts'
import { currentLocale } from '../../i18n.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { showIssues } from '../identity/form-issues.ts'
import { type ChannelValues, channelBody, channelValues, kindsToChoose } from './channel-values.ts'
import { HoursFields } from './HoursFields.tsx'

/** Sets up a channel, or changes one; its secrets can be replaced and never read. */
export function ChannelForm({ channel, onDone }: { channel: ChannelView | null; onDone: () => void }) {
  const { t } = useTranslation('notice')
  const client = useQueryClient()
  const [form] = Form.useForm<ChannelValues>()
  const type = Form.useWatch('type', form) ?? channel?.type ?? 'wecom'
  const [isPlaced, setPlaced] = useState(false)
  const save = useMutation({
    mutationFn: (values: ChannelValues) =>
      channel === null
        ? call(createChannel, { body: { type: values.type, ...channelBody(values) } })
        : call(updateChannel, { params: { channelId: channel.id }, body: channelBody(values) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['notice-channels'] })
      await client.invalidateQueries({ queryKey: ['notice-preference'] })
      onDone()
    },
    onError: (error) => setPlaced(showIssues(form, error)),
  })
  return (
    <Form<ChannelValues>
      form={form}
      name={`channel-${channel?.id ?? 'new'}`}
      layout="vertical"
      requiredMark={false}
      initialValues={channelValues(channel, currentLocale())}
      onFinish={(values) => save.mutate({ ...values, type: channel?.type ?? values.type })}
    >
      <div className="form-row form-row-even">
        <Form.Item name="type" label={t('form.type')}>
          <Select
            disabled={channel !== null}
            options={CHANNEL_TYPES.map((value) => ({ value, label: t(`channelType.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('form.name')}
          rules={[{ required: true, whitespace: true, message: t('form.needName') }]}
        >
          <Input maxLength={80} />
        </Form.Item>
      </div>
      {type === 'mail' ? (
        <MailFields isNew={channel === null} />
      ) : (
        <GroupFields type={type} channel={channel} />
      )}
      {save.isError && !isPlaced && <ProblemNote error={save.error} />}
      <div className="channel-actions">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('shell:common.save')}
        </Button>
        <Button onClick={onDone}>{t('shell:common.cancel')}</Button>
      </div>
    </Form>
  )
}

function GroupFields({ type, channel }: { type: string; channel: ChannelView | null }) {
  const { t } = useTranslation('notice')
  const masked = channel?.masked ?? null
  const isNew = masked === null
  return (
    <>
      <Form.Item
        name="url"
        label={t('form.url')}
        extra={isNew ? t(`form.urlNote.${type}`) : t('form.stays', { masked })}
        rules={[{ required: isNew, whitespace: true, message: t('form.needUrl') }]}
      >
        <Input autoComplete="off" maxLength={1000} />
      </Form.Item>
      {type !== 'wecom' && (
        <Form.Item
          name="signSecret"
          label={t(`form.signSecret.${type}`)}
          extra={isNew ? '' : t('form.secretStays')}
        >
          <Input.Password autoComplete="new-password" maxLength={300} />
        </Form.Item>
      )}
      <Form.Item name="kinds" label={t('form.kinds')}>
        <Select
          mode="multiple"
          options={kindsToChoose(channel).map((value) => ({ value, label: t(`kind.${value}`) }))}
          optionFilterProp="label"
        />
      </Form.Item>
      <div className="notice-times">
        <Form.Item name="mode" label={t('form.mode')}>
          <Select
            options={(['now', 'digest'] as const).map((value) => ({ value, label: t(`mode.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="locale" label={t('preference.locale')}>
          <Select
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Form.Item>
        {(type === 'dingtalk' || type === 'feishu') && (
          <Form.Item name="keyword" label={t('form.keyword')}>
            <Input maxLength={40} />
          </Form.Item>
        )}
      </div>
      <HoursFields />
    </>
  )
}

function MailFields({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation('notice')
  const needed = [{ required: true, whitespace: true, message: t('form.needed') }]
  return (
    <>
      <div className="form-row form-row-even">
        <Form.Item name="host" label={t('form.host')} rules={needed}>
          <Input maxLength={253} />
        </Form.Item>
        <BoundedItem
          name="port"
          label={t('form.port')}
          rules={[{ required: true, message: t('form.needed') }]}
          bounds={PORTS}
          isWhole
        />
      </div>
      <Form.Item name="isSecure" valuePropName="checked">
        <Checkbox>{t('form.isSecure')}</Checkbox>
      </Form.Item>
      <div className="form-row form-row-even">
        <Form.Item name="user" label={t('form.user')}>
          <Input autoComplete="off" maxLength={254} />
        </Form.Item>
        <Form.Item name="password" label={t('form.password')} extra={isNew ? '' : t('form.secretStays')}>
          <Input.Password autoComplete="new-password" maxLength={300} />
        </Form.Item>
      </div>
      <Form.Item name="from" label={t('form.from')} rules={needed}>
        <Input maxLength={254} placeholder="Yingce <plans@example.com>" />
      </Form.Item>
    </>
  )
}
