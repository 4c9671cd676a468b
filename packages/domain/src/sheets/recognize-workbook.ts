import { maxDate, minDate } from '../calendar/date-arithmetic.ts'
import { type DateContext, NO_DATE_CONTEXT } from '../calendar/date-reading.ts'
import { META_SHEET, readExportMark } from './export-marks.ts'
import type { ImportPeriod, ImportTable } from './import-table.ts'
import { type PhaseMention, phasesOf } from './phase-records.ts'
import { periodOfFileName } from './period-of-file-name.ts'
import { type GivenPeriod, recognizeOtherTable } from './recognize-other-table.ts'
import { recognizeTeamTable, type TableReading } from './recognize-table.ts'
import { resolveDependencies } from './resolve-dependencies.ts'
import type { OpenDate } from './row-reader.ts'
import type { SheetProblem } from './sheet-problem.ts'
import { type TableFrame, tableFrames } from './table-frames.ts'
import { headerFingerprint, type SheetMapping } from './table-mapping.ts'
import type { SheetTable, SourceWorkbook } from './workbook.ts'
import type {
  ImportQuestion,
  RecognizeOptions,
  TableDependencies,
  WorkbookReading,
} from './workbook-reading.ts'
import { yearOfWorkbook } from './year-evidence.ts'

const QUESTIONS: Readonly<
  Record<OpenDate, { readonly code: ImportQuestion['code']; readonly answer: ImportQuestion['answer'] }>
> = {
  year: { code: 'year_missing', answer: 'year' },
  plan_start: { code: 'plan_start_missing', answer: 'planStart' },
  event_date: { code: 'event_date_missing', answer: 'eventDate' },
}

interface FramedTable {
  readonly frame: TableFrame
  readonly mapping: SheetMapping
}

/** The tables of a sheet under the user's mapping, else under the one remembered for this header. */
function framesOf(sheet: SheetTable, options: RecognizeOptions): readonly FramedTable[] {
  const given = options.mapping?.[sheet.name]
  const frames = tableFrames(sheet, given ?? {})
  const header = frames[0]?.header
  const remembered =
    given === undefined && header ? options.remembered?.[headerFingerprint(header.headers)] : undefined
  const mapping = given ?? (remembered === undefined ? {} : { ...remembered, headerRow: header?.top ?? 1 })
  const final = remembered === undefined ? frames : tableFrames(sheet, mapping)
  return final.map((frame, position) => ({ frame, mapping: position === 0 ? mapping : {} }))
}

/** The period of figures without dates, where the table states none: what the user said, else the file's name. */
function givenPeriod({ answers, fileName }: RecognizeOptions): GivenPeriod | null {
  if (answers?.date !== undefined) return { from: answers.date, to: answers.date, by: 'answer' }
  const ofName = fileName === undefined ? null : periodOfFileName(fileName)
  return ofName === null ? null : { ...ofName, by: 'file name' }
}

function readTable(
  { frame, mapping }: FramedTable,
  workbook: SourceWorkbook,
  dates: DateContext,
  options: RecognizeOptions,
): TableReading {
  const recognition = frame.header?.recognition ?? null
  if (recognition?.as !== 'layout')
    return {
      table: recognizeOtherTable(frame, mapping, dates, {
        includeHiddenRows: options.includeHiddenRows ?? false,
        period: givenPeriod(options),
      }),
      open: new Map(),
    }
  const isFlat = workbook.notices.some(
    (notice) => notice.code === 'read_flat' && notice.sheet === frame.sheet.name,
  )
  const isMergeless = isFlat || workbook.format === 'csv' || workbook.format === 'tsv'
  return recognizeTeamTable(frame, recognition.layout, recognition.matches, mapping, {
    dates,
    isMergeless,
    includeHiddenRows: options.includeHiddenRows ?? false,
  })
}

/** What the user said about a sheet wins; a table without records never comes in. */
function withChoice(reading: TableReading, included: RecognizeOptions['included']): TableReading {
  const { table } = reading
  const choice = included?.[table.sheet]
  if (choice === undefined) return reading
  const isSelected = choice && table.entity !== null && table.records.length > 0
  return { ...reading, table: { ...table, isSelected } }
}

/** Links of the tasks of each table that has a dependency column. */
function dependenciesOf(tables: readonly ImportTable[]): readonly TableDependencies[] {
  return tables
    .filter(
      ({ entity, records }) =>
        entity === 'task' && records.some(({ values }) => typeof values['dependency'] === 'string'),
    )
    .map(({ sheet, position, records }) => {
      const tasks = records.map(({ row, values, sourceId }) => ({
        row,
        sourceId,
        name: String(values['name'] ?? ''),
        dependency: typeof values['dependency'] === 'string' ? values['dependency'] : null,
      }))
      return { sheet, position, ...resolveDependencies(tasks) }
    })
}

function unmatchedDependencies(
  tables: readonly ImportTable[],
  dependencies: readonly TableDependencies[],
): SheetProblem[] {
  return dependencies.flatMap(({ sheet, position, unmatched }) => {
    const table = tables.find((candidate) => candidate.sheet === sheet && candidate.position === position)
    const cells = new Map(table?.records.map((record) => [record.row, record.cells['dependency'] ?? null]))
    return unmatched.map(({ row, text }): SheetProblem => ({
      sheet,
      cell: cells.get(row) ?? null,
      code: 'dependency_unmatched',
      severity: 'info',
      params: { text },
    }))
  })
}

function phaseMentions(tables: readonly ImportTable[]): PhaseMention[] {
  const date = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  return tables.flatMap((table): PhaseMention[] => {
    const rows = table.records.flatMap(({ phaseName, values }): PhaseMention[] =>
      phaseName === null
        ? []
        : [
            {
              name: phaseName,
              start: date(values['plannedStart'] ?? values['startDate']),
              end: date(values['plannedEnd'] ?? values['endDate']),
              isStated: false,
            },
          ],
    )
    if (table.phaseName === null) return rows
    const period = table.isPeriodStated ? table.period : null
    return [
      {
        name: table.phaseName,
        start: period?.from ?? null,
        end: period?.to ?? null,
        isStated: period !== null,
      },
      ...rows,
    ]
  })
}

function questionsOf(readings: readonly TableReading[]): ImportQuestion[] {
  return (Object.keys(QUESTIONS) as OpenDate[]).flatMap((open) => {
    const waiting = readings.flatMap((reading) =>
      (reading.open.get(open) ?? []).map((cell) => ({ sheet: reading.table.sheet, cell })),
    )
    const [first] = waiting
    return first === undefined ? [] : [{ ...QUESTIONS[open], count: waiting.length, ...first }]
  })
}

/** One notice per table and open question, at its first cell. */
function openProblems(readings: readonly TableReading[]): SheetProblem[] {
  return readings.flatMap(({ table, open }) =>
    [...open].map(([question, cells]): SheetProblem => ({
      sheet: table.sheet,
      cell: cells[0] ?? null,
      code: QUESTIONS[question].code,
      severity: 'warning',
      params: { count: cells.length },
    })),
  )
}

function planPeriod(tables: readonly ImportTable[]): ImportPeriod | null {
  const selected = tables.filter((table) => table.isSelected)
  const tracker = selected.find((table) => table.kind === 'tracker' && table.isPeriodStated)
  if (tracker) return tracker.period
  const from = minDate(selected.map(({ period }) => period?.from ?? null))
  const to = maxDate(selected.map(({ period }) => period?.to ?? null))
  return from === null || to === null ? null : { from, to }
}

function sheetProblems(workbook: SourceWorkbook, tables: readonly ImportTable[]): SheetProblem[] {
  const visible = workbook.sheets.filter((sheet) => sheet.name !== META_SHEET)
  const problems = visible.flatMap((sheet): SheetProblem[] => {
    const isEmpty = !tables.some((table) => table.sheet === sheet.name)
    if (isEmpty) return [{ sheet: sheet.name, cell: null, code: 'empty_sheet', severity: 'info', params: {} }]
    return sheet.hidden
      ? [{ sheet: sheet.name, cell: null, code: 'hidden_sheet', severity: 'info', params: {} }]
      : []
  })
  return tables.length > 0
    ? problems
    : [
        ...problems,
        { sheet: visible[0]?.name ?? '', cell: null, code: 'no_table', severity: 'error', params: {} },
      ]
}

/**
 * Understand a workbook: which tables it holds, what each was taken for, and the
 * records its rows become. Nothing is written anywhere and nothing is guessed: a
 * cell that cannot be read keeps its text and is a problem with its address; a
 * year that no title, date or file name gives is one question for the whole
 * workbook, and the workbook is read again with its answer.
 *
 * Hidden sheets are recognised but not selected; hidden rows are left out and
 * counted unless `includeHiddenRows` is set.
 */
export function recognizeWorkbook(workbook: SourceWorkbook, options: RecognizeOptions = {}): WorkbookReading {
  const framed = workbook.sheets
    .filter((sheet) => sheet.name !== META_SHEET)
    .flatMap((sheet) => framesOf(sheet, options))
  const fileName = options.fileName ?? null
  const stated = framed.find(({ frame }) => frame.facts.period !== null)?.frame.facts.period ?? null
  const titleYear = framed.find(({ frame }) => frame.facts.year !== null)?.frame.facts.year ?? null
  const year = yearOfWorkbook(workbook, titleYear, fileName) ?? options.answers?.year ?? null
  const readings = framed.map((table) => {
    const { facts } = table.frame
    // A year in the table's own title is nearer than a period stated elsewhere.
    const period = facts.period ?? (facts.year === null ? stated : null)
    const dates: DateContext = {
      ...NO_DATE_CONTEXT,
      year: facts.year ?? year,
      period,
      planStart: options.answers?.planStart ?? stated?.from ?? null,
      eventDate: options.answers?.eventDate ?? null,
    }
    return withChoice(readTable(table, workbook, dates, options), options.included)
  })
  const tables = readings.map(({ table }) => table)
  const dependencies = dependenciesOf(tables)
  return {
    tables,
    problems: [
      ...sheetProblems(workbook, tables),
      ...openProblems(readings),
      ...tables.flatMap((table) => table.problems),
      ...unmatchedDependencies(tables, dependencies),
    ],
    questions: questionsOf(readings.filter(({ table }) => table.isSelected)),
    phases: phasesOf(phaseMentions(tables.filter((table) => table.isSelected))),
    dependencies,
    planNameSuggestion: planName(fileName, tables),
    period: planPeriod(tables),
    exportMark: readExportMark(workbook),
  }
}

/** The file's name without its ending and copy marks, else the first title. */
function planName(fileName: string | null, tables: readonly ImportTable[]): string | null {
  const base = fileName
    ?.replace(/\.[a-z]{2,5}$/i, '')
    .replace(/[\s_-]*(?:\(\d+\)|副本|copy)$/iu, '')
    .trim()
  return base === undefined || base === ''
    ? (tables.find((table) => table.title !== null)?.title ?? null)
    : base
}
