import { useTranslation } from 'react-i18next'
import { SheetTabs } from './SheetTabs.tsx'

const SHEETS = ['risk', 'issue', 'adjustment', 'competitor_event'] as const

export function RisksPage() {
  const { t } = useTranslation('plan')
  return <SheetTabs entities={SHEETS} label={t('tabs.risks')} />
}
