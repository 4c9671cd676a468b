import { getKpiNodeFacts } from '@yingce/contracts/kpi-tree/kpi-tree'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { currentLocale } from '../../i18n.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useMetricDictionary } from '../metrics/dictionary/use-metric-definitions.ts'
import { formulaText } from '../metrics/metric-name.ts'
import { factText, metricName } from './figure-text.ts'

const SHOWN_DAYS = 60

/** What stands behind a figure: the written definition, its formula, days and sources. */
export function KpiFacts({ planId, nodeId }: { planId: string; nodeId: string }) {
  const { t } = useTranslation('kpi')
  const dictionary = useMetricDictionary()
  const { data, error } = useQuery({
    queryKey: ['plan', planId, 'kpi-facts', nodeId],
    queryFn: ({ signal }) => call(getKpiNodeFacts, { params: { planId, nodeId }, signal }),
  })
  if (error !== null) return <ProblemNote error={error} />
  if (data === undefined) return <div className="skeleton skeleton-card" />
  const { metric, parts, days, sources, currency } = data
  const others = parts.filter(({ key }) => key !== metric.key)
  return (
    <section aria-labelledby="kpi-facts">
      <h2 id="kpi-facts">{t('facts.title')}</h2>
      <p>
        <strong>{metricName(metric)}</strong>
        {': '}
        {currentLocale() === 'zh-CN' ? metric.definitionZh : metric.definitionEn}{' '}
        <span className="figure-note">{t('facts.version', { version: metric.version })}</span>
      </p>
      {metric.formula !== null && (
        <p className="kpi-formula">{`${metricName(metric)} = ${formulaText(metric.formula, dictionary)}`}</p>
      )}
      {sources.length > 0 && (
        <p className="figure-note">
          {t('facts.sources')}{' '}
          {sources
            .map(({ name, value }) => `${name ?? t('facts.unnamed')} ${factText(value, metric, currency)}`)
            .join(' · ')}
        </p>
      )}
      {days.length === 0 ? (
        <p className="empty">{t('facts.none')}</p>
      ) : (
        <div className="table-scroll kpi-days" role="region" aria-label={t('facts.days')} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('facts.day')}</th>
                <th scope="col" className="number">
                  {metricName(metric)}
                </th>
                {others.map((part) => (
                  <th key={part.key} scope="col" className="number">
                    {metricName(part)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.slice(0, SHOWN_DAYS).map((day) => (
                <tr key={day.day}>
                  <td className="nowrap">{day.day}</td>
                  <td className="number">{factText(day.value, metric, currency)}</td>
                  {others.map((part) => (
                    <td key={part.key} className="number">
                      {factText(day.parts[part.key] ?? null, part, currency)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
