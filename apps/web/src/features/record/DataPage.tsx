import { useTranslation } from 'react-i18next'
import { SheetTabs } from './SheetTabs.tsx'

const SHEETS = ['channel_effect', 'metric_fact'] as const

export function DataPage() {
  const { t } = useTranslation('plan')
  return <SheetTabs entities={SHEETS} label={t('tabs.data')} />
}
