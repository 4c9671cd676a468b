import { getMoney } from '@yingce/contracts/money/money-view'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useAbility } from '../../api/use-session.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { usePlan } from '../plan/use-plan.ts'
import { useRecordStore } from '../record/store/use-record-store.ts'
import { Accounts } from './Accounts.tsx'
import { ChannelSources } from './ChannelSources.tsx'
import { EntryForm } from './EntryForm.tsx'
import { Journal } from './Journal.tsx'
import { MoneyTable } from './MoneyTable.tsx'
import { ReturnFigures } from './ReturnFigures.tsx'
import './money.css'

/** Money of a plan: the ledger and what follows from it (F3, F4, X11). */
export function MoneyView() {
  const { t } = useTranslation('money')
  const plan = usePlan()
  const canDecide = useAbility('budget.update')
  const canReport = useAbility('record.update')
  const tasks = useRecordStore(plan.id, 'task').records
  const lines = useRecordStore(plan.id, 'budget_line').records
  const money = useQuery({
    queryKey: ['plan', plan.id, 'money'],
    queryFn: ({ signal }) => call(getMoney, { params: { planId: plan.id }, signal }),
  })
  if (money.isError) return <ProblemNote error={money.error} />
  if (money.data === undefined)
    return (
      <div className="page">
        <div className="skeleton skeleton-block" />
      </div>
    )
  const named = (records: typeof tasks) =>
    records.map(({ id, values }) => ({ value: id, label: String(values['name'] ?? '') }))
  return (
    <div className="page stack" aria-label={t('title')} role="region">
      <MoneyTable
        rows={money.data.rows}
        taskRowCount={money.data.taskRowCount}
        currency={money.data.currency}
      />
      {(canDecide || canReport) && (
        <EntryForm
          planId={plan.id}
          canDecide={canDecide}
          tasks={named(tasks)}
          lines={named(lines)}
          contracts={money.data.openContracts}
          accounts={money.data.accounts.map(({ account }) => account)}
        />
      )}
      <Journal planId={plan.id} canDecide={canDecide} names={[...named(tasks), ...named(lines)]} />
      <Accounts accounts={money.data.accounts} />
      <ChannelSources rows={money.data.reconciliation} />
      <ReturnFigures planId={plan.id} />
    </div>
  )
}
