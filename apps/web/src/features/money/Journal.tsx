import { type JournalEntry, listJournal } from '@yingce/contracts/money/journal'
import { EXPENSE_CATEGORIES, type ExpenseCategory } from '@yingce/domain/money/expense-category'
import { LEDGER_KINDS, type LedgerKind } from '@yingce/domain/money/ledger-entry'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { formatFen } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { JournalRow } from './JournalRow.tsx'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import { ReverseDialog } from './ReverseDialog.tsx'

interface JournalProps {
  planId: string
  canDecide: boolean
  names: readonly { readonly value: string; readonly label: string }[]
}

/** The ledger, newest first, by kind, category and payee; an entry is reversed, never edited. */
export function Journal({ planId, canDecide, names }: JournalProps) {
  const { t } = useTranslation('money')
  const [kind, setKind] = useState<LedgerKind | null>(null)
  const [category, setCategory] = useState<ExpenseCategory | null>(null)
  const [payee, setPayee] = useState('')
  const [reversing, setReversing] = useState<JournalEntry | null>(null)
  const [holding, setHolding] = useState<JournalEntry | null>(null)
  const query = {
    kind: kind ?? undefined,
    category: category ?? undefined,
    payee: useDeferredValue(payee),
  }
  const journal = useInfiniteQuery({
    queryKey: ['plan', planId, 'journal', query],
    queryFn: ({ signal, pageParam }) =>
      call(listJournal, { params: { planId }, query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  })
  const nameOf = new Map(names.map(({ value, label }) => [value, label]))
  const [first] = journal.data?.pages ?? []
  const items = journal.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="card" aria-labelledby="journal-title">
      <div className="card-head">
        <h2 id="journal-title">{t('journal.title')}</h2>
        {first !== undefined && (
          <small>{t('journal.sum', { count: first.total, sum: formatFen(first.sum) })}</small>
        )}
      </div>
      <div className="inline-form">
        <Select<LedgerKind>
          allowClear
          className="money-filter"
          placeholder={t('form.kind')}
          aria-label={t('journal.byKind')}
          value={kind}
          onChange={(value?: LedgerKind) => setKind(value ?? null)}
          options={LEDGER_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Select<ExpenseCategory>
          allowClear
          className="money-filter"
          placeholder={t('level.category')}
          aria-label={t('journal.byCategory')}
          value={category}
          onChange={(value?: ExpenseCategory) => setCategory(value ?? null)}
          options={EXPENSE_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
        />
        <Input
          allowClear
          className="money-filter"
          placeholder={t('form.payee')}
          aria-label={t('journal.byPayee')}
          value={payee}
          onChange={(event) => setPayee(event.target.value)}
        />
      </div>
      {journal.isError && <ProblemNote error={journal.error} />}
      {journal.isSuccess && items.length === 0 && (
        <p className="figure-note">
          {t(kind === null && category === null && payee === '' ? 'journal.empty' : 'journal.noneFits')}
        </p>
      )}
      {items.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="journal-title">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('form.date')}</th>
                <th scope="col">{t('form.kind')}</th>
                <th scope="col" className="number">
                  {t('journal.amount')}
                </th>
                <th scope="col">{t('journal.of')}</th>
                <th scope="col">{t('journal.whom')}</th>
                <th scope="col">{t('form.receipt')}</th>
                <th scope="col">{t('form.note')}</th>
                {canDecide && <th scope="col">{t('journal.actions')}</th>}
              </tr>
            </thead>
            <tbody>
              {items.map((entry) => (
                <JournalRow
                  key={entry.id}
                  entry={entry}
                  canDecide={canDecide}
                  nameOf={nameOf}
                  onReverse={() => setReversing(entry)}
                  onReceipt={() => setHolding(entry)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {journal.hasNextPage && (
        <Button loading={journal.isFetchingNextPage} onClick={() => void journal.fetchNextPage()}>
          {t('journal.more')}
        </Button>
      )}
      {reversing !== null && (
        <ReverseDialog planId={planId} entry={reversing} onClose={() => setReversing(null)} />
      )}
      {holding !== null && <ReceiptDialog planId={planId} entry={holding} onClose={() => setHolding(null)} />}
    </section>
  )
}
