import { discardImport, type ImportView } from '@yingce/contracts/import/import'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { PageLoading } from '../../ui/PageLoading.tsx'
import { PageError } from '../../ui/PageError.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { ImportSteps } from './ImportSteps.tsx'
import { ImportQuestions } from './ImportQuestions.tsx'
import { ImportResult } from './ImportResult.tsx'
import { ImportTarget } from './ImportTarget.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { ProblemList } from './ProblemList.tsx'
import { RowDifferences, useDecisions } from './RowDifferences.tsx'
import { SheetList } from './SheetList.tsx'
import { useImport } from './use-import.ts'
import './import.css'

/** Step 2: what each sheet was taken for, and what every row will become. */
export function ImportPreviewPage() {
  const { importId } = useParams({ from: '/signed-in/imports/$importId' })
  const { query, update, confirm } = useImport(importId)
  if (query.isPending) return <PageLoading />
  if (query.isError) return <PageError error={query.error} reset={() => void query.refetch()} />
  if (query.data.state !== 'draft') return <ImportResult view={query.data} />
  return <Draft view={query.data} update={update} confirm={confirm} />
}

type Actions = Pick<ReturnType<typeof useImport>, 'update' | 'confirm'>

function Draft({ view, update, confirm }: { view: ImportView } & Actions) {
  const { t } = useTranslation('import')
  const navigate = useNavigate()
  const [sheet, setSheet] = useState(
    view.tables.find((table) => table.isIncluded)?.sheet ?? view.tables[0]?.sheet ?? '',
  )
  const [name, setName] = useState(view.suggestedPlanName)
  const decisions = useDecisions(view.comparison?.rows ?? [])
  const table = view.tables.find((candidate) => candidate.sheet === sheet) ?? view.tables[0]
  const included = view.tables.filter((candidate) => candidate.isIncluded)
  const rowCount = included.reduce((sum, candidate) => sum + candidate.rowCount, 0)
  const isMerge = view.planId !== null
  const isBlocked = view.questions.length > 0 || included.length === 0 || (!isMerge && name.trim() === '')
  const run = () => confirm.mutate(isMerge ? { decisions: decisions.body } : { planName: name.trim() })
  return (
    <div className="page">
      <ImportSteps step={2} />
      <div className="page-head">
        <h1>{view.fileName}</h1>
        <span className="figure-note">
          {t('summary', {
            sheets: included.length,
            rows: rowCount,
            problems: view.problems.filter((problem) => problem.severity !== 'info').length,
          })}
        </span>
        <span className="spacer" />
        <Button
          onClick={() => {
            // A draft that cannot be thrown away now is swept up by the server later.
            call(discardImport, { params: { importId: view.id } }).catch(() => undefined)
            void navigate({ to: '/imports/new', search: view.planId === null ? {} : { planId: view.planId } })
          }}
        >
          {t('shell:common.cancel')}
        </Button>
        <Button
          type="primary"
          onClick={run}
          loading={confirm.isPending}
          disabled={isBlocked || update.isPending}
        >
          {t(isMerge ? 'confirmMerge' : 'confirm')}
        </Button>
      </div>
      {confirm.isError && <ProblemNote error={confirm.error} />}
      {update.isError && <ProblemNote error={update.error} />}
      <div className="import-columns">
        <div className="stack">
          <SheetList
            view={view}
            selected={table?.sheet ?? ''}
            onSelect={setSheet}
            onChange={(body) => update.mutate(body)}
          />
          <ImportTarget view={view} onChange={(body) => update.mutate(body)} />
          {!isMerge && (
            <label className="card stacked-label">
              <span className="figure-label">{t('planName')}</span>
              <Input
                value={name}
                maxLength={120}
                onChange={(event) => setName(event.target.value)}
                {...(name.trim() === '' ? { status: 'error' as const } : {})}
              />
            </label>
          )}
          <p className="figure-note">{t('undoPromise')}</p>
        </div>
        <div className="stack" aria-busy={update.isPending}>
          <ImportQuestions
            view={view}
            isPending={update.isPending}
            onAnswer={(answers) => update.mutate({ answers })}
          />
          {view.comparison !== null && <RowDifferences comparison={view.comparison} decisions={decisions} />}
          {table !== undefined && (
            <PreviewTable view={view} table={table} onChange={(body) => update.mutate(body)} />
          )}
          <ProblemList problems={view.problems} />
        </div>
      </div>
    </div>
  )
}
