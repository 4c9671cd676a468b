import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { parseCell } from './grid/parse-cell.ts'

/** What is to be done, by whom and until when (`YYYY-MM-DD`). */
export interface ActionTask {
  readonly name: string
  readonly owner: string | null
  readonly end: string | null
}

interface ActionValues {
  name: string
  owner?: string
  end?: string
}

/** One line in which something agreed on becomes a task; emptied once `onMake` has made it. Days are read as in the tracker. */
export function ActionTaskForm({
  isMaking,
  onMake,
}: {
  isMaking: boolean
  onMake: (task: ActionTask, onMade: () => void) => void
}) {
  const { t } = useTranslation('action')
  const today = useSession().workspace?.today ?? ''
  const [form] = Form.useForm<ActionValues>()
  const dateOf = (text: string | undefined) =>
    parseCell({ kind: 'date' }, text ?? '', { year: Number(today.slice(0, 4)), today })
  const make = ({ name, owner = '', end }: ActionValues) => {
    const date = dateOf(end)
    onMake(
      {
        name: name.trim(),
        owner: owner.trim() === '' ? null : owner.trim(),
        end: date.ok && typeof date.value === 'string' ? date.value : null,
      },
      () => form.resetFields(),
    )
  }
  return (
    <Form form={form} layout="vertical" className="form-row form-row-three" onFinish={make}>
      <Form.Item
        name="name"
        label={t('name')}
        rules={[{ required: true, whitespace: true, message: t('needName') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="owner" label={t('owner')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="end"
        label={t('end')}
        rules={[
          {
            validator: (_rule, text: string | undefined) =>
              dateOf(text).ok ? Promise.resolve() : Promise.reject(new Error(t('badDate'))),
          },
        ]}
      >
        <Input placeholder={t('endHint')} />
      </Form.Item>
      <Button htmlType="submit" loading={isMaking}>
        {t('make')}
      </Button>
    </Form>
  )
}
