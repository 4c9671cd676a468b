import { listMetricImports } from '@yingce/contracts/metrics/metric-import'
import { MAX_METRICS_BYTES } from '@yingce/contracts/metrics/metric-import'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { useAbility } from '../../../api/use-session.ts'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { PageLoading } from '../../../ui/PageLoading.tsx'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { DataTabs } from '../DataTabs.tsx'
import { MetricImportTable } from './MetricImportTable.tsx'
import { MetricUndoDialog } from './MetricUndoDialog.tsx'
import { type Uploaded, useMetricUploads } from './use-metric-uploads.ts'

/** Files come in here, of platforms and of plans; below them what came before, and the way back. */
export function DataImportsPage() {
  const { t } = useTranslation('data')
  const navigate = useNavigate()
  const canRun = useAbility('import.run')
  const canUndo = useAbility('import.undo')
  const [undoing, setUndoing] = useState<string | null>(null)
  const [workbooks, setWorkbooks] = useState<readonly Uploaded[]>([])
  const uploads = useMetricUploads((uploaded) => {
    const [first] = uploaded
    if (uploaded.length === 1 && first !== undefined)
      void (first.kind === 'metrics'
        ? navigate({ to: '/data/imports/$importId', params: { importId: first.id } })
        : navigate({ to: '/imports/$importId', params: { importId: first.id } }))
    else setWorkbooks(uploaded.filter(({ kind }) => kind === 'workbook'))
  })
  const query = useInfiniteQuery({
    queryKey: ['metric-imports'],
    queryFn: ({ signal, pageParam }) =>
      call(listMetricImports, { query: { cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
  if (query.isPending) return <PageLoading />
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const { current } = uploads
  return (
    <div className="page">
      <DataTabs />
      {canRun && (
        <FileDrop
          isMultiple
          reading={current === null ? null : t('drop.reading', { ...current })}
          texts={{ drop: t('drop.title'), formats: t('drop.formats'), button: t('drop.button') }}
          onFiles={(files) => void uploads.take(files)}
          onCancel={uploads.cancel}
        />
      )}
      {uploads.tooLarge.map((name) => (
        <div key={name} className="problem-note" role="alert">
          {t('drop.tooLarge', { name, mb: MAX_METRICS_BYTES / 1024 / 1024 })}
        </div>
      ))}
      {uploads.failed.map(({ fileName, error }) => (
        <div key={fileName}>
          <strong>{fileName}</strong>
          <ProblemNote error={error} />
        </div>
      ))}
      {workbooks.map(({ id, fileName }) => (
        <p key={id}>
          <Link to="/imports/$importId" params={{ importId: id }}>
            {t('drop.workbook', { name: fileName })}
          </Link>
        </p>
      ))}
      {query.isError && <ProblemNote error={query.error} />}
      {items.length === 0 ? (
        <div className="card empty">
          <span>{t(canRun ? 'empty' : 'import:notAllowed')}</span>
        </div>
      ) : (
        <MetricImportTable items={items} onUndo={canUndo ? setUndoing : null} />
      )}
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {t('import:more')}
        </Button>
      )}
      {undoing !== null && <MetricUndoDialog importId={undoing} onClose={() => setUndoing(null)} />}
    </div>
  )
}
