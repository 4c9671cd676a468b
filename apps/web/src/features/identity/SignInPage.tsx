import { createSession } from '@yingce/contracts/identity/session'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { enterSession } from '../../api/use-session.ts'
import { paths } from '../../paths.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Gate } from './Gate.tsx'

interface SignInValues {
  email: string
  password: string
}

export function SignInPage() {
  const { t } = useTranslation('identity')
  const { to } = useSearch({ from: paths.signIn })
  const client = useQueryClient()
  const navigate = useNavigate()
  const router = useRouter()
  const signIn = useMutation({
    mutationFn: (values: SignInValues) => call(createSession, { body: values }),
    onSuccess: async (session) => {
      client.clear()
      enterSession(client, session)
      // `to` is an address of this page only: the route's search check refuses `//other.site`.
      if (to === undefined) await navigate({ to: paths.plans })
      else router.history.push(to)
    },
  })
  return (
    <Gate title={t('signIn.title')}>
      <Form
        layout="vertical"
        requiredMark={false}
        noValidate
        onFinish={(values: SignInValues) => signIn.mutate(values)}
      >
        <Form.Item
          name="email"
          label={t('email')}
          rules={[{ required: true, type: 'email', message: t('need.email') }]}
        >
          <Input type="email" autoFocus autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('password')}
          rules={[{ required: true, message: t('need.signInPassword') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        {signIn.isError && <ProblemNote error={signIn.error} />}
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </Form>
    </Gate>
  )
}
