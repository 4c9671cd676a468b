import { createSetup } from '@yingce/contracts/identity/session'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { enterSession } from '../../api/use-session.ts'
import { paths } from '../../paths.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { showIssues } from './form-issues.ts'
import { Gate } from './Gate.tsx'

interface SetupValues {
  name: string
  email: string
  password: string
  workspaceName: string
  currency: string
  timeZone: string
}

const CURRENCIES = ['CNY', 'HKD', 'TWD', 'USD', 'EUR', 'GBP', 'JPY', 'SGD']
const TIME_ZONES = Intl.supportedValuesOf('timeZone')

/** First run: the owner account and the workspace. */
export function SetupPage() {
  const { t } = useTranslation('identity')
  const [form] = Form.useForm<SetupValues>()
  const client = useQueryClient()
  const navigate = useNavigate()
  const create = useMutation({
    mutationFn: (values: SetupValues) => call(createSetup, { body: values }),
    onSuccess: async (session) => {
      enterSession(client, session)
      client.removeQueries({ queryKey: ['setup'] })
      await navigate({ to: paths.start })
    },
    onError: (error) => showIssues(form, error),
  })
  return (
    <Gate title={t('setup.title')} lead={t('setup.lead')}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        noValidate
        initialValues={{ currency: 'CNY', timeZone: 'Asia/Shanghai' }}
        onFinish={(values) => create.mutate(values)}
      >
        <Form.Item
          name="workspaceName"
          label={t('workspaceName')}
          rules={[{ required: true, whitespace: true, message: t('need.workspaceName') }]}
        >
          <Input autoFocus maxLength={120} autoComplete="organization" placeholder={t('workspaceNameHint')} />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, whitespace: true, message: t('need.name') }]}
        >
          <Input maxLength={80} autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="email"
          label={t('email')}
          rules={[{ required: true, type: 'email', message: t('need.email') }]}
        >
          <Input type="email" autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('password')}
          extra={t('passwordRule')}
          rules={[{ required: true, min: 10, max: 128, message: t('need.password') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <div className="form-row">
          <Form.Item name="currency" label={t('currency')}>
            <Select options={CURRENCIES.map((value) => ({ value, label: value }))} />
          </Form.Item>
          <Form.Item name="timeZone" label={t('timeZone')}>
            <Select showSearch options={TIME_ZONES.map((value) => ({ value, label: value }))} />
          </Form.Item>
        </div>
        {create.isError && <ProblemNote error={create.error} />}
        <Button type="primary" htmlType="submit" block loading={create.isPending}>
          {t('setup.submit')}
        </Button>
      </Form>
    </Gate>
  )
}
