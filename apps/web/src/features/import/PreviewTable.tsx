import type { ImportView } from '@yingce/contracts/import/import'
import { isInRange } from '@yingce/domain/records/field-range'
import { SHEET_KINDS } from '@yingce/domain/sheets/sheet-kind'
import { readReturnColumn } from '@yingce/domain/review/return-column'
import { Select } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { BoundedNumber } from '../../ui/BoundedNumber.tsx'
import { NotTaken } from './NotTaken.tsx'
import { valueText } from '../record/value-text.ts'
import type { ImportChange, ImportTableView } from './use-import.ts'

interface PreviewTableProps {
  view: ImportView
  table: ImportTableView
  onChange: (change: ImportChange) => void
}

const SKIP = ''

/** First values of a column as they will become. */
function samplesOf(table: ImportTableView, field: string | null): string[] {
  if (field === null) return []
  const texts = table.rows.flatMap((row) => {
    if (field === 'phase') return row.phaseName === null ? [] : [row.phaseName]
    const value = row.unread[field] ?? row.values[field]
    return value === null || value === undefined
      ? []
      : [row.unread[field] ?? valueText(table.entity, field, value)]
  })
  return [...new Set(texts)].slice(0, 2)
}

/** Some columns are no field of their own: a period fills two, a running number none. */
function columnLabel(t: TFunction<'import'>, { entity }: ImportTableView, field: string): string {
  return t([`fields:${entity ?? ''}.${field}`, `fields:column.${field}`], { defaultValue: field })
}

/** Fields that the rows will have, in the order of the columns; those that a period column fills stand in its place. */
function shownFields({ columns, rows }: ImportTableView): string[] {
  const filled = new Set(
    rows.flatMap(({ values, unread }) => [...Object.keys(values), ...Object.keys(unread)]),
  )
  const own = new Set(columns.map(({ field }) => field))
  const others = [...filled].filter((field) => !own.has(field))
  const fields = columns.flatMap(({ field }) => {
    if (field === null || field === 'phase') return []
    if (field === 'period') return filled.has(field) ? [field, ...others] : others
    return filled.has(field) ? [field] : []
  })
  return [...new Set([...fields, ...others])]
}

const HEADER_ROW = { min: 1, max: null }

function Mapping({ table, onChange }: Omit<PreviewTableProps, 'view'>) {
  const { t } = useTranslation('import')
  return (
    <section className="card" aria-labelledby="mapping-title">
      <div className="card-head">
        <h2 id="mapping-title">{t('mapping.title')}</h2>
        <span className="inline-form mapping-head">
          <label>
            {t('mapping.kind')}{' '}
            <Select
              size="small"
              className="kind-select"
              value={table.kind}
              aria-label={t('mapping.kind')}
              onChange={(kind) => onChange({ tables: [{ sheet: table.sheet, kind }] })}
              options={SHEET_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          </label>
          <label>
            {t('mapping.headerRow')}{' '}
            <BoundedNumber
              size="small"
              bounds={HEADER_ROW}
              value={table.headerRow}
              aria-label={t('mapping.headerRow')}
              changeOnWheel={false}
              onChange={(row) =>
                row !== null &&
                isInRange(row, HEADER_ROW) &&
                row !== table.headerRow &&
                onChange({ tables: [{ sheet: table.sheet, headerRow: row }] })
              }
            />
          </label>
        </span>
      </div>
      {table.entity === null && <NotTaken kind={table.kind} />}
      <ReturnNote table={table} />
      {table.period !== null && (
        <p className="figure-note">{t('mapping.period', { from: table.period.from, to: table.period.to })}</p>
      )}
      {table.entity !== null && <Columns table={table} onChange={onChange} />}
    </section>
  )
}

/** What each column of the sheet becomes. */
function Columns({ table, onChange }: Omit<PreviewTableProps, 'view'>) {
  const { t } = useTranslation('import')
  const label = (field: string) => columnLabel(t, table, field)
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="mapping-title">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('mapping.column')}</th>
            <th scope="col">{t('mapping.field')}</th>
            <th scope="col">{t('mapping.samples')}</th>
            <th scope="col">{t('mapping.confidence')}</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column) => (
            <tr key={column.index}>
              <td>{column.header}</td>
              <td>
                <Select
                  size="small"
                  className="field-select"
                  value={column.field ?? SKIP}
                  showSearch={{ optionFilterProp: 'label' }}
                  aria-label={t('mapping.fieldOf', { header: column.header })}
                  onChange={(field: string) =>
                    onChange({
                      tables: [
                        {
                          sheet: table.sheet,
                          columns: [{ index: column.index, field: field === SKIP ? null : field }],
                        },
                      ],
                    })
                  }
                  options={[
                    { value: SKIP, label: t('mapping.skip') },
                    ...table.fieldChoices.map((field) => ({ value: field, label: label(field) })),
                  ]}
                />
              </td>
              <td className="samples">{samplesOf(table, column.field).join(' · ')}</td>
              <td className="nowrap">
                {column.field === null ? (
                  <span className="tag">{t('mapping.skipped')}</span>
                ) : column.confidence >= 0.9 ? (
                  <span className="tag tag-ok">
                    <span aria-hidden="true">●</span> {t('mapping.sure')}
                  </span>
                ) : (
                  <span className="tag tag-warn">
                    <span aria-hidden="true">▲</span> {t('mapping.unsure')}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Rows({ table }: { table: ImportTableView }) {
  const { t } = useTranslation('import')
  const fields = shownFields(table)
  const hasPhase = table.rows.some((row) => row.phaseName !== null)
  const label = (field: string) => columnLabel(t, table, field)
  return (
    <section className="card" aria-labelledby="rows-title">
      <div className="card-head">
        <h2 id="rows-title">{t('rows.title')}</h2>
        <small>
          {t('rows.count', { count: table.rowCount })}
          {table.excluded.length > 0 ? ` · ${t('rows.excluded', { count: table.excluded.length })}` : ''}
        </small>
      </div>
      <div className="table-scroll preview-scroll" tabIndex={0} role="group" aria-labelledby="rows-title">
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('rows.row')}
              </th>
              {hasPhase && <th scope="col">{t('rows.phase')}</th>}
              {fields.map((field) => (
                <th key={field} scope="col">
                  {label(field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.row}>
                <td className="number figure-note">{row.row}</td>
                {hasPhase && <td className="nowrap">{row.phaseName}</td>}
                {fields.map((field) => {
                  const unread = row.unread[field]
                  return unread === undefined ? (
                    <td key={field} className="preview-cell">
                      {valueText(table.entity, field, row.values[field])}
                    </td>
                  ) : (
                    <td key={field} className="preview-cell unread-cell">
                      <span aria-hidden="true">▲ </span>
                      {unread}
                      <span className="visually-hidden"> ({t('rows.unread')})</span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          {Object.keys(table.totals).length > 0 && (
            <tfoot>
              <tr>
                <td colSpan={hasPhase ? 2 : 1}>{t('rows.total')}</td>
                {fields.map((field) => (
                  <td key={field} className="nowrap">
                    {table.totals[field] === undefined ? '' : Number(table.totals[field]).toLocaleString()}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {table.rows.length < table.rowCount && (
        <p className="figure-note">{t('rows.first', { count: table.rows.length })}</p>
      )}
    </section>
  )
}

/** What the sheet's "ROI" column really is, by its arithmetic. */
function ReturnNote({ table }: { table: ImportTableView }) {
  const { t } = useTranslation('board')
  if (table.kind !== 'effect-analysis' || !table.columns.some((column) => column.field === 'statedReturn'))
    return null
  const amount = (value: unknown) => (typeof value === 'number' ? value : null)
  const reading = readReturnColumn(
    table.rows.map(({ values }) => ({
      cost: amount(values['cost']),
      revenue: amount(values['revenue']),
      statedReturn: amount(values['statedReturn']),
    })),
  )
  const matches = reading.kind === 'roi' ? reading.matchingRoi : reading.matchingRoas
  return (
    <p>
      <span className={reading.kind === 'unknown' ? 'tag tag-warn' : 'tag tag-accent'}>
        {t(`effect.return.${reading.kind}`, { matches, rows: reading.testedRows })}
      </span>
    </p>
  )
}

/** One sheet: how its columns are read, and its rows as they will become. */
export function PreviewTable({ table, onChange }: PreviewTableProps) {
  return (
    <>
      <Mapping table={table} onChange={onChange} />
      {table.entity !== null && <Rows table={table} />}
    </>
  )
}
