import { createPlan, listTemplates } from '@yingce/contracts/plan/plan'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, DatePicker, Form, Input, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { currentLocale } from '../../i18n.ts'
import { fenOfText } from '../../ui/fen-of-text.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { showIssues } from '../identity/form-issues.ts'

interface NewPlanValues {
  templateId: string
  name: string
  start?: Dayjs
  end?: Dayjs
  budget?: string
}

const BLANK = 'blank'
const DAY = 'YYYY-MM-DD'

/** A new plan: blank with its dates, or a template laid out from its start. */
export function NewPlanPage() {
  const { t } = useTranslation('plan')
  const { template } = useSearch({ from: '/signed-in/plans/new' })
  const [form] = Form.useForm<NewPlanValues>()
  const chosen = Form.useWatch('templateId', form) ?? template ?? BLANK
  const navigate = useNavigate()
  const locale = currentLocale()
  const templates = useQuery({
    queryKey: ['templates', locale],
    queryFn: ({ signal }) => call(listTemplates, { query: { locale }, signal }),
    staleTime: Infinity,
  })
  const create = useMutation({
    mutationFn: (values: NewPlanValues) => {
      const budget = fenOfText(values.budget) ?? null
      return call(createPlan, {
        body: {
          name: values.name,
          locale,
          ...(values.templateId === BLANK ? {} : { templateId: values.templateId }),
          ...(values.start === undefined ? {} : { periodStart: values.start.format(DAY) }),
          ...(values.end === undefined || values.templateId !== BLANK
            ? {}
            : { periodEnd: values.end.format(DAY) }),
          ...(budget === null ? {} : { totalBudget: budget }),
        },
      })
    },
    onSuccess: (plan) => navigate({ to: '/plans/$planId/board', params: { planId: plan.id } }),
    onError: (error) => showIssues(form, error),
  })
  const isBlank = chosen === BLANK
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <h1>{t('newPlan.title')}</h1>
      </div>
      <div className="card">
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ templateId: template ?? BLANK }}
          onFinish={(values) => create.mutate(values)}
        >
          <Form.Item name="templateId" label={t('newPlan.template')}>
            <Select
              loading={templates.isPending}
              options={[
                { value: BLANK, label: t('templates.blank') },
                ...(templates.data?.items ?? []).map((item) => ({ value: item.id, label: item.name })),
              ]}
            />
          </Form.Item>
          <Form.Item
            name="name"
            label={t('newPlan.name')}
            rules={[{ required: true, whitespace: true, message: t('newPlan.needName') }]}
          >
            <Input autoFocus maxLength={120} />
          </Form.Item>
          <div className="form-row form-row-even">
            <Form.Item
              name="start"
              label={t('newPlan.start')}
              rules={isBlank ? [] : [{ required: true, message: t('newPlan.needStart') }]}
            >
              <DatePicker className="wide" />
            </Form.Item>
            {isBlank && (
              <Form.Item
                name="end"
                label={t('newPlan.end')}
                dependencies={['start']}
                rules={[
                  ({ getFieldValue }) => ({
                    validator: (_rule, value: Dayjs | undefined) => {
                      const start = getFieldValue('start') as Dayjs | undefined
                      return value !== undefined &&
                        value !== null &&
                        start !== undefined &&
                        start !== null &&
                        value.isBefore(start, 'day')
                        ? Promise.reject(new Error(t('newPlan.endBeforeStart')))
                        : Promise.resolve()
                    },
                  }),
                ]}
              >
                <DatePicker className="wide" />
              </Form.Item>
            )}
          </div>
          <Form.Item
            name="budget"
            label={t('newPlan.budget')}
            extra={isBlank ? t('newPlan.budgetHint') : t('newPlan.budgetTemplateHint')}
            rules={[
              {
                validator: (_rule, value: string | undefined) =>
                  fenOfText(value) !== undefined
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('newPlan.badBudget'))),
              },
            ]}
          >
            <Input inputMode="decimal" placeholder="100万" />
          </Form.Item>
          {create.isError && <ProblemNote error={create.error} />}
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {t('newPlan.submit')}
          </Button>
        </Form>
      </div>
    </div>
  )
}
