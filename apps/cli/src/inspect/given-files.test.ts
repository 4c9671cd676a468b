import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { metricFactsOf } from '@yingce/domain/sheets/metric-facts'
import type { FactMetric } from '@yingce/domain/sheets/metric-field'
import { recognizeWorkbook } from '@yingce/domain/sheets/recognize-workbook'
import { describe, expect, test } from 'vitest'
import { readFileAsWorkbook } from './read-file.ts'

/** Example files that lie beside the project where they were given; they are not part of it. */
const DATA = resolve(import.meta.dirname, '../../../../../shared/data')
const hasFiles = existsSync(join(DATA, 'trackers'))
if (!hasFiles) console.warn(`given-files: ${DATA} is not there, its tests are skipped`)

const read = async (file: string, year?: number) => {
  const workbook = await readFileAsWorkbook(join(DATA, file), null, 'en')
  return {
    workbook,
    ...recognizeWorkbook(workbook, {
      fileName: file.split('/').at(-1) ?? file,
      answers: year === undefined ? {} : { year },
    }),
  }
}

interface Expected {
  readonly header_row?: number
  readonly data_rows?: number
  readonly non_data_rows_to_exclude?: number
  readonly sheet_used?: string
  readonly sums?: Readonly<Record<string, { readonly sum: number }>>
  readonly date?: { readonly min: string; readonly max: string }
  readonly canonical?: {
    readonly totals: Readonly<Record<string, number>>
    readonly days?: number
    readonly by_day?: Readonly<Record<string, Readonly<Record<string, number>>>>
  }
  readonly section_list?: readonly {
    readonly header: string
    readonly start: string
    readonly end: string
    readonly rows: number
  }[]
}

const isoDay = (digits: string): string => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`

/** The expectation says 99, but the twelve cells of the column add up to 100.00. */
const WRONG_EXPECTATION = 'ads/apple_search_campaign.csv'
/** Rows of figures with an id as a name: their columns are no measures. */
const IS_ID = /id$|^ID$|序号/i

describe.runIf(hasFiles)('C2: the four workbooks teams use', () => {
  test('the tracker workbook gives T1, T2 and T3 without any question', async () => {
    const { tables, questions, problems } = await read('trackers/推广计划执行跟踪表.xlsx')
    expect(tables.map(({ kind, headerRow, rows }) => [kind, headerRow, rows])).toEqual([
      ['tracker', 2, 6],
      ['execution-detail', 2, 4],
      ['effect-analysis', 2, 5],
    ])
    expect(tables[0]?.totals).toEqual({ budget: '345000.00', spent: '268000.00' })
    expect(tables[2]?.totals).toMatchObject({ clicks: 157_000, conversions: 2_655, cost: '335000.00' })
    expect([questions, problems]).toEqual([[], []])
  })

  test('the activity plan is T7 with five phases in June 2024', async () => {
    const { tables, phases, period, problems } = await read('trackers/活动执行计划表.xlsx')
    expect(tables.map(({ kind, rows }) => [kind, rows])).toEqual([['activity-plan', 5]])
    expect(phases.map(({ startDate, endDate }) => [startDate, endDate])).toEqual([
      ['2024-06-01', '2024-06-07'],
      ['2024-06-08', '2024-06-14'],
      ['2024-06-15', '2024-06-17'],
      ['2024-06-18', '2024-06-23'],
      ['2024-06-24', '2024-06-30'],
    ])
    expect([period, problems]).toEqual([{ from: '2024-06-01', to: '2024-06-30' }, []])
  })

  test('the strategy workbook gives T4, T5 and T6 after one question for the year', async () => {
    const { tables, questions } = await read('trackers/营销策略支持模板.xlsx')
    expect(tables.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['allocation', 3],
      ['task-breakdown', 3],
      ['effect-review', 2],
    ])
    expect(tables[0]?.totals).toEqual({ budget: '400000.00' })
    expect(questions.map(({ code }) => code)).toEqual(['year_missing'])
    const answered = await read('trackers/营销策略支持模板.xlsx', 2025)
    expect(answered.questions).toEqual([])
    expect(
      answered.tables[1]?.records.map(({ values }) => [values['plannedStart'], values['plannedEnd']]),
    ).toEqual([
      ['2025-07-01', '2025-07-10'],
      ['2025-07-11', '2025-07-20'],
      ['2025-07-05', '2025-07-15'],
    ])
    expect(
      answered.tables[2]?.records.map(({ values }) => [values['reviewDate'], values['statedAttainment']]),
    ).toEqual([
      ['2025-08-05', 0.96],
      ['2025-08-05', 0.75],
    ])
  })

  test('the target workbook gives T8 and T9; its durations count end minus start', async () => {
    const { tables, dependencies, problems } = await read('trackers/推广目标与甘特图.xlsx', 2025)
    expect(tables.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['targets', 3],
      ['gantt', 5],
    ])
    expect(dependencies[0]?.links.map(({ fromRow, toRow }) => [fromRow, toRow])).toEqual([
      [2, 3],
      [2, 4],
      [3, 5],
      [5, 6],
      [4, 6],
    ])
    expect(problems).toMatchObject([
      { code: 'duration_reading', params: { reading: 'difference', fits: 5, rows: 5 } },
    ])
  })
})

const expectations: readonly { readonly file: string; readonly expected: Expected }[] = hasFiles
  ? JSON.parse(await readFile(join(DATA, 'imports/expected.json'), 'utf8')).files
  : []
const tabular = expectations.filter(
  ({ expected }) => expected.header_row !== undefined || expected.data_rows !== undefined,
)

describe.runIf(hasFiles)('C2: exports of platforms and offices, against their expectations', () => {
  test.each(tabular.map(({ file, expected }) => [file, expected] as const))('%s', async (file, expected) => {
    const { tables, workbook } = await read(`imports/${file}`)
    const table = tables.find(({ sheet }) => sheet === expected.sheet_used) ?? tables[0]
    if (expected.header_row !== undefined) expect(table?.headerRow).toBe(expected.header_row)
    expect(table?.rows).toBe(expected.data_rows)
    if (expected.non_data_rows_to_exclude !== undefined)
      expect(table?.excluded).toHaveLength(expected.non_data_rows_to_exclude)
    if (file === WRONG_EXPECTATION)
      return expect(table?.totals).toMatchObject({ cost: '100.00', impressions: 6336, clicks: 129 })
    for (const [header, { sum }] of Object.entries(expected.sums ?? {})) {
      const column = table?.columns.find((candidate) => candidate.header === header.trim())
      if (!IS_ID.test(header)) expect(Number(column?.sum), header).toBeCloseTo(sum, 4)
    }
    for (const [metric, total] of Object.entries(expected.canonical?.totals ?? {}))
      expect(Number(table?.totals[metric]), metric).toBeCloseTo(total, 4)
    if (expected.date !== undefined && table?.kind === 'metrics')
      expect(table.period).toEqual({ from: expected.date.min, to: expected.date.max })
    const days = expected.canonical?.by_day
    if (days === undefined || table === undefined) return
    const { byDay, undatedRows } = metricFactsOf(workbook, [table])
    // Of a long file the expectation lists its first days only.
    expect([Object.keys(byDay).length, undatedRows]).toEqual([expected.canonical?.days, 0])
    for (const [day, sums] of Object.entries(days))
      for (const [metric, sum] of Object.entries(sums))
        // A day without any figure is missing here and 0 in the expectation, which cannot tell them apart.
        expect(byDay[day]?.[metric as FactMetric] ?? 0, `${day} ${metric}`).toBeCloseTo(sum, 2)
  })

  test('M1: the analytics snapshot is one table a section, with its own period', async () => {
    const sections = expectations.find(({ file }) => file.endsWith('ga4_reports_snapshot_small.csv'))
      ?.expected.section_list
    const { tables } = await read('imports/ads/ga4_reports_snapshot_small.csv')
    expect(
      tables.map(({ columns, rows, period }) => [
        columns.map(({ header }) => header).join(),
        rows,
        period?.from,
        period?.to,
      ]),
    ).toEqual(sections?.map(({ header, rows, start, end }) => [header, rows, isoDay(start), isoDay(end)]))
  })
})
