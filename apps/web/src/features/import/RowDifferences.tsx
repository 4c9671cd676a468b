import type { ImportView } from '@yingce/contracts/import/import'
import { Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { valueText } from '../record/value-text.ts'
import type { ImportDecisions, RowDifference } from './use-import.ts'

/**
 * Which fields of each differing row come in; a conflict waits for a person, the rest is accepted.
 * Only what the person chose is sent: of many rows not all are listed here, and what somebody
 * changed since they were must wait as a conflict rather than be written over.
 */
export function useDecisions(rows: readonly RowDifference[]) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, ReadonlySet<string>>>(new Map())
  return useMemo(() => {
    const of = (row: RowDifference) => chosen.get(row.key) ?? initialFields(row)
    const body: ImportDecisions = {
      otherwise: 'accept-without-conflict',
      rows: rows
        .filter((row) => chosen.has(row.key))
        .map((row) => {
          const fields = [...of(row)]
          return { key: row.key, accept: fields.length > 0, ...(row.status === 'added' ? {} : { fields }) }
        }),
    }
    const set = (row: RowDifference, fields: ReadonlySet<string>) =>
      setChosen(new Map(chosen).set(row.key, fields))
    return { of, set, body }
  }, [chosen, rows])
}

/** An added row is taken or left as a whole; its one pseudo-field stands for it. */
const WHOLE_ROW = '*'

function initialFields(row: RowDifference): ReadonlySet<string> {
  if (row.status === 'added') return new Set([WHOLE_ROW])
  return new Set(row.fields.filter((field) => !field.isConflict).map((field) => field.field))
}

interface RowDifferencesProps {
  comparison: NonNullable<ImportView['comparison']>
  decisions: ReturnType<typeof useDecisions>
}

/** The sheet that came back, row by row: as exported, as it is in the file, as it is here. */
export function RowDifferences({ comparison, decisions }: RowDifferencesProps) {
  const { t } = useTranslation('import')
  const { counts, rows } = comparison
  return (
    <section className="card" aria-labelledby="difference-title">
      <div className="card-head">
        <h2 id="difference-title">{t('difference.title')}</h2>
        <small>{t('difference.counts', counts)}</small>
        {counts.computed > 0 && <small>{t('difference.computed', { count: counts.computed })}</small>}
      </div>
      {rows.length === 0 ? (
        <p className="figure-note">{t('difference.none')}</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="difference-title">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('difference.row')}</th>
                <th scope="col">{t('difference.field')}</th>
                <th scope="col">{t('difference.base')}</th>
                <th scope="col">{t('difference.ours')}</th>
                <th scope="col">{t('difference.theirs')}</th>
                <th scope="col">{t('difference.accept')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <DifferenceRows key={row.key} row={row} decisions={decisions} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function DifferenceRows({
  row,
  decisions,
}: {
  row: RowDifference
  decisions: ReturnType<typeof useDecisions>
}) {
  const { t } = useTranslation('import')
  const chosen = decisions.of(row)
  const toggle = (field: string, isOn: boolean) => {
    const next = new Set(chosen)
    if (isOn) next.add(field)
    else next.delete(field)
    decisions.set(row, next)
  }
  const tag = (
    <span className={row.status === 'conflict' ? 'tag tag-bad' : 'tag'}>
      {t(`difference.status.${row.status}`)}
    </span>
  )
  if (row.status === 'added' || row.status === 'missing') {
    return (
      <tr>
        <td>
          {row.name} {tag}
        </td>
        <td colSpan={4} className="figure-note">
          {t(`difference.${row.status}Note`)}
        </td>
        <td>
          {row.status === 'added' && (
            <Checkbox
              checked={chosen.has(WHOLE_ROW)}
              onChange={(event) => toggle(WHOLE_ROW, event.target.checked)}
              aria-label={t('difference.acceptRow', { name: row.name })}
            />
          )}
        </td>
      </tr>
    )
  }
  return row.fields.map((field, index) => {
    const label = t(`fields:${row.entity}.${field.field}`, { defaultValue: field.field })
    return (
      <tr key={field.field} className={field.isConflict ? 'conflict-row' : ''}>
        <td>
          {index === 0 && (
            <>
              {row.name} {tag}
            </>
          )}
        </td>
        <td>{label}</td>
        <td>{valueText(row.entity, field.field, field.base)}</td>
        <td>{valueText(row.entity, field.field, field.ours)}</td>
        <td>
          <strong>{field.text ?? valueText(row.entity, field.field, field.theirs)}</strong>
        </td>
        <td>
          <Checkbox
            checked={chosen.has(field.field)}
            onChange={(event) => toggle(field.field, event.target.checked)}
            aria-label={t('difference.acceptField', { name: row.name, field: label })}
          />
        </td>
      </tr>
    )
  })
}
