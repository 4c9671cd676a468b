import { createFillForm, FILL_METRICS, FORM_DAYS } from '@yingce/contracts/metrics/fill-form'
import { listPlans } from '@yingce/contracts/plan/plan'
import type { BodyInputOf } from '@yingce/contracts/route'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, QRCode, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BoundedItem } from '../../../ui/BoundedItem.tsx'
import { call } from '../../../api/call.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { metricName } from '../metric-name.ts'
import { useOwnMetricNames } from '../use-own-metric-names.ts'
import { Dialog } from '../../../ui/Dialog.tsx'

type Values = BodyInputOf<typeof createFillForm>

const USUAL: Partial<Values> = { metrics: ['storeVisits', 'orders', 'revenue'], days: 90 }

/** The link, this once: as a QR code for the wall of the shop, and to copy. */
function LinkShown({ name, url }: { name: string; url: string }) {
  const { t } = useTranslation('data')
  const [isCopied, setCopied] = useState(false)
  return (
    <div className="fill-link">
      <p>{t('forms.once', { name })}</p>
      <QRCode value={url} size={200} bordered={false} color="#000000" bgColor="#ffffff" />
      <Input readOnly value={url} aria-label={t('forms.link')} />
      <Button onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}>
        {t(isCopied ? 'shell:common.copied' : 'shell:common.copy')}
      </Button>
    </div>
  )
}

/** Makes a form for one store and shows its link. */
export function FillFormDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('data')
  const client = useQueryClient()
  const [form] = Form.useForm<Values>()
  const ownNames = useOwnMetricNames()
  const plans = useQuery({
    queryKey: ['plans', 'all'],
    queryFn: ({ signal }) => call(listPlans, { query: { limit: 200 }, signal }),
  })
  const create = useMutation({
    mutationFn: (body: Values) => call(createFillForm, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['fill-forms'] }),
  })
  const finish = (values: Values) =>
    create.mutate(
      Object.fromEntries(
        Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
      ) as Values,
    )
  return (
    <Dialog
      title={t('forms.new')}
      onCancel={onClose}
      cancelText={t(create.isSuccess ? 'shell:common.close' : 'shell:common.cancel')}
      okText={t('forms.create')}
      okButtonProps={{ hidden: create.isSuccess }}
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
    >
      {create.data !== undefined ? (
        <LinkShown name={create.data.form.name} url={create.data.url} />
      ) : (
        <Form form={form} layout="vertical" initialValues={USUAL} onFinish={finish} requiredMark={false}>
          <Form.Item
            name="name"
            label={t('forms.store')}
            rules={[{ required: true, message: t('forms.nameIt') }]}
          >
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item
            name="metrics"
            label={t('forms.metrics')}
            extra={t(ownNames.size === 0 ? 'forms.ownNone' : 'forms.ownNames')}
            rules={[{ required: true, message: t('forms.pickMetrics') }]}
          >
            <Select
              mode="multiple"
              optionFilterProp="label"
              options={[
                ...FILL_METRICS.map((value) => ({ value, label: metricName(value) })),
                ...[...ownNames].map(([value, label]) => ({ value, label })),
              ]}
            />
          </Form.Item>
          <div className="form-row form-row-even">
            <Form.Item name="channel" label={t('forms.channel')}>
              <Input maxLength={120} />
            </Form.Item>
            <Form.Item name="planId" label={t('forms.plan')}>
              <Select
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                options={(plans.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
            <BoundedItem name="days" label={t('forms.days')} bounds={FORM_DAYS} isWhole />
            <Form.Item
              name="pin"
              label={t('forms.pinLabel')}
              rules={[{ pattern: /^\d{4,8}$/, message: t('forms.pinRule') }]}
            >
              <Input inputMode="numeric" autoComplete="off" maxLength={8} />
            </Form.Item>
          </div>
          {create.isError && <ProblemNote error={create.error} />}
        </Form>
      )}
    </Dialog>
  )
}
