import { useTranslation } from 'react-i18next'
import { MoneyView } from '../money/MoneyView.tsx'
import { SheetTabs } from './SheetTabs.tsx'

const SHEETS = ['budget_line', 'allocation'] as const

export function BudgetPage() {
  const { t } = useTranslation('plan')
  return (
    <SheetTabs
      entities={SHEETS}
      label={t('tabs.budget')}
      view={{ label: t('money:title'), content: <MoneyView /> }}
    />
  )
}
