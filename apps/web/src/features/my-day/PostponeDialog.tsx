import type { DayEntry } from '@yingce/contracts/my-day/my-day'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { parseCell } from '../../ui/grid/parse-cell.ts'
import { formatDay } from '../../ui/format.ts'
import { postponedValues } from './day-values.ts'
import { Dialog } from '../../ui/Dialog.tsx'

interface PostponeDialogProps {
  task: DayEntry['task']['values']
  today: string
  onCancel: () => void
  onPostpone: (values: Record<string, unknown>) => void
}

/** 顺延: the new end, read as people write dates ("明天", "6.25"), and why. */
export function PostponeDialog({ task, today, onCancel, onPostpone }: PostponeDialogProps) {
  const { t } = useTranslation('day')
  const [form] = Form.useForm<{ end: string; reason: string }>()
  const read = (text: string) => {
    const reading = parseCell({ kind: 'date' }, text, { year: Number(today.slice(0, 4)), today })
    return reading.ok && typeof reading.value === 'string' ? reading.value : null
  }
  return (
    <Dialog
      title={t('postponeTitle', { name: task.name })}
      okText={t('postpone')}
      cancelText={t('cancel')}
      onCancel={onCancel}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={({ end, reason }) => {
          const date = read(end)
          if (date === null) return
          const from = formatDay(task.plannedEnd, today)
          onPostpone(
            postponedValues(
              task,
              date,
              t('postponeLine', { from, to: formatDay(date, today), reason: reason.trim() }),
            ),
          )
        }}
      >
        <Form.Item
          name="end"
          label={t('newEnd', { date: formatDay(task.plannedEnd, today) })}
          rules={[
            {
              validator: (_rule, text: string | undefined) => {
                const date = read(text ?? '')
                if (date === null) return Promise.reject(new Error(t('wrong.end')))
                return date > (task.plannedEnd ?? today)
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('wrong.notLater')))
              },
            },
          ]}
        >
          <Input placeholder={t('endHint')} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('why')}
          rules={[{ required: true, whitespace: true, message: t('wrong.why') }]}
        >
          <Input />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
