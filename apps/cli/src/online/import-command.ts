import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  confirmImport,
  createImport,
  discardImport,
  type ImportView,
  updateImport,
} from '@yingce/contracts/import/import'
import type { Call, Command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { ApiClient } from './api-client.ts'
import { CONNECTION_FLAGS, connectionOf } from './connection.ts'
import { planNamed } from './find-plan.ts'
import { importMetrics, isMetricsFile } from './import-metrics.ts'
import { importSummary, importText } from './import-summary.ts'

type Answers = Partial<Record<'year' | 'planStart' | 'eventDate', number | string>>

/** Answers to what a file may leave open. @throws Refusal for a value that is none */
function answersOf({ flags, language }: Call): Answers {
  const bad = (name: string, form: string): Refusal =>
    new Refusal(
      'usage',
      language === 'zh'
        ? `--${name} 要写成 ${form}：${String(flags[name])}`
        : `--${name} is written ${form}, not ${String(flags[name])}`,
    )
  const [year, planStart, eventDate] = [flags['year'], flags['plan-start'], flags['event-date']]
  if (year !== undefined && !/^20\d\d$/.test(String(year))) throw bad('year', '2026')
  for (const [name, day] of [
    ['plan-start', planStart],
    ['event-date', eventDate],
  ] as const)
    if (day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(String(day))) throw bad(name, '2026-06-01')
  return {
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(planStart === undefined ? {} : { planStart: String(planStart) }),
    ...(eventDate === undefined ? {} : { eventDate: String(eventDate) }),
  }
}

async function bytesOf(path: string, call: Call): Promise<Uint8Array<ArrayBuffer>> {
  return readFile(path).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Refusal(
      code === 'ENOENT' ? 'file_not_found' : 'file_not_readable',
      call.language === 'zh' ? `读不了这个文件（${code}）` : `the file cannot be read (${code})`,
      {
        file: path,
        advice: call.language === 'zh' ? '请检查路径和权限。' : 'Check the path and its permissions.',
      },
    )
  })
}

/** The draft after whatever the flags answer. */
async function answered(client: ApiClient, draft: ImportView, answers: Answers): Promise<ImportView> {
  const open = draft.questions.filter(({ answer }) => answers[answer] !== undefined)
  if (open.length === 0) return draft
  const given = Object.fromEntries(open.map(({ answer }) => [answer, answers[answer]]))
  return client.call(updateImport, { params: { importId: draft.id }, body: { answers: given } })
}

function openQuestion(draft: ImportView, call: Call): Refusal {
  const flags = { year: '--year', planStart: '--plan-start', eventDate: '--event-date' } as const
  const needed = draft.questions.map(({ answer }) => flags[answer]).join(' ')
  const [first] = draft.questions
  return new Refusal(
    'import_question_open',
    call.language === 'zh'
      ? `有 ${first?.count ?? 0} 个单元格缺少信息，如 ${first?.sheet} ${first?.cell} 的“${first?.text}”。`
      : `${first?.count ?? 0} cells do not say enough, such as "${first?.text}" in ${first?.sheet} ${first?.cell}.`,
    {
      file: call.arguments[0] ?? '',
      advice: call.language === 'zh' ? `请用 ${needed} 给出。` : `Give it with ${needed}.`,
    },
  )
}

/** `yingce import FILE`: a workbook into a new plan or merged into an existing one, an export of metrics as facts of a source. */
export const IMPORT: Command = {
  name: 'import',
  usage: 'FILE [--plan NAME | --source NAME] [--dry-run]',
  argumentCount: 1,
  summary: {
    zh: '把表格导入服务器上的计划，把投放数据导入为指标',
    en: 'import a workbook into a plan on a server, an export of metrics as facts',
  },
  flags: {
    plan: {
      type: 'string',
      value: 'NAME',
      help: {
        zh: '计划的名称或编号：已有则合并，没有则新建；默认按文件名新建，导出过的工作簿回到原计划',
        en: 'name or id: merged where it exists, else made new; by default named after the file, and exported workbooks find their plan',
      },
    },
    'dry-run': {
      type: 'boolean',
      help: { zh: '只预览，不写入', en: 'show what would happen, write nothing' },
    },
    overwrite: {
      type: 'boolean',
      help: {
        zh: '合并时，两边都改过的字段也取文件里的值',
        en: "merging: take the file's value also where both sides changed it",
      },
    },
    year: {
      type: 'string',
      value: 'YYYY',
      help: { zh: '没有年份的日期按这一年读', en: 'year of dates that have none' },
    },
    'plan-start': {
      type: 'string',
      value: 'DATE',
      help: { zh: '“第5周周一”从这一天算起', en: 'day from which "week 5" counts' },
    },
    'event-date': {
      type: 'string',
      value: 'DATE',
      help: { zh: '“活动前30天”的活动日', en: 'day of the event that "30 days before" means' },
    },
    source: {
      type: 'string',
      value: 'NAME',
      help: {
        zh: '投放数据的来源；默认按平台命名，没有则新建',
        en: 'source of metrics; by default named after the platform, made when it is not there',
      },
    },
    date: {
      type: 'string',
      value: 'DATE',
      help: { zh: '没有日期的投放数据记在这一天', en: 'day of metrics whose rows have no date' },
    },
    currency: {
      type: 'string',
      value: 'CODE',
      help: { zh: '投放数据的币种，文件没有写时', en: 'currency of metrics where the file does not say' },
    },
    encoding: {
      type: 'string',
      value: 'NAME',
      help: {
        zh: '投放数据文本文件的编码，默认自动判断',
        en: 'encoding of a text file of metrics, found out by default',
      },
    },
    ...CONNECTION_FLAGS,
  },
  async run(call) {
    const { flags, language, surroundings } = call
    const [path = ''] = call.arguments
    const answers = answersOf(call)
    const client = new ApiClient(connectionOf(call), language)
    const bytes = await bytesOf(path, call)
    if (
      flags['plan'] === undefined &&
      (flags['source'] !== undefined || (await isMetricsFile(bytes, basename(path))))
    )
      return importMetrics(client, bytes, call)
    const wanted = typeof flags['plan'] === 'string' ? flags['plan'].trim() : null
    const plan = wanted === null ? null : await planNamed(client, wanted, language)
    const form = new FormData()
    if (plan !== null) form.append('planId', plan.id)
    form.append('file', new Blob([bytes]), basename(path))
    const uploaded = await client.call(createImport, { body: form })
    let isDone = false
    try {
      let draft = await answered(client, uploaded, answers)
      // A name that no plan has makes a new one, also for a workbook that would find its old plan by itself.
      if (wanted !== null && plan === null && draft.planId !== null)
        draft = await client.call(updateImport, { params: { importId: draft.id }, body: { planId: null } })
      const isDryRun = flags['dry-run'] === true
      if (!isDryRun && draft.questions.length > 0) throw openQuestion(draft, call)
      const result = isDryRun
        ? draft
        : await client.call(confirmImport, {
            params: { importId: draft.id },
            body: confirmation(draft, wanted, flags['overwrite'] === true),
          })
      isDone = !isDryRun
      // What was compared is only known before the write.
      const summary = importSummary(
        { ...result, comparison: draft.comparison },
        { isDryRun, newPlanName: wanted },
      )
      surroundings.write(
        flags['json'] === true ? `${JSON.stringify(summary, null, 2)}\n` : importText(summary, language),
      )
    } finally {
      if (!isDone)
        await client.call(discardImport, { params: { importId: uploaded.id } }).catch(() => undefined)
    }
  },
}

function confirmation(draft: ImportView, wanted: string | null, isOverwriting: boolean) {
  if (draft.planId === null) return wanted === null ? {} : { planName: wanted }
  return { decisions: { otherwise: isOverwriting ? 'accept-all' : 'accept-without-conflict', rows: [] } }
}
