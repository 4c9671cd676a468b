import type { DateContext } from '../calendar/date-reading.ts'
import { maxDate, minDate } from '../calendar/date-arithmetic.ts'
import { CN_WORK_CALENDAR } from '../calendar/work-calendar.ts'
import { ENTITIES } from '../records/entities.ts'
import type { FieldSpec } from '../records/field.ts'
import { cellAddress } from './cell-address.ts'
import { columnFigures } from './column-figures.ts'
import { continuationRows } from './continuation-rows.ts'
import { durationNotices } from './duration-notices.ts'
import type { ImportPeriod, ImportRecord, ImportTable, TableColumn } from './import-table.ts'
import type { SheetLayout } from './layout.ts'
import type { HeaderMatch } from './match-header.ts'
import { readRecords } from './read-records.ts'
import { recordTotals } from './record-totals.ts'
import type { OpenDate } from './row-reader.ts'
import type { SheetProblem } from './sheet-problem.ts'
import { tableBody } from './table-body.ts'
import type { TableFrame } from './table-frames.ts'
import { headerFingerprint, mapColumns, type MappedColumn, type SheetMapping } from './table-mapping.ts'
import { withUnitOfTitle } from './title-unit.ts'
import { checkTotals } from './total-checks.ts'

/** What reading a table needs to know of the whole workbook. */
export interface TableContext {
  readonly dates: DateContext
  /** The file format has no merges: blank group cells take the cell above. */
  readonly isMergeless: boolean
  readonly includeHiddenRows: boolean
}

export interface TableReading {
  readonly table: ImportTable
  /** Cells whose date waits for an answer. */
  readonly open: ReadonlyMap<OpenDate, readonly string[]>
}

/** Earliest and latest day among the dates of the records. */
function periodOfRecords(records: readonly ImportRecord[]): ImportPeriod | null {
  const days = records.flatMap(({ entity, values }) => {
    const fields = ENTITIES[entity] as Readonly<Record<string, FieldSpec>>
    return Object.entries(values).flatMap(([field, value]) =>
      fields[field]?.kind === 'date' && typeof value === 'string' ? [value] : [],
    )
  })
  const from = minDate(days)
  const to = maxDate(days)
  return from === null || to === null ? null : { from, to }
}

/** Does the column hold figures, so that a sum says something? Dates written as 7.1 do not add up. */
function isFigure(spec: FieldSpec | undefined, { column }: MappedColumn): boolean {
  if (column.reads !== undefined) return column.reads.as === 'duration'
  return ['money', 'count', 'number', 'ratio'].includes(spec?.kind ?? '')
}

function describeColumns(
  frame: TableFrame,
  mapped: readonly MappedColumn[],
  rows: readonly number[],
  fields: Readonly<Record<string, FieldSpec>>,
): TableColumn[] {
  return (frame.header?.headers ?? []).flatMap((header, position): TableColumn[] => {
    const index = position + 1
    const column = mapped.find((candidate) => candidate.index === index)
    if (header === null && column === undefined) return []
    const isIgnored = column?.column.reads?.as === 'ignored'
    return [
      {
        index,
        header: header?.written ?? '',
        field: column === undefined || isIgnored ? null : column.column.field,
        match: column?.match ?? null,
        confidence: column?.confidence ?? 0,
        scale: 0,
        ...columnFigures(frame.grid, index, header, rows),
        ...(column === undefined || isFigure(fields[column.column.field], column) ? {} : { sum: null }),
      },
    ]
  })
}

/** Read a table that fits one of the team sheets: its rows become records. */
export function recognizeTeamTable(
  given: TableFrame,
  layout: SheetLayout,
  matches: readonly (HeaderMatch | null)[],
  mapping: SheetMapping,
  context: TableContext,
): TableReading {
  const { sheet, facts } = given
  // Only an execution detail is about one phase; another title may mention one in passing.
  const named = layout.kind === 'execution-detail' ? facts.namedPhase : null
  const frame = { ...given, facts: { ...facts, phaseName: facts.phaseName ?? named } }
  if (frame.header === null) throw new Error('a team sheet has a header')
  const fields = ENTITIES[layout.entity] as Readonly<Record<string, FieldSpec>>
  const chosen = mapColumns(frame.header, layout, matches, mapping.columns)
  const header = withUnitOfTitle(frame.header, chosen, fields, frame.facts.moneyUnit)
  const mapped = mapColumns(header, layout, matches, mapping.columns)
  const fillDown = context.isMergeless
    ? mapped.filter(({ column }) => column.groups).map(({ index }) => index)
    : []
  const additive = mapped
    .filter(
      ({ column }) =>
        column.reads === undefined &&
        ['money', 'count'].includes(fields[column.field]?.kind ?? '') &&
        !column.field.startsWith('stated'),
    )
    .map(({ index }) => index)
  const identity = mapped.find(({ column }) => column.field === layout.identity)?.index ?? null
  const recordId = mapped.find(({ column }) => column.reads?.as === 'recordId')?.index ?? null
  const found = tableBody(frame.grid, header, frame.lastRow, { identity, additive, fillDown, recordId })
  const hiddenRows = new Set(context.includeHiddenRows ? [] : sheet.hiddenRows)
  const isHidden = (row: number): boolean => hiddenRows.has(row)
  const visible = identity === null ? [] : found.rows.filter((row) => !isHidden(row))
  const naming = mapped.find(({ index }) => index === identity)
  const continued = continuationRows(frame.grid, mapped, fields, naming, visible)
  const body = { ...found, rows: visible.filter((row) => !continued.has(row)) }
  const hidden = found.rows.filter(isHidden)
  const reading = readRecords(frame, layout, mapped, body, { dates: context.dates, fillDown, continued })
  const columns = describeColumns({ ...frame, header }, mapped, body.rows, fields)
  const checks = checkTotals(frame.grid, header.headers, found.excluded, additive, body.rows)
  const durationIndex = mapped.find(({ column }) => column.reads?.as === 'duration')?.index ?? null
  const problems: SheetProblem[] = [
    ...mapped
      .filter(({ match }) => match === 'fuzzy')
      .map(({ index, header: text, column }): SheetProblem => ({
        sheet: sheet.name,
        cell: cellAddress(header.bottom, index),
        code: 'fuzzy_header',
        severity: 'info',
        params: { header: text.written, field: column.field },
      })),
    ...(hidden.length === 0
      ? []
      : [
          {
            sheet: sheet.name,
            cell: null,
            code: 'hidden_rows',
            severity: 'warning',
            params: { count: hidden.length },
          } as const,
        ]),
    ...found.excluded
      .filter(({ reason }) => reason === 'no_name')
      .map(({ row }): SheetProblem => ({
        sheet: sheet.name,
        cell: cellAddress(row, identity ?? 1),
        code: 'no_name',
        severity: 'error',
        params: { field: layout.identity },
      })),
    ...filledFromAbove(frame, mapped, fillDown, body.rows),
    ...checks
      .filter((check) => !check.agrees)
      .map((check): SheetProblem => ({
        sheet: sheet.name,
        cell: cellAddress(check.row, check.index),
        code: 'total_mismatch',
        severity: 'warning',
        params: {
          header: header.headers[check.index - 1]?.written ?? '',
          stated: check.stated,
          computed: check.computed,
        },
      })),
    ...reading.problems,
    ...(durationIndex === null || layout.kind === 'schedule'
      ? []
      : durationNotices(frame, durationIndex, reading.records, CN_WORK_CALENDAR)),
  ]
  const stated = frame.facts.period
  const table: ImportTable = {
    sheet: sheet.name,
    position: frame.position,
    isHidden: sheet.hidden,
    kind: layout.kind,
    preset: null,
    entity: layout.entity,
    isSelected: !sheet.hidden && reading.records.length > 0,
    title: frame.facts.title,
    headerRow: header.top,
    firstRow: header.bottom + 1,
    lastRow: frame.lastRow,
    headerFingerprint: headerFingerprint(header.headers),
    rows: body.rows.length,
    excluded: [
      ...found.excluded,
      ...hidden.map((row) => ({ row, reason: 'hidden_row' as const })),
      ...[...continued.keys()].map((row) => ({ row, reason: 'continuation' as const })),
    ].toSorted((a, b) => a.row - b.row),
    columns,
    period: stated ?? periodOfRecords(reading.records),
    isPeriodStated: stated !== null,
    phaseName: frame.facts.phaseName,
    totals: recordTotals(layout.entity, reading.records),
    totalChecks: checks,
    records: reading.records,
    problems,
  }
  return { table, open: reading.open }
}

/** One notice per column in which blanks took the cell above. */
function filledFromAbove(
  frame: TableFrame,
  mapped: readonly MappedColumn[],
  fillDown: readonly number[],
  rows: readonly number[],
): SheetProblem[] {
  return mapped
    .filter(({ index }) => fillDown.includes(index))
    .flatMap(({ index, header }): SheetProblem[] => {
      const blank = rows.find((row, position) => position > 0 && frame.grid.cell(row, index) === null)
      return blank === undefined
        ? []
        : [
            {
              sheet: frame.sheet.name,
              cell: cellAddress(blank, index),
              code: 'filled_from_above',
              severity: 'info',
              params: { header: header.written },
            },
          ]
    })
}
