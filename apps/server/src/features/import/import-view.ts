import type { ImportView } from '@yingce/contracts/import/import'
import type { ImportTable } from '@yingce/domain/sheets/import-table'
import { layoutOfKind } from '@yingce/domain/sheets/layouts'
import type { ImportBatch, SheetChoice } from './import.store.ts'
import { problemMessage } from './problem-message.ts'

const PREVIEW_ROWS = 200
const SAMPLES = 3

/** Tables that come in: selected by the reading, unless the person said otherwise; the first table of a sheet decides for it. */
export function isIncluded(table: ImportTable, choices: Readonly<Record<string, SheetChoice>>): boolean {
  return table.entity !== null && table.records.length > 0 && (choices[table.sheet]?.isIncluded ?? table.isSelected)
}

/** The import as the preview shows it. */
export function importView(batch: ImportBatch, comparison: ImportView['comparison']): ImportView {
  const { reading, choices, remembered } = batch
  return {
    id: batch.id, state: batch.state, fileName: batch.fileName, fileBytes: batch.fileBytes, format: batch.format, encoding: batch.encoding,
    createdAt: batch.createdAt, confirmedAt: batch.confirmedAt, undoneAt: batch.undoneAt, by: batch.by,
    planId: batch.planId, planName: batch.planName, suggestedPlanName: reading.planNameSuggestion ?? batch.fileName.replace(/\.[^.]+$/, ''),
    tables: reading.tables.map((table) => tableView(table, choices, remembered.includes(table.sheet))),
    problems: reading.problems.map((problem) => ({
      sheet: problem.sheet, cell: problem.cell, code: problem.code, severity: problem.severity, text: textOf(problem.params), message: problemMessage(problem), params: { ...problem.params },
    })),
    questions: reading.questions.map((question) => ({
      answer: question.answer, code: question.code, count: question.count, sheet: question.sheet, cell: question.cell, text: cellTextAt(reading.tables, question.sheet, question.cell),
    })),
    answers: { year: batch.answers.year ?? null, planStart: batch.answers.planStart ?? null, eventDate: batch.answers.eventDate ?? null },
    comparison,
    created: { ...batch.createdCounts },
  }
}

function textOf(params: Readonly<Record<string, string | number>>): string | null {
  const text = params['text']
  return text === undefined ? null : String(text)
}

/** What stands in a cell that waits for an answer: it was kept as text. */
function cellTextAt(tables: readonly ImportTable[], sheet: string, cell: string): string {
  for (const table of tables) {
    if (table.sheet !== sheet) continue
    for (const record of table.records) {
      const field = Object.entries(record.cells).find(([, address]) => address === cell)?.[0]
      if (field === undefined) continue
      return record.unread[field] ?? String(record.values[field] ?? '')
    }
  }
  return ''
}

function tableView(table: ImportTable, choices: Readonly<Record<string, SheetChoice>>, isRemembered: boolean): ImportView['tables'][number] {
  const layout = layoutOfKind(table.kind)
  return {
    sheet: table.sheet, isHidden: table.isHidden, isIncluded: isIncluded(table, choices), kind: table.kind, entity: table.entity, headerRow: table.headerRow, rowCount: table.rows,
    columns: table.columns.map((column) => ({ index: column.index, header: column.header, field: column.field, confidence: column.confidence, samples: samplesOf(table, column.field) })),
    fieldChoices: [...new Set((layout?.columns ?? []).map((column) => column.field))],
    excluded: table.excluded.map(({ row, reason }) => ({ row, reason })),
    period: table.period === null ? null : { from: table.period.from, to: table.period.to },
    totals: Object.fromEntries(Object.entries(table.totals).map(([field, sum]) => [field, String(sum)])),
    rows: table.records.slice(0, PREVIEW_ROWS).map((record) => ({ row: record.row, phaseName: record.phaseName, values: { ...record.values }, unread: { ...record.unread } })),
    isRemembered,
  }
}

function samplesOf(table: ImportTable, field: string | null): string[] {
  if (field === null) return []
  const samples: string[] = []
  for (const record of table.records) {
    const value = field === 'phase' ? record.phaseName : (record.unread[field] ?? record.values[field])
    if (value !== null && value !== undefined && value !== '' && !samples.includes(String(value))) samples.push(String(value))
    if (samples.length === SAMPLES) break
  }
  return samples
}
