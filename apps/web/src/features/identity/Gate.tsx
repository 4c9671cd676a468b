import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale, setLocale } from '../../i18n.ts'
import { ShellIcon } from '../shell/ShellIcon.tsx'

/** Frame of the pages outside the sign-in: the name, one card, the language switch. */
export function Gate({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { t } = useTranslation('identity')
  const other = currentLocale() === 'en' ? 'zh-CN' : 'en'
  return (
    <main className="gate">
      <div className="gate-card">
        <div className="brand">
          <ShellIcon name="brand" />
          <span>{t('brand')}</span>
        </div>
        <div className="card">
          <h1>{title}</h1>
          {lead !== undefined && <p className="gate-lead">{lead}</p>}
          {children}
        </div>
        <p className="gate-foot">
          <button type="button" className="link-button" lang={other} onClick={() => void setLocale(other)}>
            {other === 'en' ? 'English' : '中文'}
          </button>
        </p>
      </div>
    </main>
  )
}
