import { currencyOfTable } from '@yingce/domain/sheets/metric-columns'
import { metricFactsOf } from '@yingce/domain/sheets/metric-facts'
import { describedRows } from '@yingce/domain/sheets/described-rows'
import type { ImportTable } from '@yingce/domain/sheets/import-table'
import type { SheetProblem } from '@yingce/domain/sheets/sheet-problem'
import type { SourceWorkbook } from '@yingce/domain/sheets/workbook'
import type { WorkbookReading } from '@yingce/domain/sheets/workbook-reading'
import type { Language } from '../language.ts'
import { fillWords, PROBLEM_WORDS } from '../words/problem-words.ts'
import { recordJson } from './record-json.ts'

/** One object a row: the record it becomes, or its plain values where the table makes no records. */
export function recordsOf(workbook: SourceWorkbook, table: ImportTable): readonly Record<string, unknown>[] {
  if (table.entity !== null) return table.records.map(recordJson)
  const sheet = workbook.sheets.find(({ name }) => name === table.sheet)
  return sheet === undefined ? [] : describedRows(sheet, table).map(({ row, values }) => ({ row, ...values }))
}

/** Sums of each day, the currency of the money, and rows without a day, of a table of metrics. */
function metricsJson(workbook: SourceWorkbook, table: ImportTable): Record<string, unknown> {
  if (table.kind !== 'metrics') return {}
  const { byDay, currencies, undatedRows } = metricFactsOf(workbook, [table])
  return { byDay, currency: currencies.length > 0 ? currencies.join() : currencyOfTable(table), undatedRows }
}

function tableJson(
  workbook: SourceWorkbook,
  table: ImportTable,
  withRecords: boolean,
): Record<string, unknown> {
  return {
    sheet: table.sheet,
    kind: table.kind,
    preset: table.preset,
    headerRow: table.headerRow,
    rows: table.rows,
    excluded: table.excluded,
    columns: table.columns,
    period: table.period,
    totals: table.totals,
    ...metricsJson(workbook, table),
    title: table.title,
    phase: table.phaseName,
    hidden: table.isHidden,
    ...(withRecords ? { records: recordsOf(workbook, table) } : {}),
  }
}

/** A finding with its sentence. */
export function problemJson({ sheet, cell, code, severity, params }: SheetProblem, language: Language) {
  return { sheet, cell, code, severity, message: fillWords(PROBLEM_WORDS[code][language], params) }
}

/** What `inspect --json` prints; rows and columns count from 1. */
export function inspectJson(
  workbook: SourceWorkbook,
  reading: WorkbookReading,
  language: Language,
  withRecords: boolean,
): Record<string, unknown> {
  const { tables, problems, questions, period, phases, dependencies, planNameSuggestion } = reading
  return {
    format: workbook.format,
    encoding: workbook.encoding,
    tables: tables.map((table) => tableJson(workbook, table, withRecords)),
    problems: problems.map((problem) => problemJson(problem, language)),
    questions,
    plan: {
      name: planNameSuggestion,
      period,
      phases: phases.map(({ name, startDate, endDate }) => ({ name, from: startDate, to: endDate })),
    },
    dependencies,
    notices: workbook.notices,
  }
}
