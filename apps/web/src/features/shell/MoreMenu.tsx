import { useNavigate, useRouterState } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { isUnder, TEAM, WORK } from './nav-items.ts'
import { ShellIcon } from './ShellIcon.tsx'

const ITEMS = [...WORK, ...TEAM].filter(({ isDeskOnly }) => isDeskOnly)

/** 更多: the places that the narrow bar of a phone has no room for; a wide window shows them in the rail. */
export function MoreMenu() {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const here = useRouterState({ select: ({ location }) => location.pathname })
  const current = ITEMS.find(({ to }) => isUnder(here, to))
  return (
    <Dropdown
      // The keys go into the menu, which opens above the bar.
      autoFocus
      trigger={['click']}
      placement="topRight"
      menu={{
        selectedKeys: current === undefined ? [] : [current.key],
        items: ITEMS.map(({ to, key, icon }) => ({
          key,
          icon: <ShellIcon name={icon} />,
          label: t(`nav.${key}`),
          onClick: () => void navigate({ to }),
        })),
      }}
    >
      <button
        type="button"
        className={`rail-link rail-more phone-only${current === undefined ? '' : ' on'}`}
        aria-haspopup="menu"
        {...(current === undefined ? {} : { 'aria-current': 'page' as const })}
      >
        <ShellIcon name="more" />
        <span>{t('nav.more')}</span>
      </button>
    </Dropdown>
  )
}
