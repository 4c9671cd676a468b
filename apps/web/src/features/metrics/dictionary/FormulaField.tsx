import { formatFormula } from '@yingce/domain/metrics/format-formula'
import type { FormulaReview } from '@yingce/domain/metrics/review-formula'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'

interface FormulaFieldProps {
  id?: string
  value?: string
  onChange?: (text: string) => void
  /** null: nothing typed yet. */
  review: FormulaReview | null
  nameOf: (key: string) => string
}

/** The formula, typed in keys, with how it reads in names and what is wrong in it, at its place. */
export function FormulaField({ id = 'formula', value = '', onChange, review, nameOf }: FormulaFieldProps) {
  const { t } = useTranslation('metrics')
  const [issue] = review?.issues ?? []
  return (
    <>
      <Input
        id={id}
        value={value}
        maxLength={500}
        className="metric-formula"
        spellCheck={false}
        aria-describedby={`${id}-check`}
        aria-invalid={issue !== undefined}
        status={issue === undefined ? '' : 'error'}
        onChange={(event) => onChange?.(event.target.value)}
      />
      <div id={`${id}-check`} role="status" className="metric-check">
        {review?.formula != null && (
          <span className="metric-reads">
            {t('readsAs', { formula: formatFormula(review.formula, nameOf) })}
          </span>
        )}
        {issue !== undefined && (
          <>
            {issue.column > 1 && issue.column <= value.length && (
              <code className="metric-place" aria-hidden="true">
                {value.slice(0, issue.column - 1)}
                <mark>{/^[\p{L}_][\p{L}\p{N}_]*|^./u.exec(value.slice(issue.column - 1))?.[0]}</mark>
              </code>
            )}
            <span className="metric-wrong">
              {t('column', { column: issue.column })}
              {t(`issue.${issue.code}`, { names: issue.names.map(nameOf).join(t('listMark')) })}
            </span>
          </>
        )}
        {review?.kind != null && (
          <span className="metric-right">
            <span aria-hidden="true">●</span> {t(`sound.${review.kind}`)}
          </span>
        )}
      </div>
    </>
  )
}
