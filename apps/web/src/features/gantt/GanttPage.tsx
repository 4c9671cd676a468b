import { createDependency, deleteDependency, listDependencies } from '@yingce/contracts/record/dependency'
import { diffDays, maxDate, minDate } from '@yingce/domain/calendar/date-arithmetic'
import { CN_WORK_CALENDAR } from '@yingce/domain/calendar/work-calendar'
import { delayOf } from '@yingce/domain/plan/delay'
import type { TaskValues } from '@yingce/domain/records/entities'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useAnnouncePresence } from '../../api/use-presence.ts'
import { useSession } from '../../api/use-session.ts'
import { currentLocale } from '../../i18n.ts'
import { Gantt } from '../../ui/gantt/Gantt.tsx'
import { ganttCalendar } from '../../ui/gantt/gantt-calendar.ts'
import type { GanttChange, GanttLink, GanttPhase, GanttTask, ZoomLevel } from '../../ui/gantt/gantt-types.ts'
import { ganttLabelsEn } from '../../ui/gantt/labels/labels-en.ts'
import { ganttLabelsZh } from '../../ui/gantt/labels/labels-zh.ts'
import { problemLine } from '../../ui/problem-text.ts'
import { ConflictDialog } from '../record/ConflictDialog.tsx'
import { RecordDrawer } from '../record/RecordDrawer.tsx'
import type { AnyRecord } from '../record/store/local-edit.ts'
import { useRecordStore } from '../record/store/use-record-store.ts'
import { useRecordRights } from '../record/use-record-rights.ts'
import { usePlan } from '../plan/use-plan.ts'
import { useUndoKeys } from './use-undo-keys.ts'
import './gantt-page.css'

const ZOOMS: readonly ZoomLevel[] = ['day', 'week', 'month', 'quarter']

const drawn = new WeakMap<AnyRecord, { today: string; task: GanttTask }>()

/** The record as a bar; the same object for the same record, so that unchanged bars keep what was computed for them. */
function taskOf(record: AnyRecord, today: string): GanttTask {
  const known = drawn.get(record)
  if (known?.today === today) return known.task
  const task = newTaskOf(record, today)
  drawn.set(record, { today, task })
  return task
}

function newTaskOf(record: AnyRecord, today: string): GanttTask {
  const values = record.values as unknown as TaskValues
  return {
    id: record.id,
    phaseId: values.phaseId,
    name: values.name,
    owner: values.owner,
    status: values.status,
    plannedStart: values.plannedStart,
    plannedEnd: values.plannedEnd,
    actualStart: values.actualStart,
    actualEnd: values.actualEnd,
    baselineStart: values.baselineStart,
    baselineEnd: values.baselineEnd,
    progress: values.progress,
    isMilestone: values.isMilestone,
    delayedDays: delayOf(values, today)?.days ?? null,
    unscheduledReason: record.unread['plannedStart'] ?? record.unread['plannedEnd'] ?? null,
  }
}

function phaseOf(record: AnyRecord): GanttPhase {
  return {
    id: record.id,
    name: String(record.values['name']),
    start: (record.values['startDate'] as string | null) ?? null,
    end: (record.values['endDate'] as string | null) ?? null,
    progress: null,
  }
}

/** The plan on a time axis: the same tasks as the tracker, with the same undo. */
export function GanttPage() {
  const { t } = useTranslation('record')
  const plan = usePlan()
  const today = useSession().workspace?.today ?? ''
  const search = useSearch({ from: '/signed-in/plans/$planId/gantt' })
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const rights = useRecordRights('task')
  const tasks = useRecordStore(plan.id, 'task')
  const phases = useRecordStore(plan.id, 'phase')
  const linkKey = ['plan', plan.id, 'dependencies']
  const links = useQuery({
    queryKey: linkKey,
    queryFn: ({ signal }) => call(listDependencies, { params: { planId: plan.id }, signal }),
  })
  const locale = currentLocale()
  const calendar = useMemo(() => ganttCalendar(CN_WORK_CALENDAR, locale), [locale])
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  useAnnouncePresence(plan.id, 'gantt', search.record ?? null, null)
  useUndoKeys(tasks.undo, tasks.store)

  const fail = useCallback(
    (error: unknown) => {
      void message.error(problemLine(error))
    },
    [message],
  )
  useEffect(() => {
    if (tasks.error === null || tasks.records.length === 0) return
    fail(tasks.error)
    tasks.store.clearError()
  }, [tasks.error, tasks.records.length, tasks.store, fail])

  const ganttTasks = useMemo(
    () => tasks.records.map((record) => taskOf(record, today)),
    [tasks.records, today],
  )
  const ganttPhases = useMemo(() => phases.records.map(phaseOf), [phases.records])
  const ganttLinks = useMemo(
    (): GanttLink[] =>
      (links.data?.items ?? []).map((link) => ({
        id: link.id,
        from: link.fromTaskId,
        to: link.toTaskId,
        type: link.type,
        lagDays: link.lagDays,
      })),
    [links.data],
  )
  const lock = rights.lockOf('plannedStart')
  const zoom = ZOOMS.find((level) => level === search.zoom) ?? fittingZoom(ganttTasks)
  const open = (record: string | null) =>
    void navigate({
      to: '.',
      search: (previous: Record<string, unknown>) => ({ ...previous, record: record ?? undefined }) as never,
    })

  const commit = (changes: GanttChange[], reason: string) => {
    for (const [kind, store] of [
      ['task', tasks.store],
      ['phase', phases.store],
    ] as const) {
      const own = changes.filter((change) => change.kind === kind)
      store.edit(
        own.flatMap((change) => {
          const record = store.get(change.id)
          return record === undefined
            ? []
            : [
                {
                  id: change.id,
                  values: fieldsOf(change.values, kind),
                  unread: {},
                  baseVersion: record.version,
                  isOverwriting: false,
                },
              ]
        }),
      )
    }
    tasks.undo.push({
      label: t(`ganttStep.${reason}`, { count: changes.length, defaultValue: reason }),
      inserted: [],
      deleted: [],
      changes: changes
        .filter((change) => change.kind === 'task')
        .flatMap((change) =>
          Object.entries(change.values).map(([field, value]) => ({
            rowId: change.id,
            field,
            before: (change.before as Record<string, string | number | null>)[field] ?? null,
            after: value ?? null,
            unreadBefore: null,
            unreadAfter: null,
          })),
        ),
    })
  }
  const refreshLinks = () => void client.invalidateQueries({ queryKey: linkKey })
  const firstConflict = [...tasks.conflicts.keys()][0]
  return (
    <div className="gantt-page">
      <Gantt
        phases={ganttPhases}
        tasks={ganttTasks}
        links={ganttLinks}
        calendar={calendar}
        today={today}
        planStart={plan.periodStart}
        zoom={zoom}
        onZoomChange={(next) =>
          void navigate({
            to: '.',
            replace: true,
            search: (previous: Record<string, unknown>) => ({ ...previous, zoom: next }) as never,
          })
        }
        collapsed={collapsed}
        onCollapsedChange={setCollapsed}
        onCommit={commit}
        onOpenTask={open}
        exportName={plan.name}
        labels={locale === 'en' ? ganttLabelsEn : ganttLabelsZh}
        readOnlyReason={lock}
        {...(lock === null
          ? {
              onLinkCreate: (link: Omit<GanttLink, 'id'>) =>
                void call(createDependency, {
                  params: { planId: plan.id },
                  body: { fromTaskId: link.from, toTaskId: link.to, type: link.type, lagDays: link.lagDays },
                }).then(refreshLinks, fail),
              onLinkDelete: (id: string) =>
                void call(deleteDependency, { params: { planId: plan.id, dependencyId: id } }).then(
                  refreshLinks,
                  fail,
                ),
            }
          : {})}
      />
      {search.record !== undefined && (
        <RecordDrawer
          planId={plan.id}
          entity="task"
          store={tasks.store}
          recordId={search.record}
          onClose={() => open(null)}
        />
      )}
      {firstConflict !== undefined && (
        <ConflictDialog
          entity="task"
          conflict={tasks.conflicts.get(firstConflict) ?? null}
          name={String(tasks.store.get(firstConflict)?.values['name'] ?? '')}
          onSettle={(choices) => tasks.store.settle(firstConflict, choices)}
          onLater={() => tasks.store.settle(firstConflict, {})}
        />
      )}
    </div>
  )
}

/** Scale on which most of the plan is in view when the page opens. */
function fittingZoom(tasks: readonly GanttTask[]): ZoomLevel {
  const start = minDate(tasks.map((task) => task.plannedStart))
  const end = maxDate(tasks.map((task) => task.plannedEnd))
  const days = start === null || end === null ? 0 : diffDays(start, end)
  return days <= 45 ? 'day' : days <= 200 ? 'week' : 'month'
}

/** A phase keeps its dates under other names than a task. */
function fieldsOf(values: GanttChange['values'], kind: 'task' | 'phase'): Record<string, unknown> {
  if (kind === 'task') return { ...values }
  return {
    ...('plannedStart' in values ? { startDate: values.plannedStart } : {}),
    ...('plannedEnd' in values ? { endDate: values.plannedEnd } : {}),
  }
}
