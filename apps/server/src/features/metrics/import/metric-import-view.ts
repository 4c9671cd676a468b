import type { MetricImportSummary, MetricImportView } from '@yingce/contracts/metrics/metric-import'
import { METRIC_PRESETS } from '@yingce/domain/sheets/metric-presets'
import type { Scope } from '../../../db/scope.ts'
import { noticeMessage, problemMessage } from '../../../files/problem-message.ts'
import { type MetricImportRow, readMetricImport, type StoredMetricReading } from './metric-import.store.ts'
import { findSource } from '../source/metric-source.store.ts'

const MAX_PROBLEMS = 1_000
const USUAL_CURRENCY = 'CNY'

/** Name of the source when nobody gives one: the platform. */
export function sourceNameOf(row: Pick<MetricImportRow, 'choices' | 'sourceName' | 'reading'>): string {
  const preset = METRIC_PRESETS.find(({ id }) => id === row.reading?.preset)
  return row.sourceName ?? row.choices.source ?? preset?.zh ?? '投放数据'
}

export function summaryOf(row: MetricImportRow): MetricImportSummary {
  const { choices: _choices, reading, dayFrom, dayTo, format: _format, encoding: _encoding, ...rest } = row
  return {
    ...rest,
    sourceName: sourceNameOf(row),
    preset: reading?.preset ?? null,
    period: dayFrom === null || dayTo === null ? null : { from: dayFrom, to: dayTo },
  }
}

/** What has to be answered before a draft can be confirmed. */
export function questionsOf({ reading }: MetricImportRow): MetricImportView['questions'] {
  if (reading === null) return []
  const undated = reading.tables.filter(({ isTaken, period }) => isTaken && period === null)
  // Tables that are dated but for a few rows wait for those rows only.
  const waiting = Math.min(
    undated.reduce((sum, { rows }) => sum + rows, 0),
    reading.undatedRows,
  )
  return [
    ...(waiting > 0 ? [{ answer: 'date' as const, count: waiting }] : []),
    ...(reading.currencies.length > 1
      ? [{ answer: 'currency' as const, count: reading.currencies.length }]
      : []),
  ]
}

/** Currency of the facts, and whether nothing in the file says so. */
export function currencyOf(
  { choices, reading }: Pick<MetricImportRow, 'choices' | 'reading'>,
  ofSource: string | null,
): { currency: string; isAssumed: boolean } {
  const said = choices.currency ?? reading?.currencies[0] ?? null
  return said === null
    ? { currency: ofSource ?? USUAL_CURRENCY, isAssumed: ofSource === null }
    : { currency: said, isAssumed: false }
}

function tablesOf({ tables }: StoredMetricReading): MetricImportView['tables'] {
  return tables.map((table) => ({
    sheet: table.sheet,
    position: table.position,
    kind: table.kind,
    preset: table.preset,
    isTaken: table.isTaken,
    headerRow: table.headerRow,
    rowCount: table.rows,
    excluded: table.excluded.slice(0, MAX_PROBLEMS).map(({ row, reason }) => ({ row, reason })),
    columns: table.columns.map(({ index, header, field, confidence }) => ({
      index,
      header,
      field,
      confidence,
    })),
    period: table.period === null ? null : { from: table.period.from, to: table.period.to },
    totals: { ...table.totals },
  }))
}

function problemsOf({ problems, notices }: StoredMetricReading): MetricImportView['problems'] {
  const order = { error: 0, warning: 1, info: 2 }
  return [
    ...problems.map((problem) => ({
      sheet: problem.sheet,
      cell: problem.cell,
      code: problem.code,
      severity: problem.severity,
      text: null,
      message: problemMessage(problem),
      params: { ...problem.params },
    })),
    ...notices.map((notice) => ({
      sheet: '',
      cell: null,
      code: notice.code,
      severity: 'info' as const,
      text: null,
      message: noticeMessage(notice),
      params: { ...notice },
    })),
  ].toSorted((a, b) => order[a.severity] - order[b.severity])
}

/** An import as pages and programs see it. @throws Refusal `not_found` */
export async function metricImportView(scope: Scope, id: string): Promise<MetricImportView> {
  const row = await readMetricImport(scope, id)
  const source = await findSource(scope, sourceNameOf(row))
  const { currency, isAssumed } = currencyOf(row, source?.currency ?? null)
  const problems = row.reading === null ? [] : problemsOf(row.reading)
  const same =
    row.fileHash === null || source === null
      ? []
      : await scope.rows<{ id: string }>(
          `select id from metric_import where workspace_id = $1 and source_id = $2 and state = 'applied' and file_hash = decode($3, 'hex') and id <> $4
           order by id desc limit 1`,
          [scope.workspaceId, source.id, row.fileHash, id],
        )
  return {
    ...summaryOf(row),
    sourceId: row.sourceId ?? source?.id ?? null,
    format: row.format,
    encoding: row.encoding,
    currency,
    isCurrencyAssumed: isAssumed,
    tables: row.reading === null ? [] : tablesOf(row.reading),
    byDay: row.reading === null ? {} : { ...row.reading.byDay },
    problems: problems.slice(0, MAX_PROBLEMS),
    problemCount: problems.length,
    questions: questionsOf(row),
    sameAs: same[0]?.id ?? null,
  }
}
