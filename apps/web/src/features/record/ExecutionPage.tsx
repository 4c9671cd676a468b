import { useTranslation } from 'react-i18next'
import { SheetTabs } from './SheetTabs.tsx'

const SHEETS = ['execution_step', 'phase'] as const

export function ExecutionPage() {
  const { t } = useTranslation('plan')
  return <SheetTabs entities={SHEETS} label={t('tabs.execution')} />
}
