import { actOnAlert } from '@yingce/contracts/alerting/alert'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useSession } from '../../api/use-session.ts'
import { parseCell } from '../../ui/grid/parse-cell.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

interface ActionValues {
  name: string
  owner?: string
  due?: string
}

/** The corrective action: a task of the plan, from here on measured by the same metric. */
export function AlertAction({ alertId, onDone }: { alertId: string; onDone: () => Promise<void> }) {
  const { t } = useTranslation('alert')
  const today = useSession().workspace?.today ?? ''
  const [form] = Form.useForm<ActionValues>()
  const dateOf = (text: string | undefined) =>
    parseCell({ kind: 'date' }, text ?? '', { year: Number(today.slice(0, 4)), today })
  const act = useMutation({
    mutationFn: ({ name, owner, due }: ActionValues) => {
      const date = dateOf(due)
      return call(actOnAlert, {
        params: { alertId },
        body: {
          name,
          owner: owner === undefined || owner.trim() === '' ? null : owner,
          dueDate: date.ok && typeof date.value === 'string' ? date.value : null,
        },
      })
    },
    onSuccess: async () => {
      form.resetFields()
      await onDone()
    },
  })
  return (
    <section className="card" aria-label={t('action.title')}>
      <div className="card-head">
        <h2>{t('action.title')}</h2>
      </div>
      <Form
        form={form}
        layout="vertical"
        className="form-row form-row-three"
        onFinish={(values) => act.mutate(values)}
      >
        <Form.Item
          name="name"
          label={t('action.name')}
          rules={[{ required: true, whitespace: true, message: t('action.needName') }]}
        >
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="owner" label={t('action.owner')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="due"
          label={t('action.due')}
          rules={[
            {
              validator: (_rule, text: string | undefined) =>
                dateOf(text).ok ? Promise.resolve() : Promise.reject(new Error(t('action.badDate'))),
            },
          ]}
        >
          <Input placeholder={t('action.dueHint')} />
        </Form.Item>
        <Button htmlType="submit" loading={act.isPending}>
          {t('action.make')}
        </Button>
      </Form>
      {act.isError && <ProblemNote error={act.error} />}
    </section>
  )
}
