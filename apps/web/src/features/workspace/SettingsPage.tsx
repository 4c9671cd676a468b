import { changePassword } from '@yingce/contracts/identity/session'
import { getWorkspace, updateWorkspace, type Workspace } from '@yingce/contracts/workspace/workspace'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useAbility } from '../../api/use-session.ts'
import { paths } from '../../paths.ts'
import { PageLoading } from '../../ui/PageLoading.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { SaveRow } from '../../ui/SaveRow.tsx'
import { StatusPolicyForm } from './StatusPolicyForm.tsx'
import { ApiTokens } from './ApiTokens.tsx'

function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation('workspace')
  const client = useQueryClient()
  const canUpdate = useAbility('workspace.update')
  const save = useMutation({
    mutationFn: (values: Pick<Workspace, 'name' | 'currency' | 'timeZone'>) =>
      call(updateWorkspace, { body: values }),
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <section className="card" aria-labelledby="workspace-title">
      <div className="card-head">
        <h2 id="workspace-title">{t('workspace.title')}</h2>
        {!canUpdate && <small>{t('workspace.readOnly')}</small>}
      </div>
      <Form
        name="workspace"
        layout="vertical"
        requiredMark={false}
        disabled={!canUpdate}
        initialValues={workspace}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item
          name="name"
          label={t('identity:workspaceName')}
          rules={[{ required: true, whitespace: true, message: t('identity:need.workspaceName') }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <div className="form-row">
          <Form.Item name="currency" label={t('identity:currency')} extra={t('workspace.currencyNote')}>
            <Input maxLength={3} />
          </Form.Item>
          <Form.Item name="timeZone" label={t('identity:timeZone')} extra={t('workspace.zoneNote')}>
            <Select
              showSearch
              options={Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }))}
            />
          </Form.Item>
        </div>
        <SaveRow save={save} saved={t('saved')} isPrimary />
      </Form>
    </section>
  )
}

interface PasswordValues {
  currentPassword: string
  newPassword: string
}

function PasswordForm() {
  const { t } = useTranslation('workspace')
  const [form] = Form.useForm<PasswordValues>()
  const change = useMutation({
    mutationFn: (body: PasswordValues) => call(changePassword, { body }),
    onSuccess: () => form.resetFields(),
  })
  return (
    <section className="card" aria-labelledby="password-title">
      <div className="card-head">
        <h2 id="password-title">{t('password.title')}</h2>
        <small>{t('password.note')}</small>
      </div>
      <Form
        form={form}
        name="my-password"
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => change.mutate(values)}
      >
        <div className="form-row form-row-even">
          <Form.Item
            name="currentPassword"
            label={t('password.current')}
            rules={[{ required: true, message: t('identity:need.signInPassword') }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="newPassword"
            label={t('password.new')}
            rules={[{ required: true, min: 10, max: 128, message: t('identity:need.password') }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </div>
        <SaveRow save={change} saved={t('saved')} label={t('password.submit')} />
      </Form>
    </section>
  )
}

/** The workspace's facts, how it judges its targets, my password and my API tokens. */
export function SettingsPage() {
  const { t } = useTranslation('workspace')
  const workspace = useQuery({
    queryKey: ['workspace'],
    queryFn: ({ signal }) => call(getWorkspace, { signal }),
  })
  const canManageTokens = useAbility('token.manage')
  if (workspace.isPending) return <PageLoading />
  return (
    <div className="page page-narrow stack">
      <div className="page-head">
        <h1>{t('settings.title')}</h1>
        <span className="spacer" />
        <Link to={paths.noticeSettings}>{t('notice:settings.title')}</Link>
      </div>
      {workspace.isError ? (
        <ProblemNote error={workspace.error} />
      ) : (
        <>
          <WorkspaceForm workspace={workspace.data} />
          <StatusPolicyForm workspace={workspace.data} />
        </>
      )}
      <PasswordForm />
      {canManageTokens && <ApiTokens />}
    </div>
  )
}
