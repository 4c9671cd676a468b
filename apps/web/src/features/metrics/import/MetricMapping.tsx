import type { MetricImportView } from '@yingce/contracts/metrics/metric-import'
import { isInRange } from '@yingce/domain/records/field-range'
import { FACT_KEYS, FACT_METRIC_NAMES, isFactMetric } from '@yingce/domain/sheets/metric-field'
import { Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { BoundedNumber } from '../../../ui/BoundedNumber.tsx'
import { metricName, sumText } from '../metric-name.ts'
import { useOwnMetricNames } from '../use-own-metric-names.ts'
import type { MetricImportChange } from './use-metric-import.ts'

interface MetricMappingProps {
  table: MetricImportView['tables'][number]
  /** The text of the file may have been read in the wrong encoding. */
  hasEncoding: boolean
  onChange: (change: MetricImportChange) => void
}

const HEADER_ROW = { min: 1, max: null }
const SKIP = ''
const TIMES = ['day', 'dayEnd', 'hour', 'currency'] as const

/** One table of the file: whether it counts, where its header is, and what each column is. */
export function MetricMapping({ table, hasEncoding, onChange }: MetricMappingProps) {
  const { t } = useTranslation('data')
  const ownNames = useOwnMetricNames()
  const { sheet } = table
  const label = (field: string) =>
    isFactMetric(field)
      ? (ownNames.get(field) ?? metricName(field))
      : t(`key.${field}`, { defaultValue: metricName(field) })
  const options = [
    { value: SKIP, label: t('mapping.skip') },
    ...[...TIMES, ...FACT_KEYS, ...FACT_METRIC_NAMES].map((value) => ({ value, label: label(value) })),
  ]
  /** The sum of a metric; where several columns are added up to it, it is the sum of none of them alone. */
  const sumOf = (field: string, total: string | number) => {
    const count = table.columns.filter((column) => column.field === field).length
    const sum = sumText(field, total)
    return count === 1 ? sum : t('mapping.together', { count, sum })
  }
  const change = (index: number, field: string) =>
    onChange({ tables: [{ sheet, columns: [{ index, field: field === SKIP ? null : field }] }] })
  return (
    <section className="card" aria-labelledby={`mapping ${sheet} ${table.position}`}>
      <div className="card-head">
        <h2 id={`mapping ${sheet} ${table.position}`}>{t('mapping.title', { sheet })}</h2>
        <span className="inline-form mapping-head">
          <Checkbox
            checked={table.isTaken}
            disabled={table.kind !== 'metrics'}
            onChange={(event) => onChange({ tables: [{ sheet, isTaken: event.target.checked }] })}
          >
            {t('mapping.take')}
          </Checkbox>
          <label>
            {t('import:mapping.headerRow')}{' '}
            <BoundedNumber
              size="small"
              bounds={HEADER_ROW}
              value={table.headerRow}
              aria-label={`${t('import:mapping.headerRow')} ${sheet}`}
              changeOnWheel={false}
              onChange={(row) =>
                row !== null &&
                isInRange(row, HEADER_ROW) &&
                row !== table.headerRow &&
                onChange({ tables: [{ sheet, headerRow: row }] })
              }
            />
          </label>
        </span>
      </div>
      <p className="figure-note">
        {t('mapping.rows', { rows: table.rowCount, excluded: table.excluded.length })}
        {table.excluded.length > 0 &&
          ` · ${t('mapping.excluded', {
            list: table.excluded
              .slice(0, 8)
              .map(({ row, reason }) => `${row} ${t(`reason.${reason}`, { defaultValue: reason })}`)
              .join(t('mapping.comma')),
          })}`}
      </p>
      {table.kind !== 'metrics' && (
        <p role="status">{t(hasEncoding ? 'mapping.unknownText' : 'mapping.unknown')}</p>
      )}
      {table.kind === 'metrics' && (
        <div
          className="table-scroll by-day"
          tabIndex={0}
          role="group"
          aria-labelledby={`mapping ${sheet} ${table.position}`}
        >
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('import:mapping.column')}</th>
                <th scope="col">{t('mapping.field')}</th>
                <th scope="col" className="number">
                  {t('mapping.sum')}
                </th>
              </tr>
            </thead>
            <tbody>
              {table.columns.map(({ index, header, field }) => (
                <tr key={index}>
                  <td>{header}</td>
                  <td>
                    <Select
                      size="small"
                      className="field-select"
                      value={options.some(({ value }) => value === field) ? (field ?? SKIP) : SKIP}
                      showSearch={{ optionFilterProp: 'label' }}
                      aria-label={t('import:mapping.fieldOf', { header })}
                      onChange={(chosen: string) => change(index, chosen)}
                      options={options}
                    />
                  </td>
                  <td className="number">
                    {field !== null && table.totals[field] !== undefined
                      ? sumOf(field, table.totals[field])
                      : field !== null && !options.some(({ value }) => value === field)
                        ? t('mapping.computed', { name: label(field) })
                        : ''}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
