import type { MetricImportSummary } from '@yingce/contracts/metrics/metric-import'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatMoment, formatNumber, MISSING } from '../../../ui/format.ts'
import { presetName } from '../metric-name.ts'

interface MetricImportTableProps {
  items: readonly MetricImportSummary[]
  onUndo: ((id: string) => void) | null
}

const LOOK = {
  draft: { tone: 'tag-warn', shape: '▲' },
  applied: { tone: 'tag-ok', shape: '●' },
  undone: { tone: '', shape: '○' },
}

function ImportRow({ item, onUndo }: { item: MetricImportSummary; onUndo: (() => void) | null }) {
  const { t } = useTranslation('data')
  const name = item.fileName ?? t('list.push')
  return (
    <tr>
      <td>
        <Link to="/data/imports/$importId" params={{ importId: item.id }}>
          {name}
        </Link>
      </td>
      <td>
        {item.sourceName}
        <div className="figure-note">{presetName(item.preset)}</div>
      </td>
      <td className="nowrap">
        <span className={`tag ${LOOK[item.state].tone}`}>
          <span aria-hidden="true">{LOOK[item.state].shape}</span> {t(`state.${item.state}`)}
        </span>
      </td>
      <td className="nowrap">
        {item.period === null ? MISSING : t('list.period', { from: item.period.from, to: item.period.to })}
      </td>
      <td className="number">{formatNumber(item.rowCount)}</td>
      <td className="nowrap">
        {item.state === 'draft'
          ? MISSING
          : t('list.effect', {
              added: item.writtenCount - item.replacedCount,
              replaced: item.replacedCount,
              unchanged: item.unchangedCount,
            })}
      </td>
      <td className="nowrap">
        {formatMoment(item.appliedAt ?? item.createdAt)}
        <div className="figure-note">{item.by}</div>
      </td>
      <td>
        {item.state === 'applied' && onUndo !== null && (
          <Button size="small" onClick={onUndo}>
            {t('undo.button')}
            <span className="visually-hidden"> {name}</span>
          </Button>
        )}
      </td>
    </tr>
  )
}

/** Imports and pushes, newest first. */
export function MetricImportTable({ items, onUndo }: MetricImportTableProps) {
  const { t } = useTranslation('data')
  return (
    <div className="card table-scroll" tabIndex={0} role="region" aria-label={t('list.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('list.file')}</th>
            <th scope="col">{t('list.source')}</th>
            <th scope="col">{t('list.state')}</th>
            <th scope="col">{t('list.days')}</th>
            <th scope="col" className="number">
              {t('list.rows')}
            </th>
            <th scope="col">{t('list.facts')}</th>
            <th scope="col">{t('list.when')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('undo.button')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ImportRow key={item.id} item={item} onUndo={onUndo === null ? null : () => onUndo(item.id)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
