import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLiveCache } from '../../api/use-live.ts'
import { useSession } from '../../api/use-session.ts'
import { paths } from '../../paths.ts'
import { InboxLink } from '../notice/InboxLink.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { ConnectionBar } from './ConnectionBar.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { isUnder, type NavItem, TEAM, TODAY, WORK } from './nav-items.ts'
import { ShellIcon } from './ShellIcon.tsx'

function NavLink({ item }: { item: NavItem }) {
  const { t } = useTranslation('shell')
  const look = item.isDeskOnly === true ? 'rail-link rail-desk' : 'rail-link'
  const here = useRouterState({ select: ({ location }) => location.pathname })
  const isHere = [item.to, ...(item.also ?? [])].some((place) => isUnder(here, place))
  return (
    <Link
      to={item.to}
      className={isHere ? `${look} on` : look}
      {...(isHere ? { 'aria-current': 'page' as const } : {})}
    >
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
        <MoreMenu />
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
