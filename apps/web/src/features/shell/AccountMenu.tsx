import { deleteSession, switchWorkspace } from '@yingce/contracts/identity/session'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { leaveWorkspace } from '../../api/leave.ts'
import { useSession } from '../../api/use-session.ts'
import { currentLocale, setLocale } from '../../i18n.ts'
import { forgetSession } from '../../offline/kept-session.ts'
import { paths } from '../../paths.ts'
import { schemeChoice, setSchemeChoice, type SchemeChoice } from '../../ui/color-scheme.ts'
import { problemLine } from '../../ui/problem-text.ts'

const SCHEMES: readonly SchemeChoice[] = ['system', 'light', 'dark']

/** Who I am, language, colours, other workspaces, sign-out. */
export function AccountMenu() {
  const { t } = useTranslation('shell')
  const session = useSession()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message, modal } = App.useApp()
  const [scheme, setScheme] = useState(schemeChoice)

  const leave = async () => {
    // Only who signs out needs it.
    const { countKept, forgetKept } = await import('../my-day/kept-work.ts')
    const count = await countKept(session.user.id)
    if (count > 0 && !(await modal.confirm(lossWarning(count)))) return
    await call(deleteSession, {})
    await forgetKept(session.user.id)
    forgetSession()
    leaveWorkspace()
    client.clear()
    await navigate({ to: paths.signIn })
  }
  const lossWarning = (count: number) => ({
    title: t('unsent.title', { count }),
    content: t('unsent.advice'),
    okText: t('unsent.ok'),
    okButtonProps: { danger: true },
    cancelText: t('unsent.cancel'),
  })
  const enter = async (workspaceId: string) => {
    await call(switchWorkspace, { body: { workspaceId } })
    leaveWorkspace()
    client.clear()
    await navigate({ to: paths.plans })
  }
  const attempt = (work: Promise<void>) => {
    work.catch((error: unknown) => {
      void message.error(problemLine(error))
    })
  }

  const others = session.memberships.filter((membership) => membership.workspaceId !== session.workspace?.id)
  const items: MenuProps['items'] = [
    {
      key: 'who',
      type: 'group',
      label: `${session.user.name} · ${session.role === null ? '' : t(`role.${session.role}`)}`,
    },
    {
      key: 'locale',
      label: currentLocale() === 'en' ? '中文' : 'English',
      onClick: () => attempt(setLocale(currentLocale() === 'en' ? 'zh-CN' : 'en')),
    },
    {
      key: 'scheme',
      label: t('scheme.label'),
      children: SCHEMES.map((choice) => ({
        key: `scheme-${choice}`,
        label: `${choice === scheme ? '✓ ' : ''}${t(`scheme.${choice}`)}`,
        onClick: () => {
          setSchemeChoice(choice)
          setScheme(choice)
        },
      })),
    },
    ...(others.length === 0
      ? []
      : [
          {
            key: 'workspaces',
            label: t('switchWorkspace'),
            children: others.map((other) => ({
              key: other.workspaceId,
              label: other.workspaceName,
              onClick: () => attempt(enter(other.workspaceId)),
            })),
          },
        ]),
    { type: 'divider' },
    { key: 'out', label: t('signOut'), onClick: () => attempt(leave()) },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="topLeft">
      <button type="button" className="account-button" aria-label={t('account', { name: session.user.name })}>
        <span className="avatar" data-initial={session.user.name.slice(0, 1)} />
        <span className="account-name">{session.user.name}</span>
      </button>
    </Dropdown>
  )
}
