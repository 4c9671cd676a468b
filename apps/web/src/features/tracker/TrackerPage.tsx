import { delayOf } from '@yingce/domain/plan/delay'
import { DEFAULT_POLICY } from '@yingce/domain/objective/status-policy'
import { phaseShares } from '@yingce/domain/objective/target-pace'
import type { PhaseValues, TaskValues } from '@yingce/domain/records/entities'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/use-session.ts'
import { DEFAULT_VIEW, type GridView } from '../../ui/grid/model/grid-view.ts'
import type { CellValue, GridColumn, GridGroup, GridRow } from '../../ui/grid/grid-types.ts'
import { usePlan } from '../plan/use-plan.ts'
import { RecordGrid } from '../record/RecordGrid.tsx'
import { useRecordStore } from '../record/store/use-record-store.ts'
import { useGridAddress } from '../record/use-grid-address.ts'
import { reachedFace } from './reached-face.ts'
import { useStaleMarks } from './use-stale-marks.ts'
import '../record/record.css'

/** The master tracker's columns first, then what the other sheets add. */
const FIELDS = [
  'name',
  'owner',
  'plannedStart',
  'plannedEnd',
  'actualStart',
  'actualEnd',
  'budget',
  'spent',
  'progress',
  'status',
  'kpi',
  'reached',
  'issue',
  'solution',
  'remark',
  'coreObjective',
  'strategy',
  'description',
  'standard',
  'resources',
  'riskPlan',
  'dependency',
  'dayBasis',
  'isMilestone',
  'weight',
  'baselineStart',
  'baselineEnd',
] as const

const TRACKER_VIEW: GridView = {
  ...DEFAULT_VIEW,
  hidden: [
    'strategy',
    'description',
    'standard',
    'resources',
    'riskPlan',
    'dependency',
    'dayBasis',
    'isMilestone',
    'weight',
    'baselineStart',
    'baselineEnd',
  ],
}
const WIDTHS = { name: 220, kpi: 180, reached: 104, remark: 200 }

/** Progress of a group: by task weight, tasks without a hand value count by whether they are done (docs/domain/progress.md). */
function weightedProgress(rows: readonly GridRow[]): CellValue {
  let weights = 0
  let sum = 0
  for (const row of rows) {
    if (row.values['status'] === 'cancelled') continue
    const weight = typeof row.values['weight'] === 'number' ? row.values['weight'] : 1
    const progress =
      typeof row.values['progress'] === 'number'
        ? row.values['progress']
        : row.values['status'] === 'done'
          ? 1
          : 0
    weights += weight
    sum += weight * progress
  }
  return weights === 0 ? null : sum / weights
}

/** The live master tracker, grouped by phase. */
export function TrackerPage() {
  const { t } = useTranslation('record')
  const plan = usePlan()
  const { workspace } = useSession()
  const today = workspace?.today ?? ''
  const policy = workspace?.statusPolicy ?? DEFAULT_POLICY
  const address = useGridAddress(TRACKER_VIEW)
  const phases = useRecordStore(plan.id, 'phase')
  const marks = useStaleMarks(plan.id)
  const groups = useMemo(
    (): GridGroup[] =>
      // Without the phase's goal: a longer title would lie over the totals.
      phases.records.map((phase) => ({ id: phase.id, title: String(phase.values['name']) })),
    [phases.records],
  )
  const pace = useMemo(
    () => ({
      start: plan.periodStart,
      end: plan.periodEnd,
      phases: phaseShares(phases.records.map(({ values }) => values as unknown as PhaseValues)),
      policy,
    }),
    [plan.periodStart, plan.periodEnd, phases.records, policy],
  )
  const refine = useCallback(
    (columns: GridColumn[]): GridColumn[] => {
      const delay: GridColumn = {
        field: 'delay',
        title: t('fields:task.delay'),
        kind: 'number',
        width: 88,
        readOnly: t('derived.delay'),
        hint: t('derived.delay'),
        derive: (row) => delayOf(row.values as unknown as TaskValues, today)?.days ?? null,
        face: (value) =>
          typeof value === 'number' ? { text: t('days', { count: value }), tone: 'bad' } : null,
      }
      return columns.flatMap((column) => {
        if (column.field === 'progress')
          return [{ ...column, look: 'progress' as const, total: weightedProgress }]
        if (column.field === 'plannedStart' || column.field === 'actualStart')
          return [{ ...column, total: 'min' as const }]
        if (column.field === 'plannedEnd') return [{ ...column, total: 'max' as const }]
        if (column.field === 'reached') return [{ ...column, face: reachedFace(today, pace) }]
        if (column.field === 'status') return [column, delay]
        return [column]
      })
    },
    [t, today, pace],
  )
  return (
    <section className="record-section tracker-page" aria-label={t('sheet.task')}>
      <RecordGrid
        planId={plan.id}
        entity="task"
        fields={FIELDS}
        label={t('sheet.task')}
        view={address.view}
        onViewChange={address.setView}
        openRecord={address.record}
        onOpenRecord={address.openRecord}
        period={{ start: plan.periodStart, end: plan.periodEnd }}
        groups={groups}
        refine={refine}
        widths={WIDTHS}
        marks={marks}
        empty={t('empty.task')}
      />
    </section>
  )
}
