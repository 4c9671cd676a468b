import type { MeetingFigures } from '@yingce/contracts/meeting/meeting'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { actionMark } from '@yingce/domain/meeting/meeting-actions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useSession } from '../../api/use-session.ts'
import { currentLocale } from '../../i18n.ts'
import { parseCell } from '../../ui/grid/parse-cell.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { LineList } from './LineList.tsx'

interface ActionValues {
  name: string
  owner?: string
  end?: string
}

/** What was agreed becomes a task of the plan at once, with the meeting in its remark. */
export function ActionForm({
  planId,
  meetingName,
  actions,
  canWrite,
}: {
  planId: string
  meetingName: string
  actions: MeetingFigures['actions']
  canWrite: boolean
}) {
  const { t } = useTranslation('meeting')
  const { message } = App.useApp()
  const client = useQueryClient()
  const today = useSession().workspace?.today ?? ''
  const [form] = Form.useForm<ActionValues>()
  const dateOf = (text: string | undefined) =>
    parseCell({ kind: 'date' }, text ?? '', { year: Number(today.slice(0, 4)), today })
  const create = useMutation({
    mutationFn: ({ name, owner, end }: ActionValues) => {
      const date = dateOf(end)
      return call(recordRoutes('task').create, {
        params: { planId },
        body: {
          values: {
            name: name.trim(),
            owner: owner === undefined || owner.trim() === '' ? null : owner.trim(),
            plannedStart: today,
            plannedEnd: date.ok && typeof date.value === 'string' ? date.value : null,
            remark: actionMark(meetingName, currentLocale()),
          },
        },
      })
    },
    onSuccess: (task) => {
      form.resetFields()
      void client.invalidateQueries({ queryKey: ['plan', planId, 'meeting'] })
      void message.success(t('taskMade', { name: task.values.name }))
    },
  })
  if (!canWrite && actions.length === 0) return null
  return (
    <section className="card" aria-label={t('actions')}>
      <div className="card-head">
        <h3>{t('actions')}</h3>
      </div>
      <LineList planId={planId} lines={actions} />
      {canWrite && (
        <Form
          form={form}
          layout="vertical"
          className="form-row form-row-three"
          onFinish={(values) => create.mutate(values)}
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
            name="end"
            label={t('action.end')}
            rules={[
              {
                validator: (_rule, text: string | undefined) =>
                  dateOf(text).ok ? Promise.resolve() : Promise.reject(new Error(t('action.badDate'))),
              },
            ]}
          >
            <Input placeholder={t('action.endHint')} />
          </Form.Item>
          <Button htmlType="submit" loading={create.isPending}>
            {t('action.make')}
          </Button>
        </Form>
      )}
      {create.isError && <ProblemNote error={create.error} />}
    </section>
  )
}
