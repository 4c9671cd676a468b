import type { JournalEntry } from '@yingce/contracts/money/journal'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatFen, MISSING } from '../../ui/format.ts'

interface JournalRowProps {
  entry: JournalEntry
  canDecide: boolean
  nameOf: ReadonlyMap<string, string>
  onReverse: () => void
  onReceipt: () => void
}

/** One entry with what was done to it since; only what was posted here can be reversed here. */
export function JournalRow({ entry, canDecide, nameOf, onReverse, onReceipt }: JournalRowProps) {
  const { t } = useTranslation('money')
  const listed = (parts: readonly (string | null | undefined)[]) =>
    parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ') || MISSING
  const isPosted = entry.source === 'journal'
  const isStanding = isPosted && entry.reversalOf === null && entry.reversedBy === null
  const label = `${entry.date} ${t(`kind.${entry.kind}`)} ${formatFen(entry.amount)}`
  return (
    <tr className={entry.reversedBy === null ? '' : 'money-reversed'}>
      <td className="nowrap">{entry.date}</td>
      <td className="nowrap">
        {t(`kind.${entry.kind}`)}
        {entry.reversalOf !== null && <span className="tag money-mark">{t('journal.isReversal')}</span>}
        {entry.reversedBy !== null && <span className="tag money-mark">{t('journal.isReversed')}</span>}
        {!isPosted && <span className="tag money-mark">{t(`source.${entry.source}`)}</span>}
      </td>
      <td className="number">
        {formatFen(entry.amount)}
        {entry.open !== null && entry.reversedBy === null && entry.reversalOf === null && (
          <div className="figure-note">{t('journal.open', { amount: formatFen(entry.open) })}</div>
        )}
      </td>
      <td className="money-text">
        {listed([
          entry.budgetLineId === null ? null : nameOf.get(entry.budgetLineId),
          entry.taskId === null ? null : (nameOf.get(entry.taskId) ?? t('journal.gone')),
          entry.category === null ? null : t(`category.${entry.category}`),
        ])}
      </td>
      <td className="money-text">{listed([entry.payee, entry.account])}</td>
      <td className="nowrap">
        {entry.receipt ?? MISSING}
        {entry.isReconciled && <span className="tag tag-ok money-mark">{t('journal.reconciled')}</span>}
      </td>
      <td className="money-text">{listed([entry.note, entry.by])}</td>
      {canDecide && (
        <td className="nowrap">
          {isStanding && (
            <>
              <Button size="small" aria-label={t('journal.receiptOf', { entry: label })} onClick={onReceipt}>
                {t('journal.receipt')}
              </Button>{' '}
              <Button size="small" aria-label={t('journal.reverseOf', { entry: label })} onClick={onReverse}>
                {t('journal.reverse')}
              </Button>
            </>
          )}
        </td>
      )}
    </tr>
  )
}
