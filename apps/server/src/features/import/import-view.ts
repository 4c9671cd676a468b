import type { ImportView } from '@yingce/contracts/import/import'
import type { ImportTable } from '@yingce/domain/sheets/import-table'
import { layoutOfKind } from '@yingce/domain/sheets/layouts'
import type { SheetProblem } from '@yingce/domain/sheets/sheet-problem'
import type { WorkbookNotice } from '@yingce/domain/sheets/workbook'
import type { ImportBatch } from './import.store.ts'
import { noticeMessage, problemMessage } from '../../files/problem-message.ts'

const PREVIEW_ROWS = 200
/** More than anybody reads; the worst come first where there are more. */
const MAX_PROBLEMS = 1_000

type ProblemView = ImportView['problems'][number]

/** The import as the preview shows it. */
export function importView(batch: ImportBatch, comparison: ImportView['comparison']): ImportView {
  const { reading, remembered, notices } = batch
  return {
    id: batch.id,
    state: batch.state,
    fileName: batch.fileName,
    fileBytes: batch.fileBytes,
    format: batch.format,
    encoding: batch.encoding,
    createdAt: batch.createdAt,
    confirmedAt: batch.confirmedAt,
    undoneAt: batch.undoneAt,
    by: batch.by,
    planId: batch.planId,
    planName: batch.planName,
    suggestedPlanName: reading.planNameSuggestion ?? batch.fileName.replace(/\.[^.]+$/, ''),
    tables: reading.tables.map((table) => tableView(table, remembered.includes(table.sheet))),
    problems: worst([...notices.map(noticeView), ...reading.problems.map(problemView)]),
    problemCount: notices.length + reading.problems.length,
    questions: reading.questions.map(({ answer, code, count, sheet, cell, text }) => ({
      answer,
      code,
      count,
      sheet,
      cell,
      text,
    })),
    answers: {
      year: batch.answers.year ?? null,
      planStart: batch.answers.planStart ?? null,
      eventDate: batch.answers.eventDate ?? null,
    },
    comparison,
    created: { ...batch.createdCounts },
  }
}

function problemView(problem: SheetProblem): ProblemView {
  const { sheet, cell, code, severity, params } = problem
  const text = params['text']
  return {
    sheet,
    cell,
    code,
    severity,
    text: text === undefined ? null : String(text),
    message: problemMessage(problem),
    params: { ...params },
  }
}

function noticeView(notice: WorkbookNotice): ProblemView {
  const { code, ...params } = notice
  const isHarmless = code === 'schedule_as_table' || code === 'wrong_extension'
  return {
    sheet: 'sheet' in notice ? notice.sheet : '',
    cell: code === 'unpaired_quotes' ? `A${notice.row}` : null,
    code,
    severity: isHarmless ? 'info' : 'warning',
    text: null,
    message: noticeMessage(notice),
    params,
  }
}

function worst(problems: readonly ProblemView[]): ProblemView[] {
  if (problems.length <= MAX_PROBLEMS) return [...problems]
  const of = (severity: ProblemView['severity']) =>
    problems.filter((problem) => problem.severity === severity)
  return [...of('error'), ...of('warning'), ...of('info')].slice(0, MAX_PROBLEMS)
}

function tableView(table: ImportTable, isRemembered: boolean): ImportView['tables'][number] {
  const layout = layoutOfKind(table.kind)
  return {
    sheet: table.sheet,
    isHidden: table.isHidden,
    isIncluded: table.isSelected,
    kind: table.kind,
    entity: table.entity,
    headerRow: table.headerRow,
    rowCount: table.rows,
    columns: table.columns.map(({ index, header, field, confidence }) => ({
      index,
      header,
      field,
      confidence,
    })),
    fieldChoices: [...new Set((layout?.columns ?? []).map((column) => column.field))],
    excluded: table.excluded.slice(0, MAX_PROBLEMS).map(({ row, reason }) => ({ row, reason })),
    period: table.period === null ? null : { from: table.period.from, to: table.period.to },
    totals: Object.fromEntries(Object.entries(table.totals).map(([field, sum]) => [field, String(sum)])),
    rows: table.records.slice(0, PREVIEW_ROWS).map((record) => ({
      row: record.row,
      phaseName: record.phaseName,
      values: { ...record.values },
      unread: { ...record.unread },
    })),
    isRemembered,
  }
}
