import { listImports, type ImportSummary } from '@yingce/contracts/import/import'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useAbility } from '../../api/use-session.ts'
import { paths } from '../../paths.ts'
import { formatMoment } from '../../ui/format.ts'
import { PageLoading } from '../../ui/PageLoading.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { DataNav } from '../metrics/DataTabs.tsx'
import { UndoDialog } from './UndoDialog.tsx'
import './import.css'

function ImportRow({ item, onUndo }: { item: ImportSummary; onUndo: (() => void) | null }) {
  const { t } = useTranslation('import')
  const total = Object.values(item.created).reduce((sum, count) => sum + count, 0)
  return (
    <tr>
      <td>
        <Link to="/imports/$importId" params={{ importId: item.id }}>
          {item.fileName}
        </Link>
      </td>
      <td>
        {item.planId === null ? (
          item.planName
        ) : (
          <Link to="/plans/$planId/board" params={{ planId: item.planId }}>
            {item.planName}
          </Link>
        )}
      </td>
      <td className="nowrap">
        <span className="tag">{t(`state.${item.state}`)}</span>
      </td>
      <td className="number">{total}</td>
      <td className="nowrap">
        {formatMoment(item.confirmedAt ?? item.createdAt)}
        <div className="figure-note">{item.by}</div>
      </td>
      <td>
        {item.state === 'confirmed' && onUndo !== null && (
          <Button size="small" onClick={onUndo}>
            {t('result.undo')}
            <span className="visually-hidden"> {item.fileName}</span>
          </Button>
        )}
      </td>
    </tr>
  )
}

/** Every import of the workspace; each can be looked at and taken back, also days later. */
export function ImportsPage() {
  const { t } = useTranslation('import')
  const [undoing, setUndoing] = useState<string | null>(null)
  const canRun = useAbility('import.run')
  const canUndo = useAbility('import.undo')
  const query = useInfiniteQuery({
    queryKey: ['imports'],
    queryFn: ({ signal, pageParam }) =>
      call(listImports, { query: { cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: canRun,
  })
  if (canRun && query.isPending) return <PageLoading />
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <span className="spacer" />
        {canRun && (
          <Link to={paths.data}>
            <Button type="primary">{t('new')}</Button>
          </Link>
        )}
      </div>
      <DataNav />
      {query.isError && <ProblemNote error={query.error} />}
      {items.length === 0 ? (
        <div className="card empty">
          <span>{t(canRun ? 'empty' : 'notAllowed')}</span>
        </div>
      ) : (
        <div className="card table-scroll" tabIndex={0} role="region" aria-label={t('title')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('col.file')}</th>
                <th scope="col">{t('col.plan')}</th>
                <th scope="col">{t('col.state')}</th>
                <th scope="col" className="number">
                  {t('col.records')}
                </th>
                <th scope="col">{t('col.when')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('result.undo')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <ImportRow key={item.id} item={item} onUndo={canUndo ? () => setUndoing(item.id) : null} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {t('more')}
        </Button>
      )}
      {undoing !== null && <UndoDialog importId={undoing} onClose={() => setUndoing(null)} />}
    </div>
  )
}
