import { StrictMode, useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { GridChange, GridRow, NewGridRow } from '../grid-types.ts'
import { DEFAULT_VIEW, type GridView } from '../model/grid-view.ts'
import { TrackerGrid } from '../view/TrackerGrid.tsx'
import './harness-window.ts'
import { COLUMNS, GROUPS, sampleRows, TODAY } from './sample-rows.ts'

const query = new URLSearchParams(location.search)
const count = Number(query.get('rows') ?? '10000')

function changed(
  rows: readonly GridRow[],
  changes: readonly Pick<GridChange, 'rowId' | 'field' | 'value' | 'unread'>[],
): readonly GridRow[] {
  const byRow = Map.groupBy(changes, (change) => change.rowId)
  return rows.map((row) => {
    const own = byRow.get(row.id)
    if (own === undefined) return row
    const unread: Record<string, string> = { ...row.unread }
    for (const { field, unread: text } of own) {
      if (text === null) delete unread[field]
      else unread[field] = text
    }
    return {
      ...row,
      version: row.version + 1,
      unread,
      values: { ...row.values, ...Object.fromEntries(own.map((change) => [change.field, change.value])) },
    }
  })
}

function Harness(): ReactNode {
  const [rows, setRows] = useState(() => sampleRows(count))
  const [view, setView] = useState<GridView>({
    ...DEFAULT_VIEW,
    frozen: Number(query.get('frozen') ?? '1'),
    grouped: query.get('grouped') !== '0',
  })
  const [nextId, setNextId] = useState({ value: 1 })
  window.harness ??= { commits: [], rows: () => [], remote: () => undefined, view: () => view }
  window.harness.rows = () => rows
  window.harness.view = () => view
  window.harness.remote = (rowId, field, value) =>
    setRows((now) => changed(now, [{ rowId, field, value, unread: null }]))
  const insert = (fresh: readonly NewGridRow[]): readonly string[] => {
    const made = fresh.map((row, index): GridRow => ({
      id: `n${nextId.value + index}`,
      groupId: row.groupId,
      values: { isMilestone: false, status: 'not_started', ...row.values },
      unread: row.unread,
      version: 1,
    }))
    setNextId({ value: nextId.value + made.length })
    setRows((now) => {
      const next = [...now]
      for (const [index, row] of made.entries()) {
        const { afterRowId = null, beforeRowId = null } = fresh[index] ?? {}
        const sameBefore = fresh
          .slice(0, index)
          .filter((other) => other.afterRowId === afterRowId && other.beforeRowId === beforeRowId).length
        const at = next.findIndex((other) => other.id === (afterRowId ?? beforeRowId))
        if (at < 0) next.push(row)
        else next.splice(afterRowId === null ? at : at + 1 + sameBefore, 0, row)
      }
      return next
    })
    return made.map((row) => row.id)
  }
  return (
    <TrackerGrid
      columns={COLUMNS}
      rows={rows}
      groups={GROUPS}
      view={view}
      onViewChange={setView}
      locale={query.get('lang') === 'en' ? 'en' : 'zh-CN'}
      label="跟踪表"
      today={TODAY}
      year={2026}
      onCommit={(changes, reason) => {
        window.harness.commits.push({ changes, reason })
        setRows((now) => changed(now, changes))
      }}
      onInsertRows={insert}
      onDeleteRows={(ids) => setRows((now) => now.filter((row) => !ids.includes(row.id)))}
      dayInfo={(date) => ({ off: [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()) })}
      {...(query.get('readonly') === '1' ? { readOnly: '只读：您没有编辑权限' } : {})}
      presence={
        query.get('presence') === '1' ? [{ rowId: 'r3', field: 'owner', name: '王强', color: '#7a3e9d' }] : []
      }
    />
  )
}

if (query.get('dark') === '1') document.documentElement.classList.add('dark')
const root = document.getElementById('root')
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Harness />
    </StrictMode>,
  )
