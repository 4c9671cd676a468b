import { PLAN_STATES, updatePlan, type PlanView } from '@yingce/contracts/plan/plan'
import { formatDecimal } from '@yingce/domain/money/format-money'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { DatePicker, Form, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { fenOfText } from '../../ui/fen-of-text.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { showIssues } from '../identity/form-issues.ts'
import { Dialog } from '../../ui/Dialog.tsx'

interface EditorValues {
  name: string
  state: (typeof PLAN_STATES)[number]
  start: Dayjs | null
  end: Dayjs | null
  totalBudget: string
  reserve: string
}

const DAY = 'YYYY-MM-DD'
const day = (value: string | null) => (value === null ? null : dayjs(value))
const money = (fen: number | null) => (fen === null ? '' : formatDecimal(fen))

/** The plan's own facts: name, state, period, total and reserve. */
export function PlanEditor({ plan, onClose }: { plan: PlanView; onClose: () => void }) {
  const { t } = useTranslation('plan')
  const [form] = Form.useForm<EditorValues>()
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (values: EditorValues) =>
      call(updatePlan, {
        params: { planId: plan.id },
        body: {
          version: plan.version,
          values: {
            name: values.name,
            state: values.state,
            periodStart: values.start?.format(DAY) ?? null,
            periodEnd: values.end?.format(DAY) ?? null,
            totalBudget: fenOfText(values.totalBudget) ?? null,
            reserve: fenOfText(values.reserve) ?? null,
          },
        },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['plan', plan.id] })
      onClose()
    },
    onError: (error) => showIssues(form, error),
  })
  const moneyRule = {
    validator: (_rule: unknown, value: string) =>
      fenOfText(value) !== undefined ? Promise.resolve() : Promise.reject(new Error(t('newPlan.badBudget'))),
  }
  return (
    <Dialog
      title={t('more.edit')}
      okText={t('shell:common.save')}
      cancelText={t('shell:common.cancel')}
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={save.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => save.mutate(values)}
        initialValues={{
          name: plan.name,
          state: plan.state,
          start: day(plan.periodStart),
          end: day(plan.periodEnd),
          totalBudget: money(plan.totalBudget),
          reserve: money(plan.reserve),
        }}
      >
        <Form.Item
          name="name"
          label={t('newPlan.name')}
          rules={[{ required: true, whitespace: true, message: t('newPlan.needName') }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="state" label={t('col.state')}>
          <Select options={PLAN_STATES.map((value) => ({ value, label: t(`state.${value}`) }))} />
        </Form.Item>
        <div className="form-row form-row-even">
          <Form.Item name="start" label={t('newPlan.start')}>
            <DatePicker className="wide" />
          </Form.Item>
          <Form.Item
            name="end"
            label={t('newPlan.end')}
            dependencies={['start']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_rule, value: Dayjs | null) => {
                  const start = getFieldValue('start') as Dayjs | null
                  return value !== null && start !== null && value.isBefore(start, 'day')
                    ? Promise.reject(new Error(t('newPlan.endBeforeStart')))
                    : Promise.resolve()
                },
              }),
            ]}
          >
            <DatePicker className="wide" />
          </Form.Item>
        </div>
        <div className="form-row form-row-even">
          <Form.Item name="totalBudget" label={t('newPlan.budget')} rules={[moneyRule]}>
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item name="reserve" label={t('reserve')} rules={[moneyRule]}>
            <Input inputMode="decimal" />
          </Form.Item>
        </div>
        {save.isError && <ProblemNote error={save.error} />}
      </Form>
    </Dialog>
  )
}
