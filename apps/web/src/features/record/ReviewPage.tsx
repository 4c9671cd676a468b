import { useTranslation } from 'react-i18next'
import { SheetTabs } from './SheetTabs.tsx'

const SHEETS = ['effect_review', 'effect_evaluation'] as const

export function ReviewPage() {
  const { t } = useTranslation('plan')
  return <SheetTabs entities={SHEETS} label={t('tabs.review')} />
}
