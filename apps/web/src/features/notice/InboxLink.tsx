import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { ShellIcon } from '../shell/ShellIcon.tsx'
import { useUnreadCount } from './use-unread-count.ts'

const MOST_SHOWN = 99

/** The bell of the rail with the number of unread notices, kept true by the live stream. */
export function InboxLink() {
  const { t } = useTranslation('shell')
  const count = useUnreadCount()
  return (
    <Link
      to={paths.inbox}
      className="rail-link"
      activeProps={{ className: 'rail-link on', 'aria-current': 'page' }}
    >
      <ShellIcon name="inbox" />
      <span>{t('nav.inbox')}</span>
      {count > 0 && (
        <>
          <span className="rail-count" aria-hidden="true">
            {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
          </span>
          <span className="visually-hidden">{t('nav.unread', { count })}</span>
        </>
      )}
    </Link>
  )
}
