import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLiveCache } from '../../api/use-live.ts'
import { useSession } from '../../api/use-session.ts'
import { paths } from '../../paths.ts'
import { InboxLink } from '../notice/InboxLink.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { ConnectionBar } from './ConnectionBar.tsx'
import { ShellIcon, type ShellIconName } from './ShellIcon.tsx'

const TODAY: NavItem = { to: paths.today, key: 'today', icon: 'today' }
const WORK: readonly NavItem[] = [
  { to: paths.plans, key: 'plans', icon: 'plans' },
  { to: paths.alerts, key: 'alerts', icon: 'alerts' },
  { to: paths.data, key: 'data', icon: 'imports', isDeskOnly: true },
  { to: paths.templates, key: 'templates', icon: 'templates', isDeskOnly: true },
]
const TEAM: readonly NavItem[] = [
  { to: paths.members, key: 'members', icon: 'members' },
  { to: paths.settings, key: 'settings', icon: 'settings' },
]

interface NavItem {
  to: string
  key: string
  icon: ShellIconName
  /** Left out of the narrow bar of a phone; reached from the page where it is needed. */
  isDeskOnly?: boolean
}

function NavLink({ item }: { item: NavItem }) {
  const { t } = useTranslation('shell')
  const look = item.isDeskOnly === true ? 'rail-link rail-desk' : 'rail-link'
  return (
    <Link to={item.to} className={look} activeProps={{ className: `${look} on`, 'aria-current': 'page' }}>
      <ShellIcon name={item.icon} />
      <span>{t(`nav.${item.key}`)}</span>
    </Link>
  )
}

/** The frame of every signed-in page: rail (a bottom bar on a phone), the page, and the quiet connection bar. */
export function Shell() {
  const { t } = useTranslation('shell')
  const session = useSession()
  useLiveCache(session.workspace?.id ?? '')
  return (
    <div className="app">
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <nav className="rail" aria-label={t('nav.label')}>
        <Link to={paths.plans} className="brand" aria-label={t('nav.home')}>
          <ShellIcon name="brand" />
          <span>{t('brand')}</span>
        </Link>
        <NavLink item={TODAY} />
        <InboxLink />
        {WORK.map((item) => (
          <NavLink key={item.key} item={item} />
        ))}
        <div className="rail-section" aria-hidden="true">
          {session.workspace?.name}
        </div>
        {TEAM.map((item) => (
          <NavLink key={item.key} item={item} />
        ))}
        <div className="rail-foot">
          <AccountMenu />
        </div>
      </nav>
      <div className="stage">
        <ConnectionBar />
        <main id="main" className="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  )
}
