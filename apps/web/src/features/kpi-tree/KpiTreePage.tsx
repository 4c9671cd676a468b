import { buildKpiTree, getKpiTree } from '@yingce/contracts/kpi-tree/kpi-tree'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { PageLoading } from '../../ui/PageLoading.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { usePlan } from '../plan/use-plan.ts'
import { useRecordRights } from '../record/use-record-rights.ts'
import { type EditedNode, KpiForm } from './KpiForm.tsx'
import { KpiDetails } from './KpiDetails.tsx'
import { KpiPicture } from './KpiPicture.tsx'
import { KpiTable } from './KpiTable.tsx'
import './kpi-tree.css'

/** The plan's KPI tree: a picture that opens to the facts, with its table behind it (M3). */
export function KpiTreePage() {
  const { t } = useTranslation('kpi')
  const { id: planId } = usePlan()
  const client = useQueryClient()
  const rights = useRecordRights('kpi_node')
  const [chosen, setChosen] = useState<string | null>(null)
  const [form, setForm] = useState<{ edited: EditedNode | null } | null>(null)
  const { data: tree, error } = useQuery({
    queryKey: ['plan', planId, 'kpi-tree'],
    queryFn: ({ signal }) => call(getKpiTree, { params: { planId }, signal }),
  })
  const refresh = () => client.invalidateQueries({ queryKey: ['plan', planId] })
  const routes = recordRoutes('kpi_node')
  const build = useMutation({
    mutationFn: () => call(buildKpiTree, { params: { planId } }),
    onSuccess: refresh,
  })
  const edit = useMutation({
    mutationFn: (recordId: string) => call(routes.get, { params: { planId, recordId } }),
    onSuccess: (edited) => setForm({ edited }),
  })
  const remove = useMutation({
    mutationFn: (recordId: string) => call(routes.remove, { params: { planId, recordId } }),
    onSuccess: async () => {
      setChosen(null)
      await refresh()
    },
  })
  if (error !== null) return <ProblemNote error={error} />
  if (tree === undefined) return <PageLoading />
  const node = tree.nodes.find(({ id }) => id === chosen)
  const failed = build.error ?? edit.error ?? remove.error
  const add = (
    <Button onClick={() => setForm({ edited: null })} disabled={!rights.canCreate}>
      {t('add')}
    </Button>
  )
  return (
    <div className="kpi-page">
      {failed !== null && <ProblemNote error={failed} />}
      {tree.nodes.length === 0 ? (
        <div className="empty">
          <p>{t(tree.usableTargets > 0 ? 'empty' : 'emptyWithoutTargets')}</p>
          <div className="plan-actions">
            {tree.usableTargets > 0 && rights.canCreate && (
              <Button type="primary" loading={build.isPending} onClick={() => build.mutate()}>
                {t('build')}
              </Button>
            )}
            {add}
          </div>
        </div>
      ) : (
        <>
          <div className="page-head">
            <span className="figure-note">{t('asOf', { day: tree.through })}</span>
            <span className="spacer" />
            {add}
          </div>
          <KpiPicture tree={tree} chosen={chosen} onChoose={setChosen} />
          <details className="kpi-behind">
            <summary>{t('showTable')}</summary>
            <KpiTable tree={tree} onChoose={setChosen} />
          </details>
        </>
      )}
      {node !== undefined && (
        <KpiDetails
          planId={planId}
          tree={tree}
          node={node}
          onEdit={rights.lockOf('name') === null ? () => edit.mutate(node.id) : null}
          onDelete={rights.canDelete ? () => remove.mutate(node.id) : null}
          onClose={() => setChosen(null)}
        />
      )}
      {form !== null && (
        <KpiForm planId={planId} tree={tree} edited={form.edited} onClose={() => setForm(null)} />
      )}
    </div>
  )
}
