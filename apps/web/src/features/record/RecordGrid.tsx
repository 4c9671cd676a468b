import type { Entity } from '@yingce/domain/records/entities'
import { CN_WORK_CALENDAR, dayDetail } from '@yingce/domain/calendar/work-calendar'
import { useQuery } from '@tanstack/react-query'
import { listMembers } from '@yingce/contracts/workspace/member'
import { App } from 'antd'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useSession } from '../../api/use-session.ts'
import { useAnnouncePresence, usePresence } from '../../api/use-presence.ts'
import { currentLocale } from '../../i18n.ts'
import type { GridColumn, GridGroup, GridPresence, NewGridRow } from '../../ui/grid/grid-types.ts'
import type { GridView } from '../../ui/grid/model/grid-view.ts'
import { TrackerGrid } from '../../ui/grid/view/TrackerGrid.tsx'
import { problemLine, problemText } from '../../ui/problem-text.ts'
import { BindButton } from './binding/BindButton.tsx'
import { asBoundEntity, useBoundMarks } from './binding/use-bound-marks.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { editsOf, gridRow, type CellMarks } from './grid-rows.ts'
import { gridColumns } from './grid-columns.ts'
import { RecordDrawer } from './RecordDrawer.tsx'
import { type AnyRecord, positionsBetween } from './store/local-edit.ts'
import { useRecordStore } from './store/use-record-store.ts'
import { useRecordRights } from './use-record-rights.ts'

interface RecordGridProps {
  planId: string
  entity: Entity
  /** Shown fields in order. */
  fields: readonly string[]
  label: string
  view: GridView
  onViewChange: (view: GridView) => void
  /** Record named in the address: its drawer is open. */
  openRecord: string | null
  onOpenRecord: (id: string | null) => void
  /** Period of the plan: dates typed without a year, or as 第5周周一, are read in it. */
  period: { start: string | null; end: string | null }
  groups?: readonly GridGroup[]
  /** Last touch to the columns: derived ones, faces, totals. */
  refine?: (columns: GridColumn[]) => GridColumn[]
  widths?: Readonly<Record<string, number>>
  toolbar?: ReactNode
  /** What can be done with one record: shown beside the grid for the row that has the cursor, and in its drawer. */
  actionsOf?: (record: AnyRecord) => ReactNode
  /** Remarks on cells by record id. */
  marks?: ReadonlyMap<string, CellMarks>
  empty: ReactNode
}

const PRESENCE_COLORS = ['#0958d9', '#ad4e00', '#237804', '#7a3db8', '#a8071a']

/** Days off for the month panel of date cells. */
function dayInfo(date: string) {
  const day = dayDetail(date, CN_WORK_CALENDAR)
  const name = currentLocale() === 'en' ? day.nameEn : day.name
  return { off: !day.isWorking, ...(name === null ? {} : { label: name }) }
}

/** One entity of a plan as a grid: live, with history, conflicts shown to the person who meets them. */
export function RecordGrid(props: RecordGridProps) {
  const { planId, entity, fields, groups, refine, widths, openRecord, onOpenRecord } = props
  const { t } = useTranslation('record')
  const { message } = App.useApp()
  const session = useSession()
  const rights = useRecordRights(entity)
  const { store, undo, records, conflicts, error, isLoading, pendingCount } = useRecordStore(planId, entity)
  const members = useQuery({ queryKey: ['members'], queryFn: ({ signal }) => call(listMembers, { signal }) })
  const marks = useBoundMarks(planId, entity, props.marks)
  const boundEntity = asBoundEntity(entity)
  const [active, setActive] = useState<{ rowId: string; field: string } | null>(null)
  const [conflictId, setConflictId] = useState<string | null>(null)
  useAnnouncePresence(planId, entity, active?.rowId ?? null, active?.field ?? null)

  const owners = useMemo(() => {
    const names = new Set((members.data?.items ?? []).map((member) => member.name))
    for (const record of records)
      if (typeof record.values['owner'] === 'string') names.add(record.values['owner'])
    return [...names].slice(0, 300)
  }, [members.data, records])
  const columns = useMemo(() => {
    const made = gridColumns(entity, fields, {
      lockOf: rights.lockOf,
      suggestions: { owner: owners },
      ...(widths === undefined ? {} : { widths }),
    })
    return refine === undefined ? made : refine(made)
  }, [entity, fields, rights, owners, widths, refine])
  const rows = useMemo(
    () =>
      records.map((record) =>
        gridRow(record, conflicts.get(record.id), t('conflict.mark'), marks?.get(record.id)),
      ),
    [records, conflicts, t, marks],
  )
  const others = usePresence(planId)
  const presence = useMemo((): GridPresence[] => {
    const people = others.filter(
      (person) => person.view === entity && person.recordId !== null && person.field !== null,
    )
    return people.map((person, index) => ({
      rowId: person.recordId ?? '',
      field: person.field ?? '',
      name: person.name,
      color: PRESENCE_COLORS[index % PRESENCE_COLORS.length] ?? '',
    }))
  }, [others, entity])

  const fail = useCallback(
    (cause: unknown) => {
      const { requestId } = problemText(cause)
      void message.error(`${problemLine(cause)}${requestId === null ? '' : ` (${requestId})`}`)
    },
    [message],
  )
  useEffect(() => {
    if (error === null || records.length === 0) return
    fail(error)
    store.clearError()
  }, [error, records.length, fail, store])
  useEffect(() => {
    const first = conflicts.keys().next().value
    if (first !== undefined) setConflictId((current) => current ?? first)
  }, [conflicts])

  const insert = async (wanted: readonly NewGridRow[]): Promise<readonly string[]> => {
    const ids = wanted.map(() => crypto.randomUUID())
    const runs = positionsFor(wanted, store.snapshot().records)
    await store
      .create(
        wanted.map((row, index) => ({
          id: ids[index] ?? '',
          position: runs[index] ?? 0,
          unread: { ...row.unread },
          values: {
            ...namedIfNeeded(entity, row.values, t('unnamed')),
            ...(entity !== 'phase' && 'phaseId' in row.values === false && row.groupId !== null
              ? { phaseId: row.groupId }
              : {}),
          },
        })),
      )
      .catch((cause: unknown) => {
        fail(cause)
        throw cause
      })
    return ids
  }
  const activeRecord = active === null ? undefined : store.get(active.rowId)
  const today = session.workspace?.today ?? ''
  return (
    <>
      <TrackerGrid
        columns={columns}
        rows={rows}
        view={props.view}
        onViewChange={props.onViewChange}
        locale={currentLocale()}
        label={props.label}
        labels={{ newRow: t(`newRow.${entity}`) }}
        today={today}
        year={Number((props.period.start ?? today).slice(0, 4))}
        {...(props.period.start === null ? {} : { planStart: props.period.start })}
        {...(props.period.start === null || props.period.end === null
          ? {}
          : { period: { from: props.period.start, to: props.period.end } })}
        undoStack={undo}
        presence={presence}
        loading={isLoading}
        empty={props.empty}
        dayInfo={dayInfo}
        {...(groups === undefined ? {} : { groups })}
        {...(rights.canCreate ? { onInsertRows: insert } : {})}
        {...(rights.canDelete
          ? { onDeleteRows: (ids: readonly string[]) => void store.remove(ids).catch(fail) }
          : {})}
        onCommit={(changes) => store.edit(editsOf(changes))}
        onMarkOpen={(rowId) => conflicts.has(rowId) && setConflictId(rowId)}
        onActiveChange={setActive}
        toolbar={
          <>
            {props.toolbar}
            {boundEntity !== null && <BindButton planId={planId} entity={boundEntity} records={records} />}
            <button
              type="button"
              className="link-button"
              disabled={active === null}
              onClick={() => active !== null && onOpenRecord(active.rowId)}
            >
              {t('open')}
            </button>
            {activeRecord !== undefined && props.actionsOf?.(activeRecord)}
            {pendingCount > 0 && (
              <span className="figure-note" role="status">
                {t('saving', { count: pendingCount })}
              </span>
            )}
          </>
        }
      />
      {openRecord !== null && (
        <RecordDrawer
          planId={planId}
          entity={entity}
          store={store}
          recordId={openRecord}
          {...(props.actionsOf === undefined ? {} : { actionsOf: props.actionsOf })}
          onClose={() => onOpenRecord(null)}
        />
      )}
      {conflictId !== null && conflicts.has(conflictId) && (
        <ConflictDialog
          entity={entity}
          conflict={conflicts.get(conflictId) ?? null}
          name={String(store.get(conflictId)?.values['name'] ?? '')}
          onSettle={(choices) => {
            store.settle(conflictId, choices)
            setConflictId(null)
          }}
          onLater={() => setConflictId(null)}
        />
      )}
    </>
  )
}

/** A task made by typing a date first needs a name; it can be typed over. */
function namedIfNeeded(
  entity: Entity,
  values: Readonly<Record<string, unknown>>,
  unnamed: string,
): Record<string, unknown> {
  const field = REQUIRED_TEXT[entity]
  if (field === undefined) return { ...values }
  const given = values[field]
  return { ...values, [field]: typeof given === 'string' && given.trim() !== '' ? given : unnamed }
}

const REQUIRED_TEXT: Partial<Record<Entity, string>> = {
  phase: 'name',
  task: 'name',
  execution_step: 'name',
  channel_effect: 'channel',
  allocation: 'strategy',
  effect_review: 'strategy',
  target: 'indicator',
  budget_line: 'name',
  risk: 'name',
  effect_evaluation: 'metric',
  metric_fact: 'channel',
  issue: 'name',
  adjustment: 'name',
  competitor_event: 'name',
  root_cause: 'name',
  meeting: 'name',
  kpi_node: 'name',
}

function positionsFor(
  wanted: readonly NewGridRow[],
  records: readonly { id: string; position: number }[],
): number[] {
  const positions: number[] = []
  let index = 0
  while (index < wanted.length) {
    const { afterRowId = null, beforeRowId = null } = wanted[index] ?? {}
    let end = index + 1
    while (wanted[end]?.afterRowId === afterRowId && wanted[end]?.beforeRowId === beforeRowId) end += 1
    const indexOf = (id: string): number => records.findIndex((record) => record.id === id)
    const at =
      afterRowId !== null
        ? indexOf(afterRowId)
        : beforeRowId !== null
          ? indexOf(beforeRowId) - 1
          : records.length - 1
    positions.push(
      ...positionsBetween(records[at]?.position ?? null, records[at + 1]?.position ?? null, end - index),
    )
    index = end
  }
  return positions
}
