import { basename } from 'node:path'
import {
  confirmMetricImport,
  createMetricImport,
  discardMetricImport,
  type MetricImportView,
} from '@yingce/contracts/metrics/metric-import'
import { readMetrics } from '@yingce/office/metrics/read-metrics'
import type { Call } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { textTable } from '../text-table.ts'
import { fillWords, PROBLEM_WORDS } from '../words/problem-words.ts'
import type { ApiClient } from './api-client.ts'

/** So much of a long text says what it is. */
const HEAD_BYTES = 512 * 1024
const SHOWN_PROBLEMS = 20

/** Is this file an export of metrics, and no workbook of a plan? A file that cannot be read is none: the server says why. */
export async function isMetricsFile(bytes: Uint8Array, fileName: string): Promise<boolean> {
  const end = bytes.length > HEAD_BYTES ? bytes.lastIndexOf(0x0a, HEAD_BYTES) : -1
  // Only texts may be cut; an archive without its end is nothing.
  const isText = bytes[0] !== 0x50 && bytes[0] !== 0xd0
  const head = isText && end > 0 ? bytes.subarray(0, end) : bytes
  const reading = await readMetrics(head, { fileName, encoding: null, recognize: {} }).catch(() => null)
  if (reading === null) return false
  const { tables } = reading
  return tables.some(({ kind }) => kind === 'metrics') && tables.every(({ entity }) => entity === null)
}

/** What an import of metrics did or would do, for programs. */
function summaryOf(view: MetricImportView, isDryRun: boolean) {
  return {
    dryRun: isDryRun,
    file: view.fileName,
    importId: isDryRun ? null : view.id,
    source: view.sourceName,
    sourceId: view.sourceId,
    preset: view.preset,
    currency: view.currency,
    period: view.period,
    rows: view.rowCount,
    excluded: view.excludedCount,
    facts: view.factCount,
    totals: view.tables.filter(({ isTaken }) => isTaken).map(({ sheet, totals }) => ({ sheet, totals })),
    byDay: view.byDay,
    problems: view.problems,
    questions: view.questions,
    sameAs: view.sameAs,
    written: view.writtenCount,
    replaced: view.replacedCount,
    unchanged: view.unchangedCount,
  }
}

function textOf(view: MetricImportView, isDryRun: boolean, isChinese: boolean): string {
  const rows = view.tables
    .filter(({ isTaken }) => isTaken)
    .map(({ sheet, preset, rowCount, period, totals }) => [
      sheet,
      preset ?? '–',
      String(rowCount),
      period === null ? '–' : `${period.from} … ${period.to}`,
      Object.entries(totals)
        .map(([metric, sum]) => `${metric} ${sum}`)
        .join(', '),
    ])
  const head = isChinese
    ? ['工作表', '平台', '行', '日期', '合计']
    : ['sheet', 'platform', 'rows', 'days', 'totals']
  const problems = view.problems.slice(0, SHOWN_PROBLEMS).map(({ cell, code, message, params }) => {
    const words = Object.hasOwn(PROBLEM_WORDS, code)
      ? PROBLEM_WORDS[code as keyof typeof PROBLEM_WORDS]
      : undefined
    const said = isChinese && words !== undefined ? fillWords(words.zh, params as never) : message
    return `  ${cell === null ? '' : `${cell}  `}${said}`
  })
  const done = isDryRun
    ? isChinese
      ? '这是预览，没有写入。'
      : 'This was a preview: nothing was written.'
    : isChinese
      ? `已写入 ${view.writtenCount} 条（替换 ${view.replacedCount} 条），${view.unchangedCount} 条没有变化。\n导入编号: ${view.id}`
      : `${view.writtenCount} facts written (${view.replacedCount} replaced), ${view.unchangedCount} unchanged.\nImport id: ${view.id}`
  return [
    `${isChinese ? '来源' : 'Source'}: ${view.sourceName} (${view.currency})`,
    '',
    textTable([head, ...rows], 70),
    '',
    ...problems,
    done,
    '',
  ].join('\n')
}

function openQuestion({ questions }: MetricImportView, call: Call): Refusal {
  const isDate = questions.some(({ answer }) => answer === 'date')
  const isChinese = call.language === 'zh'
  return new Refusal(
    'import_question_open',
    isDate
      ? isChinese
        ? '各行没有日期。'
        : 'The rows have no date.'
      : isChinese
        ? '文件里有几种币种，不能放进同一个来源。'
        : 'The file holds several currencies, which cannot go into one source.',
    {
      file: call.arguments[0] ?? '',
      advice: isDate
        ? isChinese
          ? '请用 --date 给出日期。'
          : 'Give their day with --date.'
        : isChinese
          ? '请按币种拆分文件。'
          : 'Split the file by currency.',
    },
  )
}

/** Imports a file of metrics as facts of a source. */
export async function importMetrics(
  client: ApiClient,
  bytes: Uint8Array<ArrayBuffer>,
  call: Call,
): Promise<void> {
  const { flags, language, surroundings } = call
  const form = new FormData()
  for (const name of ['source', 'date', 'encoding', 'currency'])
    if (typeof flags[name] === 'string') form.append(name, flags[name])
  form.append('file', new Blob([bytes]), basename(call.arguments[0] ?? ''))
  const draft = await client.call(createMetricImport, { body: form })
  const isDryRun = flags['dry-run'] === true
  let isDone = false
  try {
    if (!isDryRun && draft.questions.length > 0) throw openQuestion(draft, call)
    const view = isDryRun
      ? draft
      : await client.call(confirmMetricImport, { params: { importId: draft.id }, body: {} })
    isDone = !isDryRun
    surroundings.write(
      flags['json'] === true
        ? `${JSON.stringify(summaryOf(view, isDryRun), null, 2)}\n`
        : textOf(view, isDryRun, language === 'zh'),
    )
  } finally {
    if (!isDone)
      await client.call(discardMetricImport, { params: { importId: draft.id } }).catch(() => undefined)
  }
}
