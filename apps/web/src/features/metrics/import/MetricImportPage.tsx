import { discardMetricImport, type MetricImportView } from '@yingce/contracts/metrics/metric-import'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { useAbility } from '../../../api/use-session.ts'
import { paths } from '../../../paths.ts'
import { PageError } from '../../../ui/PageError.tsx'
import { PageLoading } from '../../../ui/PageLoading.tsx'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { ProblemList } from '../../import/ProblemList.tsx'
import { DaySums } from './DaySums.tsx'
import { ImportChoices } from './ImportChoices.tsx'
import { MetricMapping } from './MetricMapping.tsx'
import { MetricUndoDialog } from './MetricUndoDialog.tsx'
import { presetName } from '../metric-name.ts'
import { useMetricImport } from './use-metric-import.ts'
import '../data.css'
import '../../import/import.css'
import { ProgressLine } from '../../../ui/ProgressLine.tsx'

/** One import of metrics: what was understood, what it sums to, what it changes, and the way back. */
export function MetricImportPage() {
  const { importId } = useParams({ from: '/signed-in/data/imports/$importId' })
  const work = useMetricImport(importId)
  const { query } = work
  if (query.isPending) return <PageLoading />
  if (query.isError) return <PageError error={query.error} reset={() => void query.refetch()} />
  return <ImportBody view={query.data} work={work} />
}

type Work = ReturnType<typeof useMetricImport>

/** What confirming would do, or what it did. */
function EffectNote({ view, effect }: { view: MetricImportView; effect: Work['effect'] }) {
  const { t } = useTranslation('data')
  if (view.state !== 'draft')
    return (
      <p className="figure-note">
        {t(`done.${view.state}`)}{' '}
        {t('list.effect', {
          added: view.writtenCount - view.replacedCount,
          replaced: view.replacedCount,
          unchanged: view.unchangedCount,
        })}
      </p>
    )
  return (
    <p role="status" className="import-effect">
      {effect.data === undefined ? t('shell:loading') : t('preview.effect', { ...effect.data })}
      {view.sameAs !== null && <span className="tag">{t('preview.same')}</span>}
    </p>
  )
}

function ImportActions({ view, work, onUndo }: { view: MetricImportView; work: Work; onUndo: () => void }) {
  const { t } = useTranslation('data')
  const navigate = useNavigate()
  const canRun = useAbility('import.run')
  const canUndo = useAbility('import.undo')
  const { confirm, update, cancel } = work
  if (view.state === 'applied' && canUndo) return <Button onClick={onUndo}>{t('undo.button')}</Button>
  if (view.state !== 'draft' || !canRun) return null
  if (confirm.isPending)
    return (
      <span className="inline-form" role="status">
        {t('preview.writing', { count: view.factCount })}
        <ProgressLine />
        <Button onClick={() => void cancel()}>{t('shell:common.cancel')}</Button>
      </span>
    )
  const isBlocked = view.questions.length > 0 || view.factCount === 0
  return (
    <>
      <Button
        onClick={() => {
          // A draft that cannot be thrown away now is swept up by the server later.
          call(discardMetricImport, { params: { importId: view.id } }).catch(() => undefined)
          void navigate({ to: paths.data })
        }}
      >
        {t('preview.discard')}
      </Button>
      <Button type="primary" disabled={isBlocked || update.isPending} onClick={() => confirm.mutate()}>
        {t('preview.confirm')}
      </Button>
    </>
  )
}

function ImportBody({ view, work }: { view: MetricImportView; work: Work }) {
  const { t } = useTranslation('data')
  const [isUndoing, setUndoing] = useState(false)
  const { update, confirm, effect } = work
  const isDraft = view.state === 'draft'
  const isCancelled = confirm.error instanceof DOMException && confirm.error.name === 'AbortError'
  return (
    <div className="page">
      <div className="page-head">
        <h1>{view.fileName ?? t('list.push')}</h1>
        <span className="tag tag-accent">{presetName(view.preset) ?? t('preview.noPreset')}</span>
        <span className="figure-note">
          {t('preview.summary', { rows: view.rowCount, facts: view.factCount, excluded: view.excludedCount })}
        </span>
        <span className="spacer" />
        <ImportActions view={view} work={work} onUndo={() => setUndoing(true)} />
      </div>
      {update.isError && <ProblemNote error={update.error} />}
      {confirm.isError && !isCancelled && <ProblemNote error={confirm.error} />}
      <EffectNote view={view} effect={effect} />
      <div className="stack" aria-busy={update.isPending}>
        {isDraft && (
          <ImportChoices
            key={`${view.sourceName} ${view.currency} ${view.encoding ?? ''}`}
            view={view}
            isPending={update.isPending}
            onChange={update.mutate}
          />
        )}
        <DaySums view={view} />
        {isDraft &&
          view.tables.map((table) => (
            <MetricMapping
              key={`${table.sheet} ${table.position}`}
              table={table}
              hasEncoding={view.encoding !== null}
              onChange={(change) => update.mutate(change)}
            />
          ))}
        <ProblemList problems={view.problems} />
      </div>
      {isUndoing && <MetricUndoDialog importId={view.id} onClose={() => setUndoing(false)} />}
    </div>
  )
}
