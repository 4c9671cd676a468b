import { currencyOfTable } from '@yingce/domain/sheets/metric-columns'
import { FACT_METRIC_NAMES, type FactMetric } from '@yingce/domain/sheets/metric-field'
import { foldText } from '@yingce/domain/sheets/header-text'
import type { SheetMapping } from '@yingce/domain/sheets/table-mapping'
import {
  METRICS_TIMEOUT_MS,
  type MetricsAnswer,
  readMetricsInChild,
} from '@yingce/office/metrics/read-metrics-in-child'
import type { FactPart } from '@yingce/office/metrics/fact-parts'
import { fileRefusal } from '../../../files/file-refusal.ts'
import { inReadingTurn } from '../../../files/reading-turns.ts'
import type { MetricChoices, ReadCounts, StoredMetricReading } from './metric-import.store.ts'

export interface MetricFile {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly choices: MetricChoices
  /** Field by folded header word, as chosen for earlier files of the source. */
  readonly mapping: Readonly<Record<string, string | null>>
  /** Names of the workspace's own metrics by header word; they make no table one of metrics. */
  readonly ownWords: Readonly<Record<string, string>>
}

export interface ReadMetricFile {
  readonly reading: StoredMetricReading
  readonly counts: ReadCounts
  readonly format: string
  readonly encoding: string | null
}

/**
 * Reads a file as metrics in a process of its own. The facts go to `onPart`,
 * some thousands at a time; `onRestart` says that they begin anew, because the
 * source's saved mapping takes columns otherwise than their words say.
 *
 * @throws Refusal `file_…`
 */
export async function readMetricFile(
  file: MetricFile,
  onPart: (part: FactPart, number: number) => Promise<void>,
  onRestart: () => Promise<void>,
  signal?: AbortSignal,
): Promise<ReadMetricFile> {
  const mapping = mappingOf(file.choices)
  const first = await readOnce(file, mapping, onPart, signal)
  const saved = savedMapping(first.answer, file, mapping)
  if (saved === null) return kept(first, file)
  await onRestart()
  return kept(await readOnce(file, saved, onPart, signal), file)
}

interface Read {
  readonly answer: MetricsAnswer
  readonly metrics: readonly FactMetric[]
  readonly span: { from: string | null; to: string | null }
}

function mappingOf({ tables = {} }: MetricChoices): Record<string, SheetMapping> {
  return Object.fromEntries(
    Object.entries(tables).flatMap(([sheet, { headerRow, columns }]) =>
      headerRow === undefined && columns === undefined
        ? []
        : [
            [
              sheet,
              {
                kind: 'metrics' as const,
                ...(headerRow === undefined ? {} : { headerRow }),
                ...(columns === undefined ? {} : { columns }),
              },
            ],
          ],
    ),
  )
}

/** The mapping with what the source remembers of its header words; null when that changes nothing. */
function savedMapping(
  answer: MetricsAnswer,
  file: MetricFile,
  mapping: Readonly<Record<string, SheetMapping>>,
): Record<string, SheetMapping> | null {
  const more: Record<string, SheetMapping> = { ...mapping }
  let isOther = false
  for (const table of answer.tables) {
    if (table.position !== 0 || table.headerRow === null) continue
    const chosen = mapping[table.sheet]?.columns ?? {}
    const columns: Record<number, string | null> = { ...chosen }
    for (const { index, header, field } of table.columns) {
      const word = foldText(header)
      const isSaved = Object.hasOwn(file.mapping, word)
      const isOwn = field === null && table.kind === 'metrics' && Object.hasOwn(file.ownWords, word)
      if (index in chosen || !(isSaved || isOwn)) continue
      const wanted = (isSaved ? file.mapping[word] : file.ownWords[word]) ?? null
      if (wanted === field) continue
      columns[index] = wanted
      isOther = true
    }
    if (Object.keys(columns).length > 0)
      more[table.sheet] = { ...mapping[table.sheet], kind: 'metrics', headerRow: table.headerRow, columns }
  }
  return isOther ? more : null
}

async function readOnce(
  { bytes, fileName, choices }: MetricFile,
  mapping: Readonly<Record<string, SheetMapping>>,
  onPart: (part: FactPart, number: number) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<Read> {
  const metrics = new Set<FactMetric>()
  let part = 0
  const included = Object.fromEntries(
    Object.entries(choices.tables ?? {}).flatMap(([sheet, { isTaken }]) =>
      isTaken === undefined ? [] : [[sheet, isTaken]],
    ),
  )
  const take = async (given: FactPart): Promise<void> => {
    for (const metric of Object.keys(given.figures)) metrics.add(metric as FactMetric)
    await onPart(given, part++)
  }
  const recognize = {
    mapping,
    included,
    answers: choices.date === undefined || choices.date === null ? {} : { date: choices.date },
  }
  try {
    const answer = await inReadingTurn(
      () =>
        readMetricsInChild(bytes, { fileName, encoding: choices.encoding ?? null, recognize }, take, signal),
      signal,
    )
    return { answer, metrics: FACT_METRIC_NAMES.filter((metric) => metrics.has(metric)), span: answer.span }
  } catch (error) {
    throw fileRefusal(error, METRICS_TIMEOUT_MS)
  }
}

/** The reading as it is stored with the draft. */
function kept({ answer, metrics, span }: Read, { choices }: MetricFile): ReadMetricFile {
  const isTaken = (sheet: string, isHidden: boolean): boolean => choices.tables?.[sheet]?.isTaken ?? !isHidden
  const tables = answer.tables.map(({ records: _records, problems: _problems, ...table }) => ({
    ...table,
    isTaken: table.kind === 'metrics' && isTaken(table.sheet, table.isHidden),
  }))
  const taken = tables.filter((table) => table.isTaken)
  const ofHeaders = taken.map(currencyOfTable).find((currency) => currency !== null) ?? null
  const currencies = answer.currencies.length > 0 || ofHeaders === null ? answer.currencies : [ofHeaders]
  const mixed =
    answer.currencies.length > 1
      ? [
          {
            sheet: taken[0]?.sheet ?? '',
            cell: null,
            code: 'mixed_currency' as const,
            severity: 'error' as const,
            params: { currencies: answer.currencies.join(', ') },
          },
        ]
      : []
  const about = (code: 'undated_rows' | 'not_additive', params: Record<string, string | number>) => ({
    sheet: taken[0]?.sheet ?? '',
    cell: null,
    code,
    severity: 'warning' as const,
    params,
  })
  return {
    format: answer.format,
    encoding: answer.encoding,
    counts: {
      rows: taken.reduce((sum, { rows }) => sum + rows, 0),
      excluded: taken.reduce((sum, { excluded }) => sum + excluded.length, 0),
      facts: answer.factCount,
      dayFrom: span.from,
      dayTo: span.to,
    },
    reading: {
      tables,
      problems: [
        ...mixed,
        ...answer.problems,
        ...(answer.undatedRows > 0 ? [about('undated_rows', { count: answer.undatedRows })] : []),
        ...answer.unmergeable.map((field) => about('not_additive', { field })),
      ],
      notices: answer.notices,
      byDay: answer.byDay,
      metrics,
      preset: taken[0]?.preset ?? null,
      currencies,
      undatedRows: answer.undatedRows,
    },
  }
}
