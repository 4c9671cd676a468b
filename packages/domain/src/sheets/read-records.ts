import type { DateContext } from '../calendar/date-reading.ts'
import { ENTITIES } from '../records/entities.ts'
import type { FieldSpec } from '../records/field.ts'
import { withContinuations } from './continuation-rows.ts'
import { bareRatio } from './bare-ratio.ts'
import type { ImportRecord } from './import-table.ts'
import type { SheetLayout } from './layout.ts'
import { readRow } from './read-row.ts'
import type { OpenDate, ReadColumn } from './row-reader.ts'
import type { SheetProblem } from './sheet-problem.ts'
import { cellAddress } from './cell-address.ts'
import { derivedStatus } from './status-words.ts'
import type { TableBody } from './table-body.ts'
import type { TableFrame } from './table-frames.ts'
import type { MappedColumn } from './table-mapping.ts'

const RESERVE = /应急|备用|储备|预备金|预备费|机动|不可预见|reserve|contingency/iu

/** What the row implies without a cell of its own: T1's state (docs/domain/sheets.md), a reserve line. */
function withImplied(record: ImportRecord): ImportRecord {
  const { values } = record
  if (record.entity === 'task' && !('status' in values) && ('actualEnd' in values || 'progress' in values)) {
    return { ...record, values: { ...values, status: derivedStatus(values) }, derived: ['status'] }
  }
  if (record.entity === 'budget_line') {
    return {
      ...record,
      values: { ...values, isReserve: RESERVE.test(`${values['name'] ?? ''} ${values['category'] ?? ''}`) },
      derived: ['isReserve'],
    }
  }
  return record
}

export interface RecordReading {
  readonly records: readonly ImportRecord[]
  readonly problems: readonly SheetProblem[]
  /** Cells whose date waits for an answer, by what it waits for. */
  readonly open: ReadonlyMap<OpenDate, readonly string[]>
}

/** Read the record rows of a team sheet. */
export function readRecords(
  frame: TableFrame,
  layout: SheetLayout,
  columns: readonly MappedColumn[],
  body: TableBody,
  context: {
    readonly dates: DateContext
    readonly fillDown: readonly number[]
    /** Record row by each row that goes on with it. */
    readonly continued: ReadonlyMap<number, number>
  },
): RecordReading {
  const problems: SheetProblem[] = []
  const open = new Map<OpenDate, string[]>()
  const said = new Set<string>()
  const report = (problem: SheetProblem): void => {
    const key = `${problem.cell} ${problem.code}`
    if (said.has(key)) return
    said.add(key)
    problems.push(problem)
  }
  const fields = ENTITIES[layout.entity] as Readonly<Record<string, FieldSpec>>
  const reading: ReadColumn[] = columns.map((mapped) => {
    const { index, header, column } = mapped
    if (column.reads !== undefined || fields[column.field]?.kind !== 'ratio')
      return { index, header, column, bareRatio: 0 }
    const { power, isAssumed } = bareRatio(frame.grid, mapped, columns, body.rows, frame.sheet.numberFormats)
    if (isAssumed)
      report({
        sheet: frame.sheet.name,
        cell: cellAddress(frame.header?.bottom ?? 1, index),
        code: 'percent_assumed',
        severity: 'info',
        params: { header: header.written, reading: power === -2 ? 'percent' : 'ratio' },
      })
    return { index, header, column, bareRatio: power }
  })
  const reader = {
    sheet: frame.sheet,
    grid: frame.grid,
    layout,
    columns: reading,
    headerRow: frame.header?.bottom ?? 0,
    dates: context.dates,
    fillDown: context.fillDown,
    report,
    askFor: (question: OpenDate, cell: string) => {
      const cells = open.get(question)
      if (cells === undefined) open.set(question, [cell])
      else cells.push(cell)
    },
  }
  const further = Map.groupBy(context.continued.keys(), (row) => context.continued.get(row))
  const records = body.rows.map((row) => {
    const record = readRow(reader, row, body.sections.get(row) ?? frame.facts.phaseName)
    return withImplied(withContinuations(record, further.get(row) ?? [], frame.grid, columns, fields))
  })
  return { records, problems, open }
}
