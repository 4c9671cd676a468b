import type { MetricDefinitionView } from '@yingce/contracts/metrics/metric-definition'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAbility } from '../../../api/use-session.ts'
import { currentLocale } from '../../../i18n.ts'
import { MISSING } from '../../../ui/format.ts'
import { PageLoading } from '../../../ui/PageLoading.tsx'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { DataTabs } from '../DataTabs.tsx'
import { formulaText } from '../metric-name.ts'
import { MetricForm } from './MetricForm.tsx'
import { MetricVersions } from './MetricVersions.tsx'
import { definitionsQuery, useMetricDictionary } from './use-metric-definitions.ts'
import './metrics.css'

function fits(metric: MetricDefinitionView, search: string): boolean {
  const words = search.trim().toLowerCase()
  return [metric.key, metric.zh, metric.en, metric.definitionZh, metric.definitionEn].some((text) =>
    text.toLowerCase().includes(words),
  )
}

/** 指标口径: what every metric means, and the workspace's own ones (M2). */
export function MetricsPage() {
  const { t } = useTranslation('metrics')
  const canDefine = useAbility('workspace.update')
  const [search, setSearch] = useState('')
  const [form, setForm] = useState<{ edited: MetricDefinitionView | null } | null>(null)
  const [shown, setShown] = useState<MetricDefinitionView | null>(null)
  const { data, error } = useQuery(definitionsQuery)
  const dictionary = useMetricDictionary()
  if (error !== null) return <ProblemNote error={error} />
  if (data === undefined) return <PageLoading />
  const isChinese = currentLocale() === 'zh-CN'
  const found = data.filter((metric) => fits(metric, search))
  return (
    <div className="page">
      <DataTabs />
      <div className="page-head">
        <Input.Search
          className="plan-search"
          allowClear
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <span className="spacer" />
        {canDefine && (
          <Button type="primary" onClick={() => setForm({ edited: null })}>
            {t('add')}
          </Button>
        )}
      </div>
      <p className="figure-note">{t('lead')}</p>
      {found.length === 0 ? (
        <p className="empty">{t('none', { search })}</p>
      ) : (
        <div className="card table-scroll" role="region" aria-label={t('title')} tabIndex={0}>
          <table className="table metric-table">
            <thead>
              <tr>
                {(['name', 'key', 'kind', 'unit', 'direction', 'definition', 'formula'] as const).map(
                  (field) => (
                    <th key={field} scope="col">
                      {t(`field.${field}`)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {found.map((metric) => (
                <tr key={metric.key}>
                  <td>
                    <strong>{isChinese ? metric.zh : metric.en}</strong>{' '}
                    <span className="figure-note">{isChinese ? metric.en : metric.zh}</span>
                    {metric.isOwn && (
                      <div>
                        <span className="tag tag-accent">{t('ownMark')}</span>{' '}
                        <button type="button" className="link-button" onClick={() => setShown(metric)}>
                          {t('version', { version: metric.version })}
                        </button>
                        {canDefine && (
                          <button
                            type="button"
                            className="link-button"
                            aria-label={t('editOf', { name: isChinese ? metric.zh : metric.en })}
                            onClick={() => setForm({ edited: metric })}
                          >
                            {t('shell:common.edit')}
                          </button>
                        )}
                      </div>
                    )}
                  </td>
                  <td className="nowrap">
                    <code className="metric-formula">{metric.key}</code>
                  </td>
                  <td className="nowrap">{t(`kind.${metric.kind}`)}</td>
                  <td className="nowrap">{t(`unit.${metric.unit}`)}</td>
                  <td className="nowrap">{t(`direction.${metric.direction}`)}</td>
                  <td>{isChinese ? metric.definitionZh : metric.definitionEn}</td>
                  <td className="metric-words">
                    {metric.formula === null ? MISSING : formulaText(metric.formula, dictionary)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {form !== null && <MetricForm items={data} edited={form.edited} onClose={() => setForm(null)} />}
      {shown !== null && <MetricVersions metric={shown} onClose={() => setShown(null)} />}
    </div>
  )
}
