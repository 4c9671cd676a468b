import { acceptInvitation, previewInvitation } from '@yingce/contracts/workspace/invitation'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { isRefusal } from '../../api/errors.ts'
import { enterSession, sessionQuery } from '../../api/use-session.ts'
import { paths } from '../../paths.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { showIssues } from './form-issues.ts'
import { Gate } from './Gate.tsx'

interface AccountValues {
  name: string
  email: string
  password: string
}

/** Joining by link: with the account one is signed in with, or a new one. */
export function InvitationPage() {
  const { t } = useTranslation('identity')
  const { token } = useParams({ from: paths.invitation })
  const [form] = Form.useForm<AccountValues>()
  const client = useQueryClient()
  const navigate = useNavigate()
  const preview = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => call(previewInvitation, { params: { token }, signal }),
  })
  const session = useQuery(sessionQuery)
  const accept = useMutation({
    mutationFn: (account: AccountValues | undefined) =>
      call(acceptInvitation, { params: { token }, body: account === undefined ? {} : { account } }),
    onSuccess: async (joined) => {
      client.clear()
      enterSession(client, joined)
      await navigate({ to: paths.plans })
    },
    onError: (error) => showIssues(form, error),
  })
  if (preview.isError)
    return (
      <Gate title={t('join.voidTitle')}>
        {isRefusal(preview.error, 'invitation_void') ? (
          <p role="alert">{t('join.voidText')}</p>
        ) : (
          <ProblemNote error={preview.error} />
        )}
        {session.data ? (
          <Link to={paths.plans}>{t('shell:notFound.back')}</Link>
        ) : (
          <Link to={paths.signIn}>{t('join.signIn')}</Link>
        )}
      </Gate>
    )
  if (preview.isPending || session.isPending)
    return (
      <Gate title={t('join.loading')}>
        <div className="skeleton skeleton-card" />
      </Gate>
    )
  const lead = t('join.lead', { name: preview.data.invitedBy, role: t(`shell:role.${preview.data.role}`) })
  const title = t('join.title', { workspace: preview.data.workspaceName })
  if (session.data !== null && session.data !== undefined) {
    return (
      <Gate title={title} lead={lead}>
        {accept.isError && <ProblemNote error={accept.error} />}
        <Button type="primary" block loading={accept.isPending} onClick={() => accept.mutate(undefined)}>
          {t('join.as', { name: session.data.user.name })}
        </Button>
      </Gate>
    )
  }
  return (
    <Gate title={title} lead={lead}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        noValidate
        onFinish={(values) => accept.mutate(values)}
      >
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, whitespace: true, message: t('need.name') }]}
        >
          <Input autoFocus maxLength={80} autoComplete="name" />
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
        {accept.isError && <ProblemNote error={accept.error} />}
        <Button type="primary" htmlType="submit" block loading={accept.isPending}>
          {t('join.submit')}
        </Button>
      </Form>
    </Gate>
  )
}
