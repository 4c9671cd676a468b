import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAbility } from '../../api/use-session.ts'
import { paths } from '../../paths.ts'
import { ChannelList } from './ChannelList.tsx'
import { PreferenceForm } from './PreferenceForm.tsx'
import { ReminderTimes } from './ReminderTimes.tsx'
import './notice.css'

/** 设置 → 通知: what I want to hear; for owners and admins also when all are reminded, and by which channels. */
export function NoticeSettingsPage() {
  const { t } = useTranslation('notice')
  const canManage = useAbility('notice.manage')
  return (
    <div className="page page-narrow stack">
      <div className="page-head">
        <h1>{t('settings.title')}</h1>
        <span className="spacer" />
        <Link to={paths.inbox}>{t('inbox.title')}</Link>
        {canManage && <Link to={paths.deliveries}>{t('log.title')}</Link>}
      </div>
      <PreferenceForm />
      {canManage && <ReminderTimes />}
      {canManage && <ChannelList />}
    </div>
  )
}
