import type { ImportView } from '@yingce/contracts/import/import'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportChange } from './use-import.ts'

interface SheetListProps {
  view: ImportView
  selected: string
  onSelect: (sheet: string) => void
  onChange: (change: ImportChange) => void
}

/** Sums to hold against the sheet: decided and spent money first, at most three. */
function totalsOf(table: ImportView['tables'][number]): [string, string][] {
  const order = ['budget', 'spent', 'cost', 'revenue']
  return Object.entries(table.totals)
    .filter(([field]) => order.includes(field))
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .slice(0, 3)
}

/** The workbook's sheets: what each was taken for, and whether it comes in. */
export function SheetList({ view, selected, onSelect, onChange }: SheetListProps) {
  const { t } = useTranslation('import')
  return (
    <ul className="sheet-list" aria-label={t('sheets')}>
      {view.tables.map((table) => {
        const count = view.problems.filter(
          (problem) => problem.sheet === table.sheet && problem.severity !== 'info',
        ).length
        return (
          <li key={table.sheet} className={table.sheet === selected ? 'card sheet on' : 'card sheet'}>
            <button
              type="button"
              className="sheet-button"
              aria-pressed={table.sheet === selected}
              onClick={() => onSelect(table.sheet)}
            >
              <strong>{table.sheet}</strong>
              <span className="figure-note">
                {t('takenFor', { kind: t(`kind.${table.kind}`), count: table.rowCount })}
                {table.isHidden ? ` · ${t('hidden')}` : ''}
              </span>
              {totalsOf(table).map(([field, sum]) => (
                <span key={field} className="figure-note">
                  {t(`fields:${table.entity ?? ''}.${field}`, { defaultValue: field })}{' '}
                  {Number(sum).toLocaleString()}
                </span>
              ))}
              {count > 0 && (
                <span className="tag tag-warn">
                  <span aria-hidden="true">▲</span> {t('toCheck', { count })}
                </span>
              )}
              {count === 0 && table.isIncluded && (
                <span className="tag tag-ok">
                  <span aria-hidden="true">●</span> {t('allRead')}
                </span>
              )}
              {table.isRemembered && <span className="tag">{t('remembered')}</span>}
            </button>
            <Checkbox
              checked={table.isIncluded}
              disabled={table.entity === null}
              onChange={(event) =>
                onChange({ tables: [{ sheet: table.sheet, isIncluded: event.target.checked }] })
              }
            >
              {t('include')}
              <span className="visually-hidden"> {table.sheet}</span>
            </Checkbox>
          </li>
        )
      })}
    </ul>
  )
}
