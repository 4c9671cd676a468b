import { maxDate, minDate } from '../calendar/date-arithmetic.ts'
import { type DateContext, endDateOf, startDateOf } from '../calendar/date-reading.ts'
import { cellAddress } from './cell-address.ts'
import { cellText } from './cell-text.ts'
import { columnFigures } from './column-figures.ts'
import { type HeaderText, powerOfUnit } from './header-text.ts'
import type { ImportPeriod, ImportTable, TableColumn } from './import-table.ts'
import { isSummedMetric, SUMMED_METRICS } from './metric-field.ts'
import { numberInCell } from './number-cell.ts'
import { metricTotals } from './record-totals.ts'
import { readDateValue } from './sheet-date.ts'
import type { SheetKind } from './sheet-kind.ts'
import type { SheetProblem } from './sheet-problem.ts'
import { tableBody } from './table-body.ts'
import type { TableFrame } from './table-frames.ts'
import { headerFingerprint, type SheetMapping } from './table-mapping.ts'
import { checkTotals } from './total-checks.ts'

interface OtherColumn {
  readonly index: number
  readonly header: HeaderText
  readonly field: string | null
  readonly match: TableColumn['match']
  /** Power of ten from the file's figures to plain ones. */
  readonly scale: number
}

interface OtherKind {
  readonly kind: SheetKind
  readonly preset: string | null
  readonly columns: readonly OtherColumn[]
}

/** What the header of a table without records says: platform export, path data, or nothing we know. */
function describe(frame: TableFrame, mapping: SheetMapping): OtherKind {
  const recognition = frame.header?.recognition ?? null
  const isMetrics = recognition?.as === 'metrics'
  const fieldOf = (position: number): string | null => {
    if (isMetrics) return recognition.match.columns[position]?.field ?? null
    return (recognition?.as === 'journeys' ? recognition.match.columns[position] : null) ?? null
  }
  const scaleOf = (position: number, header: HeaderText, field: string | null): number => {
    if (!(isMetrics || mapping.kind === 'metrics') || !isSummedMetric(field)) return 0
    const isMicros = isMetrics && recognition.match.columns[position]?.isMicros === true
    return isMicros ? -6 : powerOfUnit(header.unit)
  }
  const columns = (frame.header?.headers ?? []).flatMap((header, position): OtherColumn[] => {
    if (header === null) return []
    const index = position + 1
    const chosen = mapping.columns?.[index]
    const field = chosen === undefined ? fieldOf(position) : chosen
    const match = field === null ? null : chosen === undefined ? 'exact' : 'chosen'
    return [{ index, header, field, match, scale: scaleOf(position, header, field) }]
  })
  if (recognition?.as === 'metrics') return { kind: 'metrics', preset: recognition.match.preset.id, columns }
  // The user's word counts even where no header is known.
  if (mapping.kind === 'metrics') return { kind: 'metrics', preset: null, columns }
  if (recognition?.as === 'journeys') return { kind: 'journeys', preset: recognition.match.preset, columns }
  return { kind: 'unknown', preset: null, columns }
}

const DAY_HEADER = /日期|时间|date|day$|^time/iu

/** More than this many broken cells of a table say nothing new. */
const MAX_CELL_ERRORS = 100

interface DayColumn {
  /** Earliest and latest day; null when most of the column holds other things. */
  readonly period: ImportPeriod | null
  /** Whether any row has a day. */
  readonly hasDays: boolean
  /** The rows whose day cannot be read, at most 100 of them. */
  readonly problems: readonly SheetProblem[]
}

/** What the cells of the day column say. */
function readDayColumn(
  frame: TableFrame,
  index: number,
  rows: readonly number[],
  dates: DateContext,
): DayColumn {
  const from: string[] = []
  const to: string[] = []
  const unread: SheetProblem[] = []
  for (const row of rows) {
    const reading = readDateValue(
      frame.grid.cell(row, index),
      frame.sheet.numberFormats[cellAddress(row, index)] ?? null,
      dates,
    )
    const start = reading.kind === 'instant' ? reading.utc.slice(0, 10) : startDateOf(reading)
    const end = reading.kind === 'instant' ? start : endDateOf(reading)
    if (start !== null && end !== null) {
      from.push(start)
      to.push(end)
    } else if (reading.kind !== 'empty')
      unread.push({
        sheet: frame.sheet.name,
        cell: cellAddress(row, index),
        code: 'unreadable_day',
        severity: 'warning',
        params: { text: cellText(frame.grid.cell(row, index)) ?? '' },
      })
  }
  const first = minDate(from)
  const last = maxDate(to)
  const isMixed = unread.length > from.length
  return {
    period: first === null || last === null || isMixed ? null : { from: first, to: last },
    hasDays: first !== null,
    problems: unread.slice(0, MAX_CELL_ERRORS),
  }
}

/** A period that is not the table's own, and where it comes from. */
export interface GivenPeriod extends ImportPeriod {
  readonly by: 'answer' | 'file name'
}

/** Describe a table that makes no records here: rows, columns, sums and period. */
export function recognizeOtherTable(
  frame: TableFrame,
  mapping: SheetMapping,
  dates: DateContext,
  given: { readonly includeHiddenRows: boolean; readonly period: GivenPeriod | null },
): ImportTable {
  const { sheet, header, grid } = frame
  const described = describe(frame, mapping)
  const { kind, preset } = described
  const summed = described.columns.filter(({ field }) => isSummedMetric(field))
  const allIndexes = described.columns.map(({ index }) => index)
  const additive = kind === 'metrics' ? summed.map(({ index }) => index) : allIndexes
  const found =
    header === null
      ? { rows: rowsWithData(frame), excluded: [] }
      : tableBody(grid, header, frame.lastRow, { identity: null, additive, fillDown: [] })
  const hiddenRows = new Set(given.includeHiddenRows ? [] : sheet.hiddenRows)
  const hidden = found.rows.filter((row) => hiddenRows.has(row))
  const body = {
    rows: found.rows.filter((row) => !hiddenRows.has(row)),
    excluded: [...found.excluded, ...hidden.map((row) => ({ row, reason: 'hidden_row' as const }))].toSorted(
      (a, b) => a.row - b.row,
    ),
  }
  const mixed = mixedResults(frame, described.columns, body.rows)
  const columns =
    mixed === null
      ? described.columns
      : described.columns.map((column) =>
          column.field === 'conversions' ? { ...column, field: null, match: null, scale: 0 } : column,
        )
  const figures = columns.map((column) => ({
    ...column,
    ...columnFigures(grid, column.index, column.header, body.rows),
  }))
  const checks =
    kind === 'metrics' ? checkTotals(grid, header?.headers ?? [], found.excluded, additive, body.rows) : []
  const day =
    columns.find(({ field }) => field === 'day' || field === 'moment') ??
    (kind === 'unknown' ? columns.find(({ header: text }) => DAY_HEADER.test(text.bare)) : undefined)
  const isMetrics = kind === 'metrics'
  const asked = isMetrics && given.period?.by === 'answer' ? given.period : null
  const named = isMetrics ? given.period : null
  const ofTitle =
    isMetrics && frame.facts.day !== null ? { from: frame.facts.day, to: frame.facts.day } : null
  const stated = asked ?? frame.facts.period ?? ofTitle ?? named
  const days = day === undefined ? null : readDayColumn(frame, day.index, body.rows, dates)
  const ofRows = days?.period ?? null
  const problems: SheetProblem[] = checks
    .filter((check) => !check.agrees)
    .map((check) => ({
      sheet: sheet.name,
      cell: cellAddress(check.row, check.index),
      code: 'total_mismatch',
      severity: 'warning',
      params: {
        header: header?.headers[check.index - 1]?.written ?? '',
        stated: check.stated,
        computed: check.computed,
      },
    }))
  problems.push(...cellErrors(frame, body.rows), ...addedColumns(frame, columns), ...(mixed ?? []))
  if (hidden.length > 0)
    problems.push({
      sheet: sheet.name,
      cell: null,
      code: 'hidden_rows',
      severity: 'warning',
      params: { count: hidden.length },
    })
  if (isMetrics && ofRows === null && stated !== null && stated === named)
    problems.push({
      sheet: sheet.name,
      cell: null,
      code: 'date_taken',
      severity: 'info',
      params: { from: stated.from, to: stated.to, by: given.period?.by ?? '' },
    })
  if (isMetrics && days?.hasDays === true) problems.push(...days.problems)
  else if (isMetrics && stated === null && ofRows === null && body.rows.length > 0)
    problems.push({ sheet: sheet.name, cell: null, code: 'period_missing', severity: 'warning', params: {} })
  return {
    sheet: sheet.name,
    position: frame.position,
    isHidden: sheet.hidden,
    kind,
    preset,
    entity: null,
    isSelected: false,
    title: frame.facts.title,
    headerRow: header?.top ?? null,
    firstRow: (header?.bottom ?? 0) + 1,
    lastRow: frame.lastRow,
    headerFingerprint: header === null ? '' : headerFingerprint(header.headers),
    rows: body.rows.length,
    excluded: body.excluded,
    columns: figures.map(({ index, header: text, field, match, sum, filled, scale }) => ({
      scale,
      index,
      header: text.written,
      field,
      match,
      confidence: match === null ? 0 : 1,
      sum,
      filled,
    })),
    period: ofRows ?? (stated === null ? null : { from: stated.from, to: stated.to }),
    isPeriodStated: ofRows === null && stated !== null,
    phaseName: null,
    totals: kind === 'metrics' ? metricTotals(figures) : {},
    totalChecks: checks,
    records: [],
    problems,
  }
}

/**
 * A column of "results" whose kind the rows name (Meta's result indicator): rows
 * of several kinds do not add up, and which one counts is nobody's guess.
 */
function mixedResults(
  frame: TableFrame,
  columns: readonly OtherColumn[],
  rows: readonly number[],
): SheetProblem[] | null {
  const kind = columns.find(({ field }) => field === 'resultKind')
  const results = columns.find(({ field }) => field === 'conversions')
  if (kind === undefined || results === undefined) return null
  const kinds = new Set(
    rows.flatMap((row) =>
      numberInCell(frame.grid.cell(row, results.index))
        ? (cellText(frame.grid.cell(row, kind.index)) ?? [])
        : [],
    ),
  )
  if (kinds.size < 2) return null
  return [
    {
      sheet: frame.sheet.name,
      cell: cellAddress(frame.header?.bottom ?? 1, results.index),
      code: 'mixed_results',
      severity: 'warning',
      params: { header: results.header.written, kinds: [...kinds].slice(0, 5).join(', ') },
    },
  ]
}

/** Say which columns were taken as parts of one metric (网页转化 + 电话转化): the user may want only one of them. */
function addedColumns({ sheet, header }: TableFrame, columns: readonly OtherColumn[]): SheetProblem[] {
  return SUMMED_METRICS.flatMap((metric): SheetProblem[] => {
    const parts = columns.filter(({ field }) => field === metric)
    const [first] = parts
    if (first === undefined || parts.length < 2) return []
    const params = { headers: parts.map((part) => part.header.written).join(' + '), field: metric }
    const cell = cellAddress(header?.bottom ?? 1, first.index)
    return [{ sheet: sheet.name, cell, code: 'columns_added', severity: 'info', params }]
  })
}

/** The spreadsheet's own errors (#REF! …) in the rows: they count as missing, never as text or zero. */
function cellErrors({ grid, sheet }: TableFrame, rows: readonly number[]): SheetProblem[] {
  return rows
    .flatMap((row) =>
      grid.filled(row).flatMap((column): SheetProblem[] => {
        const cell = grid.cell(row, column)
        return cell !== null && typeof cell === 'object' && 'error' in cell
          ? [
              {
                sheet: sheet.name,
                cell: cellAddress(row, column),
                code: 'cell_error',
                severity: 'warning',
                params: { text: cell.error, field: '' },
              },
            ]
          : []
      }),
    )
    .slice(0, MAX_CELL_ERRORS)
}

function rowsWithData({ grid, lastRow }: TableFrame): number[] {
  return Array.from({ length: lastRow }, (_unused, index) => index + 1).filter(
    (row) => grid.filled(row).length > 0,
  )
}
