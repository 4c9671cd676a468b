import type { ImportView } from '@yingce/contracts/import/import'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { metricName } from '../metrics/metric-name.ts'

const SHOWN = 200
const LOOK = {
  error: { tone: 'tag-bad', shape: '■' },
  warning: { tone: 'tag-warn', shape: '▲' },
  info: { tone: '', shape: '○' },
} as const

/** Readings and fields are words of ours: they are translated before they stand in the sentence. */
function shownParams(
  { params }: ImportView['problems'][number],
  t: TFunction<'import'>,
): Record<string, unknown> {
  const { reading, field, encoding } = params
  return {
    ...params,
    ...(typeof reading === 'string' ? { reading: t(`reading.${reading}`, { defaultValue: reading }) } : {}),
    ...(typeof field === 'string'
      ? { field: t(`fields:task.${field}`, { defaultValue: metricName(field) }) }
      : {}),
    ...(typeof encoding === 'string' ? { encoding: encoding.toUpperCase() } : {}),
  }
}

/** Each thing to look at with its cell address. */
export function ProblemList({ problems }: { problems: ImportView['problems'] }) {
  const { t } = useTranslation('import')
  if (problems.length === 0) return null
  return (
    <section className="card" aria-labelledby="problems-title">
      <div className="card-head">
        <h2 id="problems-title">{t('problems.title')}</h2>
        <small>{t('problems.count', { count: problems.length })}</small>
      </div>
      <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="problems-title">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('problems.place')}</th>
              <th scope="col">{t('problems.text')}</th>
              <th scope="col">{t('problems.what')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, SHOWN).map((problem, index) => (
              <tr key={index}>
                <td className="nowrap">
                  {problem.sheet}
                  {problem.cell === null ? '' : ` ${problem.cell}`}
                </td>
                <td>{problem.text}</td>
                <td>
                  <span className={`tag ${LOOK[problem.severity].tone}`}>
                    <span aria-hidden="true">{LOOK[problem.severity].shape}</span>{' '}
                    {t(`problems.severity.${problem.severity}`)}
                  </span>{' '}
                  {t(`problem.${problem.code}`, {
                    ...shownParams(problem, t),
                    defaultValue: problem.message,
                  })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
