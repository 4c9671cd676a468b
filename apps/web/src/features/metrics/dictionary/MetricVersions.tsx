import { listMetricVersions, type MetricDefinitionView } from '@yingce/contracts/metrics/metric-definition'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { currentLocale } from '../../../i18n.ts'
import { formatMoment } from '../../../ui/format.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { formulaText } from '../metric-name.ts'
import { useMetricDictionary } from './use-metric-definitions.ts'
import { Dialog } from '../../../ui/Dialog.tsx'

/** What a metric meant before: each version with its date and author. */
export function MetricVersions({ metric, onClose }: { metric: MetricDefinitionView; onClose: () => void }) {
  const { t } = useTranslation('metrics')
  const dictionary = useMetricDictionary()
  const isChinese = currentLocale() === 'zh-CN'
  const { data, error } = useQuery({
    queryKey: ['metric-definitions', metric.key, metric.version],
    queryFn: ({ signal }) => call(listMetricVersions, { params: { metricKey: metric.key }, signal }),
  })
  return (
    <Dialog
      footer={null}
      title={t('versionsOf', { name: isChinese ? metric.zh : metric.en })}
      closable={{ 'aria-label': t('shell:common.close') }}
      onCancel={onClose}
    >
      {error !== null && <ProblemNote error={error} />}
      <ol className="metric-versions" reversed>
        {(data?.items ?? []).map((version) => (
          <li key={version.version}>
            <strong>{t('version', { version: version.version })}</strong>{' '}
            <span className="figure-note">
              {version.createdAt === null ? t('builtIn') : formatMoment(version.createdAt)}
              {version.author !== null && ` · ${version.author}`}
            </span>
            <div>{isChinese ? version.definitionZh : version.definitionEn}</div>
            {version.formula !== null && (
              <div className="metric-words">{formulaText(version.formula, dictionary)}</div>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
