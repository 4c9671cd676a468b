import { useTranslation } from 'react-i18next'
import { SheetTabs } from './SheetTabs.tsx'

const SHEETS = ['target'] as const

export function TargetsPage() {
  const { t } = useTranslation('plan')
  return <SheetTabs entities={SHEETS} label={t('tabs.targets')} />
}
