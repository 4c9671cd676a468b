import type { ImportTable } from '@yingce/domain/sheets/import-table'
import type { SourceWorkbook } from '@yingce/domain/sheets/workbook'
import type { WorkbookReading } from '@yingce/domain/sheets/workbook-reading'
import type { Language } from '../language.ts'
import { textTable } from '../text-table.ts'
import { kindWord } from '../words/kind-words.ts'
import { problemJson, recordsOf } from './inspect-json.ts'

const WORDS = {
  zh: {
    header: '表头第 {n} 行',
    noHeader: '没有表头',
    rows: '{n} 行',
    excluded: '不计入',
    period: '期间',
    totals: '合计',
    column: '列',
    title: '表头',
    field: '字段',
    confidence: '把握',
    sum: '列合计',
    problems: '需要留意',
    questions: '需要回答',
    hidden: '隐藏',
    encoding: '编码',
    row: '行',
  },
  en: {
    header: 'header in row {n}',
    noHeader: 'no header',
    rows: '{n} rows',
    excluded: 'left out',
    period: 'period',
    totals: 'totals',
    column: 'col',
    title: 'header',
    field: 'field',
    confidence: 'sure',
    sum: 'sum',
    problems: 'to look at',
    questions: 'to answer',
    hidden: 'hidden',
    encoding: 'encoding',
    row: 'row',
  },
} as const

function tableText(
  workbook: SourceWorkbook,
  table: ImportTable,
  language: Language,
  withRecords: boolean,
): string {
  const words = WORDS[language]
  const facts = [
    table.headerRow === null ? words.noHeader : words.header.replace('{n}', String(table.headerRow)),
    words.rows.replace('{n}', String(table.rows)),
    ...(table.isHidden ? [words.hidden] : []),
    ...(table.period === null ? [] : [`${words.period} ${table.period.from} … ${table.period.to}`]),
    ...(table.excluded.length === 0
      ? []
      : [`${words.excluded}: ${table.excluded.map(({ row, reason }) => `${row} (${reason})`).join(', ')}`]),
  ]
  const columns = table.columns.map(({ index, header, field, confidence, sum }) => [
    String(index),
    header,
    field ?? '–',
    field === null ? '' : confidence.toFixed(2),
    sum ?? '',
  ])
  const totals = Object.entries(table.totals).map(([field, total]) => `${field} ${total}`)
  return [
    `■ ${table.sheet} → ${kindWord(table.kind, language)}${table.preset === null ? '' : ` (${table.preset})`}${table.phaseName === null ? '' : ` · ${table.phaseName}`}`,
    `  ${facts.join(' · ')}`,
    ...(totals.length === 0 ? [] : [`  ${words.totals}: ${totals.join(' · ')}`]),
    '',
    textTable([[words.column, words.title, words.field, words.confidence, words.sum], ...columns]),
    ...(withRecords && table.rows > 0 ? ['', recordsText(recordsOf(workbook, table), words.row)] : []),
  ].join('\n')
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(cellText).join('; ')
  if (typeof value === 'object') return 'text' in value ? String(value.text) : JSON.stringify(value)
  return String(value)
}

function recordsText(records: readonly Record<string, unknown>[], rowWord: string): string {
  const fields = [...new Set(records.flatMap((record) => Object.keys(record)))].filter(
    (field) => field !== 'row' && field !== 'unread',
  )
  return textTable(
    [
      [rowWord, ...fields],
      ...records.map((record) => [String(record['row']), ...fields.map((field) => cellText(record[field]))]),
    ],
    20,
  )
}

/** What `inspect` prints for a person. */
export function inspectText(
  workbook: SourceWorkbook,
  reading: WorkbookReading,
  language: Language,
  withRecords: boolean,
): string {
  const words = WORDS[language]
  const problems = reading.problems
    .map((problem) => problemJson(problem, language))
    .map(
      ({ sheet, cell, message }) =>
        `  ${[sheet, cell].filter((part) => part !== null).join('!')}: ${message}`,
    )
  const head = [
    workbook.format,
    ...(workbook.encoding === null ? [] : [`${words.encoding} ${workbook.encoding}`]),
    ...(reading.period === null ? [] : [`${words.period} ${reading.period.from} … ${reading.period.to}`]),
  ]
  return `${[head.join(' · '), ...reading.tables.map((table) => tableText(workbook, table, language, withRecords)), ...(problems.length === 0 ? [] : [`${words.problems}:\n${problems.join('\n')}`])].join('\n\n')}\n`
}
