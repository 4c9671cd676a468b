import type { KpiBinding } from '@yingce/contracts/assignment/kpi-binding'
import type { BoundEntity } from '@yingce/domain/assignment/bound-field'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { MISSING } from '../../../ui/format.ts'

interface BoundTableProps {
  entity: BoundEntity
  items: readonly KpiBinding[]
  nameOf: (recordId: string) => string
  metricNameOf: (key: string) => string
  onUnbind: (recordId: string) => void
}

/** What is bound: of which facts, with its value now, and how to take it off. */
export function BoundTable({ entity, items, nameOf, metricNameOf, onUnbind }: BoundTableProps) {
  const { t } = useTranslation('binding')
  const days = ({ from, to }: KpiBinding) =>
    from === null && to === null ? t('always') : `${from ?? '…'} – ${to ?? '…'}`
  const facts = (item: KpiBinding) =>
    [item.channel, item.strategy, days(item)].filter((part) => part !== null).join(' · ')
  if (items.length === 0) return <p className="empty">{t('empty')}</p>
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('bound')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t(`record.${entity}`)}</th>
            <th scope="col">{t('metric')}</th>
            <th scope="col">{t('facts')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('unbind')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.recordId}>
              <td>{nameOf(item.recordId)}</td>
              <td>{metricNameOf(item.metric)}</td>
              <td>{facts(item)}</td>
              <td className="nowrap">{item.text ?? MISSING}</td>
              <td>
                <Button size="small" onClick={() => onUnbind(item.recordId)}>
                  {t('unbind')}
                  <span className="visually-hidden"> {nameOf(item.recordId)}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
